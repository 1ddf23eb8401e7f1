import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, timestamps } from "./columns";
import { users } from "./users";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A person's choice for a source. No row means the source's default. */
export const sourceSettings = pgTable(
  "source_settings",
  {
    userId: owner(),
    sourceId: text().notNull(),
    isEnabled: boolean().notNull(),
    /** AES-256-GCM sealed key; see lib/secrets. Never leaves the server. */
    sealedKey: text(),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.userId, t.sourceId] })],
);

/** What was last heard from one page of one board: validators for conditional requests, and the count drift is judged by. */
export const sourceCursors = pgTable(
  "source_cursors",
  {
    userId: owner(),
    sourceId: text().notNull(),
    board: text().notNull().default(""),
    /** SHA-256 of the first request, so another query is another cursor. */
    requestHash: text().notNull(),
    etag: text(),
    lastModified: text(),
    lastCount: integer().notNull().default(0),
    lastOkAt: at(),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.userId, t.sourceId, t.board, t.requestHash] })],
);

export type SourceSetting = typeof sourceSettings.$inferSelect;
export type SourceCursor = typeof sourceCursors.$inferSelect;
