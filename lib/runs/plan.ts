import "server-only";
import { insertEvent } from "@/db/queries/events";
import { listJobsToScore } from "@/db/queries/run-decisions";
import { finishOpenRunSources, listRunSources, recountRunSource, updateRunSource } from "@/db/queries/run-sources";
import { findRun, updateRunRow } from "@/db/queries/runs";
import type { Context } from "@/lib/context";
import { matchJobs } from "@/lib/matching/service";
import { finishRunIfDone } from "./finish-source";
import type { RunSourceKey } from "./reports";

/** Takes a queued run up and says which sources are to be fetched; none when it was canceled or has nothing to ask. */
export async function planRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<{ searchId?: string; sources: { sourceId: string; board: string }[] }> {
  const { userId } = ctx.actor;
  const now = ctx.now();
  const run = await findRun(ctx.db, { userId, id: runId });
  const started =
    run &&
    (await updateRunRow(ctx.db, {
      userId,
      id: runId,
      from: ["queued", "running"],
      patch: { status: "running", startedAt: run.startedAt ?? now, heartbeatAt: now },
    }));
  if (!started) return { sources: [] };
  if (!run.startedAt) {
    await insertEvent(ctx.db, { userId, type: "run.started", subjectId: runId, data: { searchId: run.searchId } });
  }
  const sources = await listRunSources(ctx.db, { userId, runId });
  const open = sources.filter(({ status }) => status !== "finished");
  if (open.length === 0) await finishRunIfDone(ctx, runId);
  return { searchId: run.searchId, sources: open.map(({ sourceId, board }) => ({ sourceId, board })) };
}

export interface ScoreInput extends RunSourceKey {
  afterJobId?: string;
  limit: number;
}

/** Scores the next jobs a source of a run brought. @returns the position to go on from; none when all are scored */
export async function scoreRunSource(
  ctx: Context,
  { afterJobId, limit, ...key }: ScoreInput,
): Promise<{ jobs: number; nextJobId?: string }> {
  const { userId } = ctx.actor;
  const owned = { userId, runId: key.runId, sourceId: key.sourceId, board: key.board };
  const isActive = await updateRunRow(ctx.db, {
    userId,
    id: key.runId,
    from: ["running"],
    patch: { heartbeatAt: ctx.now() },
  });
  if (!isActive) return { jobs: 0 };
  await updateRunSource(ctx.db, { ...owned, patch: { status: "scoring" } });
  const jobIds = await listJobsToScore(ctx.db, { ...owned, limit, afterJobId });
  if (jobIds.length === 0) return { jobs: 0 };
  await matchJobs(ctx, { jobIds });
  await recountRunSource(ctx.db, owned);
  return { jobs: jobIds.length, nextJobId: jobIds.length === limit ? jobIds.at(-1) : undefined };
}

/** Ends a run whose function gave up, with every source that is still open. */
export async function failRun(ctx: Context, { runId, message }: { runId: string; message: string }): Promise<void> {
  const { userId } = ctx.actor;
  const now = ctx.now();
  await ctx.db.transaction(async (db) => {
    const run = await updateRunRow(db, {
      userId,
      id: runId,
      from: ["queued", "running"],
      patch: { status: "failed", error: message, finishedAt: now },
    });
    if (!run) return;
    await finishOpenRunSources(db, {
      userId,
      runId,
      patch: { outcome: "failed", evidence: { message }, finishedAt: now },
    });
    await insertEvent(db, { userId, type: "run.failed", subjectId: runId, data: { searchId: run.searchId } });
  });
}
