import { and, eq, inArray, like, ne, or, sql } from "drizzle-orm";
import type { Database } from "../client";
import { INVENTORY } from "../inventory";
import {
  accountTokens,
  auditEntries,
  executorEvents,
  executorMarks,
  executorRuns,
  invitations,
  listedJobs,
  outboxMessages,
  rateLimits,
} from "../schema";
import { deletePersonRows } from "./person-rows";

export interface Erasure {
  userId: string;
  /** Absent for a demo visitor. */
  email?: string;
  /** What stands for the address where it must not be readable. */
  emailHash?: string;
}

/**
 * Removes a person from every table, inside the caller's transaction. Table by table, children first: one cascade over a
 * long hunt would be a statement of minutes.
 */
export async function erasePerson(db: Database, person: Erasure): Promise<void> {
  const { userId } = person;
  await db.execute(sql`select set_config('statement_timeout', '300s', true)`);
  await eraseWork(db, userId);
  await eraseMentions(db, person);
  await eraseAudit(db, userId);
  // Without it, triggers have nothing to keep in step with what goes.
  await db.delete(listedJobs).where(eq(listedJobs.userId, userId));
  for (const entry of INVENTORY.toReversed()) {
    if (entry.key !== "users" && entry.rule.fate !== "impersonal") await deletePersonRows(db, { entry, userId });
  }
  await db.execute(sql`delete from users where id = ${userId}::uuid`);
}

/** State of the embedded executor: payloads and step results of the person's work. Steps and queue go with their run. */
async function eraseWork(db: Database, userId: string): Promise<void> {
  // As text: payloads may hold \u0000, which makes every JSON operator fail.
  const theirs = await db
    .select({ id: executorEvents.id })
    .from(executorEvents)
    .where(sql`${executorEvents.payload}::text like ${`%${userId}%`}`);
  const ids = theirs.map(({ id }) => id);
  await db.delete(executorRuns).where(eq(executorRuns.userId, userId));
  for (let at = 0; at < ids.length; at += 1000) {
    const some = ids.slice(at, at + 1000);
    await db.delete(executorRuns).where(inArray(executorRuns.eventId, some));
    await db.delete(executorEvents).where(inArray(executorEvents.id, some));
  }
  await db.delete(executorMarks).where(like(executorMarks.key, `%${userId}%`));
}

/** Rows of nobody, or of somebody else, that hold the person's address or id. */
async function eraseMentions(db: Database, { userId, email, emailHash }: Erasure): Promise<void> {
  const keys = [userId, email, emailHash].filter((word) => word !== undefined);
  await db.delete(rateLimits).where(or(...keys.map((word) => sql`strpos(${rateLimits.key}, ${word}) > 0`)));
  if (!email) return;
  await db.delete(outboxMessages).where(sql`lower(${outboxMessages.recipient}) = ${email}`);
  await db.delete(invitations).where(sql`lower(${invitations.email}) = ${email}`);
  await db.delete(accountTokens).where(sql`lower(${accountTokens.email}) = ${email}`);
}

/** Lines about the person go; what they did to others stays in the others' log, without who and where from. */
async function eraseAudit(db: Database, userId: string): Promise<void> {
  await db.execute(sql`select set_config('joba.erasing', 'on', true)`);
  await db.delete(auditEntries).where(or(eq(auditEntries.userId, userId), eq(auditEntries.subjectId, userId)));
  await db
    .update(auditEntries)
    .set({ actorId: null, address: null, userAgent: null })
    .where(
      and(eq(auditEntries.actorId, userId), or(ne(auditEntries.userId, userId), sql`${auditEntries.userId} is null`)),
    );
  await db.execute(sql`select set_config('joba.erasing', '', true)`);
}

/** Work that was written down by a step still running while its person was erased. */
export async function eraseOrphanedWork(db: Database): Promise<number> {
  const gone = await db
    .delete(executorRuns)
    .where(
      sql`${executorRuns.userId} is not null and not exists (select 1 from users where users.id::text = ${executorRuns.userId})`,
    )
    .returning({ eventId: executorRuns.eventId });
  const ids = [...new Set(gone.map(({ eventId }) => eventId))];
  for (let at = 0; at < ids.length; at += 1000) {
    await db
      .delete(executorEvents)
      .where(
        and(
          inArray(executorEvents.id, ids.slice(at, at + 1000)),
          sql`not exists (select 1 from executor_runs r where r.event_id = ${executorEvents.id})`,
        ),
      );
  }
  return gone.length;
}
