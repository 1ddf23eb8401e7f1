import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { AUDIT_ACTIONS } from "./vocabulary";

/**
 * Who did what, when and from where. Append-only: a trigger refuses every UPDATE and DELETE outside a transaction that
 * set `joba.erasing` to "on", which only account deletion and the yearly sweep do. No foreign keys for the same reason.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    at: at().notNull().defaultNow(),
    action: text({ enum: AUDIT_ACTIONS }).notNull(),
    /** Who acted; absent for a stranger. */
    actorId: uuid(),
    /** Whose account it touched; the actor's own unless an admin acted. */
    userId: uuid(),
    /** "user", "session", "application" … and the id of what was touched. */
    subjectKind: text(),
    subjectId: text(),
    address: text(),
    userAgent: text(),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [index().on(t.at, t.id), index().on(t.userId, t.at, t.id), index().on(t.actorId, t.at)],
);

export type AuditEntry = typeof auditEntries.$inferSelect;
export type NewAuditEntry = typeof auditEntries.$inferInsert;
