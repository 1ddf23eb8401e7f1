import { and, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import { auditEntries, type NewAuditEntry, users } from "@/db/schema";
import type { Database } from "../client";
import type { AuditAction } from "../schema/vocabulary";

export async function insertAuditEntry(db: Database, entry: NewAuditEntry): Promise<void> {
  await db.insert(auditEntries).values(entry);
}

export interface AuditPage {
  limit: number;
  /** The last line of the page before. */
  after?: { at: Date; id: string };
}

/** Everybody's lines, newest first, for whoever may read the log. `personId` acted or was touched. */
export function listAuditRows(
  db: Database,
  {
    limit,
    after,
    actions,
    personId,
    from,
    until,
  }: AuditPage & { actions?: AuditAction[]; personId?: string; from?: Date; until?: Date },
) {
  const page = and(
    actions && inArray(auditEntries.action, actions),
    from && gte(auditEntries.at, from),
    until && lt(auditEntries.at, until),
    older(after),
  );
  return selectLines(db)
    .where(personId ? inArray(auditEntries.id, idsAbout(db, { personId, page, limit })) : page)
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
}

/** Two walks along two indexes; one condition with OR would walk the whole log for a person who is seldom in it. */
function idsAbout(db: Database, { personId, page, limit }: { personId: string; page: SQL | undefined; limit: number }) {
  const walk = (column: typeof auditEntries.userId | typeof auditEntries.actorId) =>
    db
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(and(eq(column, personId), page))
      .orderBy(...NEWEST_FIRST)
      .limit(limit);
  return union(walk(auditEntries.userId), walk(auditEntries.actorId));
}

/** What touched one person's account, newest first. */
export function listOwnAuditRows(db: Database, { userId, limit, after }: AuditPage & { userId: string }) {
  return selectLines(db)
    .where(and(eq(auditEntries.userId, userId), older(after)))
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
}

/** The newest line of one kind about a person, such as why their account was closed. */
export async function findLastAuditRow(db: Database, { userId, action }: { userId: string; action: AuditAction }) {
  const [row] = await db
    .select({ at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.userId, userId), eq(auditEntries.action, action)))
    .orderBy(...NEWEST_FIRST)
    .limit(1);
  return row;
}

/** Lines past their year. For the sweep. */
export function deleteOldAuditRows(db: Database, { before }: { before: Date }): Promise<number> {
  return erase(db, lt(auditEntries.at, before));
}

/** Lines of demo visitors who are gone. For the sweep. */
export async function deleteAuditRowsOf(db: Database, { userIds }: { userIds: string[] }): Promise<number> {
  if (userIds.length === 0) return 0;
  return erase(db, or(inArray(auditEntries.userId, userIds), inArray(auditEntries.actorId, userIds)));
}

/** The trigger lets a transaction through that says it erases. */
function erase(db: Database, where: SQL | undefined): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('joba.erasing', 'on', true)`);
    const gone = await tx.delete(auditEntries).where(where).returning({ id: auditEntries.id });
    return gone.length;
  });
}

const NEWEST_FIRST = [desc(auditEntries.at), desc(auditEntries.id)];
const actors = alias(users, "actors");

/** Names are today's: an account that was deleted since has none. */
function selectLines(db: Database) {
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actorId: auditEntries.actorId,
      actorEmail: actors.email,
      actorIsDemo: actors.isDemo,
      userId: auditEntries.userId,
      userEmail: users.email,
      userIsDemo: users.isDemo,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      address: auditEntries.address,
      userAgent: auditEntries.userAgent,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .leftJoin(actors, eq(actors.id, auditEntries.actorId))
    .leftJoin(users, eq(users.id, auditEntries.userId))
    .$dynamic();
}

const older = (after: AuditPage["after"]) =>
  after && sql`(${auditEntries.at}, ${auditEntries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
