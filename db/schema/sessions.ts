import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { type ApiScope, SESSION_KINDS, SIGN_IN_METHODS } from "./vocabulary";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** One signed-in browser or API client. A browser's cookie carries a random id; only its SHA-256 is stored. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: owner(),
    kind: text({ enum: SESSION_KINDS }).notNull().default("browser"),
    sidHash: text().notNull(),
    method: text({ enum: SIGN_IN_METHODS }).notNull().default("password"),
    userAgent: text(),
    /** Where the sign-in came from, as the server saw it. */
    address: text(),
    /** Limits an API session; absent means everything the person may do. */
    scopes: text().array().$type<ApiScope[]>(),
    lastUsedAt: at().notNull().defaultNow(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.sidHash), index().on(t.userId, t.expiresAt)],
);

/** Refresh tokens of an API session, one after the other. A used one shown again ends the session. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: id(),
    userId: owner(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    tokenHash: text().notNull(),
    expiresAt: at().notNull(),
    usedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.tokenHash), index().on(t.sessionId), index().on(t.userId)],
);

/** A person's own bearer for the REST API. Stored hashed; the prefix is shown to its owner. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: owner(),
    name: text().notNull().default(""),
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
export type RefreshToken = typeof refreshTokens.$inferSelect;
export type ApiToken = typeof apiTokens.$inferSelect;
