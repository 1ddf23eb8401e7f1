import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import type { ApiScope } from "./vocabulary";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** One signed-in browser. The cookie carries a random id; only its SHA-256 is stored. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: owner(),
    sidHash: text().notNull(),
    userAgent: text(),
    lastUsedAt: at().notNull().defaultNow(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.sidHash), index().on(t.userId, t.expiresAt)],
);

/** A bearer for the REST API. Stored hashed; the prefix is shown to its owner. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: owner(),
    tokenHash: text().notNull(),
    prefix: text().notNull(),
    scopes: text().array().$type<ApiScope[]>().notNull(),
    expiresAt: at().notNull(),
    lastUsedAt: at(),
    revokedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.tokenHash), index().on(t.userId, t.expiresAt)],
);

/** Fixed-window counters behind throttled sign-in and public forms. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  count: integer().notNull().default(0),
  resetAt: at().notNull(),
});

export type Session = typeof sessions.$inferSelect;
export type ApiToken = typeof apiTokens.$inferSelect;
