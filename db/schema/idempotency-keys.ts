import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { IDEMPOTENCY_STATES } from "./vocabulary";

/** The answer to a POST sent with an `Idempotency-Key`, kept a day and given again to the same request. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    operation: text().notNull(),
    keyHash: text().notNull(),
    /** SHA-256 of method, path and body: the same key with another request is a conflict. */
    requestHash: text().notNull(),
    state: text({ enum: IDEMPOTENCY_STATES }).notNull().default("in_flight"),
    /** While in flight: after this instant the request is taken for dead. */
    lockedUntil: at().notNull(),
    status: integer(),
    headers: jsonb().$type<Record<string, string>>(),
    body: text(),
    expiresAt: at().notNull(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.userId, t.operation, t.keyHash), index().on(t.expiresAt)],
);

export type IdempotencyKey = typeof idempotencyKeys.$inferSelect;
