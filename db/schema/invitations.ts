import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { ROLES } from "./vocabulary";

/** Leave to register while `SIGN_UP` is "invite". The link is mailed; only the SHA-256 of its token is stored. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    /** The admin who sent it. */
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull().default("user"),
    tokenHash: text().notNull(),
    expiresAt: at().notNull(),
    acceptedAt: at(),
    revokedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.tokenHash), index().on(t.userId), index().on(t.createdAt, t.id)],
);

export type Invitation = typeof invitations.$inferSelect;
