import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { ACCOUNT_TOKEN_KINDS } from "./vocabulary";

/** A mailed link. Works once, until it expires; only the SHA-256 of its token is stored. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: ACCOUNT_TOKEN_KINDS }).notNull(),
    tokenHash: text().notNull(),
    /** The address it was sent to; the new one for `change_email`. */
    email: text().notNull(),
    expiresAt: at().notNull(),
    usedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.tokenHash), index().on(t.userId, t.kind), index().on(t.expiresAt)],
);

export type AccountToken = typeof accountTokens.$inferSelect;
