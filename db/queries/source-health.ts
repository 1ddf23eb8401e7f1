import { and, desc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { Database } from "../client";
import { runSources, runs } from "../schema";

/** The newest finished readings of each source, at most `limit` a source, newest first. */
export async function listRecentReadings(db: Database, { userId, limit }: { userId: string; limit: number }) {
  const ranked = db
    .select({
      runId: runSources.runId,
      searchId: runs.searchId,
      sourceId: runSources.sourceId,
      board: runSources.board,
      outcome: runSources.outcome,
      evidence: runSources.evidence,
      created: runSources.created,
      finishedAt: runSources.finishedAt,
      rank: sql<number>`row_number() over (partition by ${runSources.sourceId} order by ${runSources.finishedAt} desc)`.as(
        "rank",
      ),
    })
    .from(runSources)
    .innerJoin(runs, eq(runs.id, runSources.runId))
    .where(and(eq(runSources.userId, userId), isNotNull(runSources.finishedAt), isNotNull(runSources.outcome)))
    .as("ranked");
  return db.select().from(ranked).where(lte(ranked.rank, limit)).orderBy(ranked.sourceId, desc(ranked.finishedAt));
}
