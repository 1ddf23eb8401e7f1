import { and, asc, eq, gt, ilike, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { matches, type NewRunDecision, runDecisions } from "@/db/schema";
import type { Decision } from "@/db/schema/vocabulary";
import { bulkInsert } from "./bulk";

/** One decision a posting and run: the first one stands, so a step that runs again changes nothing. */
export const insertDecisions = (db: Database, rows: NewRunDecision[]) =>
  bulkInsert(db, runDecisions, rows, sql`on conflict (run_id, source_id, external_id) do nothing`);

export interface DecisionFilter {
  userId: string;
  runId: string;
  decision?: Decision;
  sourceId?: string;
  q?: string;
}

export function listDecisionRows(db: Database, filter: DecisionFilter & { limit: number; afterId?: number }) {
  return db
    .select()
    .from(runDecisions)
    .where(and(matchesFilter(filter), filter.afterId === undefined ? undefined : gt(runDecisions.id, filter.afterId)))
    .orderBy(asc(runDecisions.id))
    .limit(filter.limit);
}

/** How many postings of a run met each fate, under the source and text filter but not the decision filter. */
export function countDecisions(db: Database, { userId, runId, sourceId, q }: Omit<DecisionFilter, "decision">) {
  return db
    .select({ decision: runDecisions.decision, count: sql<number>`count(*)::int` })
    .from(runDecisions)
    .where(matchesFilter({ userId, runId, sourceId, q }))
    .groupBy(runDecisions.decision);
}

/** Jobs of a source in a run that have to be scored, in id order: new or changed, or never scored at all. */
export async function listJobsToScore(
  db: Database,
  {
    userId,
    runId,
    sourceId,
    board,
    limit,
    afterJobId,
  }: {
    userId: string;
    runId: string;
    sourceId: string;
    board: string;
    limit: number;
    afterJobId?: string;
  },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ jobId: runDecisions.jobId })
    .from(runDecisions)
    .leftJoin(matches, eq(matches.jobId, runDecisions.jobId))
    .where(
      and(
        eq(runDecisions.userId, userId),
        eq(runDecisions.runId, runId),
        eq(runDecisions.sourceId, sourceId),
        eq(runDecisions.board, board),
        isNotNull(runDecisions.jobId),
        ne(runDecisions.decision, "filtered"),
        or(inArray(runDecisions.decision, ["new", "changed"]), isNull(matches.jobId)),
        afterJobId ? gt(runDecisions.jobId, afterJobId) : undefined,
      ),
    )
    .orderBy(asc(runDecisions.jobId))
    .limit(limit);
  return rows.flatMap(({ jobId }) => jobId ?? []);
}

/** Forgets the decisions of anybody's old runs: the routine ones early, all of them later. @returns how many */
export async function deleteOldDecisions(
  db: Database,
  { routineBefore, allBefore, limit }: { routineBefore: Date; allBefore: Date; limit: number },
) {
  const old = db
    .select({ id: runDecisions.id })
    .from(runDecisions)
    .where(
      or(
        sql`${runDecisions.createdAt} < ${allBefore.toISOString()}::timestamptz`,
        and(
          eq(runDecisions.decision, "unchanged"),
          sql`${runDecisions.createdAt} < ${routineBefore.toISOString()}::timestamptz`,
        ),
      ),
    )
    .limit(limit);
  const gone = await db.delete(runDecisions).where(inArray(runDecisions.id, old)).returning({ id: runDecisions.id });
  return gone.length;
}

function matchesFilter({ userId, runId, decision, sourceId, q }: DecisionFilter) {
  return and(
    eq(runDecisions.userId, userId),
    eq(runDecisions.runId, runId),
    decision ? eq(runDecisions.decision, decision) : undefined,
    sourceId ? eq(runDecisions.sourceId, sourceId) : undefined,
    q ? or(ilike(runDecisions.title, like(q)), ilike(runDecisions.companyName, like(q))) : undefined,
  );
}

export const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
