import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { MAIL_STATES, MAIL_TRANSPORTS } from "./vocabulary";

/**
 * The ledger of every mail, written before it is handed over; with no provider configured it is the mailbox as well.
 * With a provider it holds no body: links in it open accounts, and the person has the mail.
 */
export const outboxMessages = pgTable(
  "outbox_messages",
  {
    id: id(),
    /** Whose mail it is; absent when it goes to somebody without an account. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the caller's key: one mail per key, and keys may name what they like. */
    keyHash: text().notNull(),
    transport: text({ enum: MAIL_TRANSPORTS }).notNull(),
    template: text().notNull(),
    /** Empty when the person has asked to be forgotten. */
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text(),
    text: text(),
    state: text({ enum: MAIL_STATES }).notNull().default("sending"),
    providerId: text(),
    /** Why it failed, without addresses. */
    error: text(),
    settledAt: at(),
    ...timestamps,
  },
  (t) => [
    uniqueIndex().on(t.keyHash),
    index().on(t.userId, t.createdAt, t.id),
    index().on(t.createdAt, t.id),
    index().on(t.state, t.updatedAt),
  ],
);

export type OutboxMessage = typeof outboxMessages.$inferSelect;
export type NewOutboxMessage = typeof outboxMessages.$inferInsert;
