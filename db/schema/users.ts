import { boolean, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { ROLES } from "./vocabulary";

export const users = pgTable(
  "users",
  {
    id: id(),
    /** NFKC-normalised and lower-cased; absent for demo visitors. */
    email: text(),
    name: text().notNull().default(""),
    passwordHash: text(),
    role: text({ enum: ROLES }).notNull().default("user"),
    isDemo: boolean().notNull().default(false),
    /** When the person showed that mail to `email` reaches them. */
    emailVerifiedAt: at(),
    /** An admin closed the account: no sign-in, no token, until this is empty again. */
    disabledAt: at(),
    passwordChangedAt: at(),
    /** Demo visitors are removed after this instant. */
    expiresAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.email)],
);

export type User = typeof users.$inferSelect;
export type NewUser = typeof users.$inferInsert;
