import { and, asc, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type NewRunSource, runSources } from "@/db/schema";

type OwnedRun = { userId: string; runId: string };
type OwnedRunSource = OwnedRun & { sourceId: string; board: string };

const is = ({ userId, runId, sourceId, board }: OwnedRunSource) =>
  and(
    eq(runSources.userId, userId),
    eq(runSources.runId, runId),
    eq(runSources.sourceId, sourceId),
    eq(runSources.board, board),
  );

export function listRunSources(db: Database, { userId, runId }: OwnedRun) {
  return db
    .select()
    .from(runSources)
    .where(and(eq(runSources.userId, userId), eq(runSources.runId, runId)))
    .orderBy(asc(runSources.sourceId), asc(runSources.board));
}

export async function findRunSource(db: Database, key: OwnedRunSource) {
  const [row] = await db.select().from(runSources).where(is(key));
  return row;
}

/** Changes a source of a run unless it has finished; a late step cannot undo an end. */
export async function updateRunSource(
  db: Database,
  { patch, ...key }: OwnedRunSource & { patch: Partial<NewRunSource> },
) {
  const [row] = await db
    .update(runSources)
    .set(patch)
    .where(and(is(key), ne(runSources.status, "finished")))
    .returning();
  return row;
}

/** Ends every source of a run that is still at work. */
export async function finishOpenRunSources(
  db: Database,
  { userId, runId, patch }: OwnedRun & { patch: Partial<NewRunSource> },
) {
  await db
    .update(runSources)
    .set({ ...patch, status: "finished" })
    .where(and(eq(runSources.userId, userId), eq(runSources.runId, runId), ne(runSources.status, "finished")));
}

/**
 * Counts are not added up as steps report them: a step may run twice. They are counted from the decisions, of which
 * there is one a posting, and from the matches made since the source began.
 */
export async function recountRunSource(
  db: Database,
  { userId, runId, sourceId, board }: OwnedRunSource,
): Promise<void> {
  await db.execute(sql`
    update run_sources s set
      fetched = c.fetched, parsed = c.fetched - c.invalid, created = c.created, changed = c.changed,
      unchanged = c.unchanged, duplicate = c.duplicate, filtered = c.filtered, invalid = c.invalid, scored = c.scored,
      updated_at = now()
    from (
      select count(*) as fetched,
        count(*) filter (where d.decision = 'new') as created,
        count(*) filter (where d.decision = 'changed') as changed,
        count(*) filter (where d.decision = 'unchanged') as unchanged,
        count(*) filter (where d.decision = 'duplicate') as duplicate,
        count(*) filter (where d.decision = 'filtered') as filtered,
        count(*) filter (where d.decision = 'invalid') as invalid,
        count(distinct m.job_id) filter (where d.decision <> 'filtered') as scored
      from run_decisions d
      left join matches m on m.job_id = d.job_id and m.scored_at >= (
        select started_at from run_sources where run_id = ${runId} and source_id = ${sourceId} and board = ${board})
      where d.user_id = ${userId} and d.run_id = ${runId} and d.source_id = ${sourceId} and d.board = ${board}
    ) c
    where s.user_id = ${userId} and s.run_id = ${runId} and s.source_id = ${sourceId} and s.board = ${board}`);
}

/** The last ends of every source and board of a person, newest first, at most `perBoard` each. */
export function listRecentOutcomes(db: Database, { userId, perBoard }: { userId: string; perBoard: number }) {
  const ranked = db
    .select({
      sourceId: runSources.sourceId,
      board: runSources.board,
      outcome: runSources.outcome,
      evidence: runSources.evidence,
      fetched: runSources.fetched,
      startedAt: runSources.startedAt,
      finishedAt: runSources.finishedAt,
      rank: sql<number>`row_number() over (partition by ${runSources.sourceId}, ${runSources.board} order by ${runSources.finishedAt} desc)`.as(
        "rank",
      ),
    })
    .from(runSources)
    .where(and(eq(runSources.userId, userId), isNotNull(runSources.outcome), isNotNull(runSources.finishedAt)))
    .as("ranked");
  return db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${perBoard}`)
    .orderBy(asc(ranked.sourceId), asc(ranked.board), desc(ranked.finishedAt));
}
