import { and, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type NewRun, type NewRunSource, runSources, runs, searches } from "@/db/schema";
import type { RunStatus } from "@/db/schema/vocabulary";
import { type AfterRow, olderThan } from "./keyset";

type Owned = { userId: string; id: string };

export const ACTIVE: RunStatus[] = ["queued", "running"];

/** Undefined when the slot was taken already or another run of the search is under way. */
export async function insertRun(db: Database, run: NewRun) {
  const [row] = await db.insert(runs).values(run).onConflictDoNothing().returning();
  return row;
}

export async function insertRunSources(db: Database, rows: NewRunSource[]): Promise<void> {
  if (rows.length > 0) await db.insert(runSources).values(rows);
}

export async function findRun(db: Database, { userId, id }: Owned) {
  const [row] = await db
    .select({ run: runs, searchName: searches.name, criteria: searches.criteria })
    .from(runs)
    .innerJoin(searches, eq(searches.id, runs.searchId))
    .where(and(eq(runs.userId, userId), eq(runs.id, id)));
  return row && { ...row.run, searchName: row.searchName, criteria: row.criteria };
}

/** Newest first. `after` is the last row of the page before. */
export function listRunRows(
  db: Database,
  { userId, searchId, limit, after }: { userId: string; searchId?: string; limit: number; after?: AfterRow },
) {
  return db
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.userId, userId),
        searchId ? eq(runs.searchId, searchId) : undefined,
        after && olderThan(runs, { userId, after }),
      ),
    )
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(limit);
}

/** What is queued or under way for a person; one a search at most. */
export function listActiveRunIds(db: Database, { userId }: { userId: string }) {
  return db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.userId, userId), inArray(runs.status, ACTIVE)));
}

/** Moves a run on if it is still in one of the expected states; undefined when it is not. */
export async function updateRunRow(
  db: Database,
  { userId, id, from, patch }: Owned & { from: RunStatus[]; patch: Partial<NewRun> },
) {
  const [row] = await db
    .update(runs)
    .set(patch)
    .where(and(eq(runs.userId, userId), eq(runs.id, id), inArray(runs.status, from)))
    .returning();
  return row;
}

/** Ends a run none of whose sources is still at work. Of two sources that finish at once, exactly one gets the row. */
export async function finishRunRow(db: Database, { userId, id, now }: Owned & { now: Date }) {
  const unfinished = db
    .select({ one: sql`1` })
    .from(runSources)
    .where(and(eq(runSources.runId, id), sql`${runSources.status} <> 'finished'`));
  const working = db
    .select({ one: sql`1` })
    .from(runSources)
    .where(and(eq(runSources.runId, id), sql`${runSources.outcome} <> 'failed'`));
  const [row] = await db
    .update(runs)
    .set({
      status: sql`case when exists ${working} then 'finished' else 'failed' end`,
      finishedAt: now,
      heartbeatAt: now,
    })
    .where(and(eq(runs.userId, userId), eq(runs.id, id), inArray(runs.status, ACTIVE), notExists(unfinished)))
    .returning();
  return row;
}

/** Runs of anybody that nothing has been heard of since an instant. For the reaper. */
export function listSilentRuns(
  db: Database,
  { status, before, limit }: { status: RunStatus; before: Date; limit: number },
) {
  return db
    .select({ id: runs.id, userId: runs.userId, createdAt: runs.createdAt })
    .from(runs)
    .where(
      and(
        eq(runs.status, status),
        sql`coalesce(${runs.heartbeatAt}, ${runs.createdAt}) < ${before.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(runs.createdAt)
    .limit(limit);
}
