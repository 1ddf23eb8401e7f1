import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, jobStates, jobs, type NewEventRow } from "@/db/schema";
import type { DismissReason, JobState } from "@/db/schema/vocabulary";

type Owned = { userId: string; ids: readonly string[] };

/** Which of the ids are this person's jobs, with what was decided so far; rows are locked until the transaction ends. */
export async function lockJobStates(db: Database, { userId, ids }: Owned) {
  const owned = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.userId, userId), inArray(jobs.id, [...ids])))
    .orderBy(jobs.id)
    .for("update");
  const states = await db
    .select()
    .from(jobStates)
    .where(and(eq(jobStates.userId, userId), inArray(jobStates.jobId, [...ids])));
  const byId = new Map(states.map((state) => [state.jobId, state]));
  return owned.map(({ id }) => ({ id, current: byId.get(id) }));
}

export async function upsertJobStates(
  db: Database,
  {
    userId,
    ids,
    ...change
  }: Owned & { state: JobState; reason: DismissReason | null; note: string | null; changeId: string; now: Date },
): Promise<void> {
  const { now, ...values } = change;
  await db
    .insert(jobStates)
    .values(
      ids.map((jobId) => ({
        jobId,
        userId,
        ...values,
        previousState: "inbox" as const,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: jobStates.jobId,
      set: {
        ...values,
        previousState: sql`${jobStates.state}`,
        previousReason: sql`${jobStates.reason}`,
        previousNote: sql`${jobStates.note}`,
        updatedAt: now,
      },
      setWhere: eq(jobStates.userId, userId),
    });
}

/** Puts back what one change replaced, where nothing happened since. */
export function restoreJobStates(
  db: Database,
  { userId, changeId, now }: { userId: string; changeId: string; now: Date },
) {
  return db
    .update(jobStates)
    .set({
      state: sql`${jobStates.previousState}`,
      reason: sql`${jobStates.previousReason}`,
      note: sql`${jobStates.previousNote}`,
      previousState: null,
      previousReason: null,
      previousNote: null,
      changeId: null,
      updatedAt: now,
    })
    .where(and(eq(jobStates.userId, userId), eq(jobStates.changeId, changeId), isNotNull(jobStates.previousState)))
    .returning({ jobId: jobStates.jobId, state: jobStates.state, reason: jobStates.reason });
}

/**
 * Gives jobs whose latest change was undone the change before it to undo next, out of the log: the newest change of
 * each job that has not been undone. Call it after the undoing is in the log.
 */
export async function reopenEarlierChanges(db: Database, { userId, ids }: Owned): Promise<void> {
  const list = sql`(${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )})`;
  await db.execute(sql`
    update job_states s set change_id = (e.data ->> 'changeId')::uuid, previous_state = e.data ->> 'from',
      previous_reason = e.data ->> 'fromReason', previous_note = e.data ->> 'fromNote'
    from (
      select distinct on (c.subject_id) c.subject_id, c.data from events c
      where c.user_id = ${userId} and c.subject_id in ${list} and c.type = 'job/state.changed'
        and not exists (select 1 from events r where r.user_id = c.user_id and r.subject_id = c.subject_id
          and r.type = 'job/state.restored' and r.data ->> 'changeId' = c.data ->> 'changeId')
      order by c.subject_id, c.id desc
    ) e
    where s.user_id = ${userId} and s.job_id = e.subject_id::uuid`);
}

/** Remembers the first time a job was opened; undefined when it was opened before. */
export async function insertJobOpened(db: Database, { userId, id, now }: { userId: string; id: string; now: Date }) {
  const [row] = await db
    .insert(jobStates)
    .values({ jobId: id, userId, openedAt: now, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: jobStates.jobId,
      set: { openedAt: now },
      setWhere: and(eq(jobStates.userId, userId), isNull(jobStates.openedAt)),
    })
    .returning({ openedAt: jobStates.openedAt });
  return row;
}

export async function insertJobEvents(db: Database, rows: NewEventRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(events).values(rows);
}
