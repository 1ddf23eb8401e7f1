import "server-only";
import { insertEvent } from "@/db/queries/events";
import { insertRun, insertRunSources } from "@/db/queries/runs";
import type { NewRunSource, Run, Search } from "@/db/schema";
import type { RunTrigger } from "@/db/schema/vocabulary";
import { runRequested } from "@/inngest/events";
import type { Context } from "@/lib/context";
import { isSourceId, SOURCES } from "@/lib/sources/registry";
import { loadReadiness } from "@/lib/sources/service";

interface Opening {
  search: Pick<Search, "id" | "name" | "sources">;
  trigger: RunTrigger;
  /** With the search, what makes a run unique. */
  slot: string;
}

/**
 * A run with a row for every source and board, in one transaction. Sources that are off are ended at once and say why.
 * Undefined when the slot was taken or the search is running. The caller sends `event`.
 */
export async function openRun(ctx: Context, { search, trigger, slot }: Opening) {
  const { userId } = ctx.actor;
  const now = ctx.now();
  const readiness = await loadReadiness(ctx);
  const run = await ctx.db.transaction(async (db): Promise<Run | undefined> => {
    const row = await insertRun(db, { userId, searchId: search.id, trigger, slot, createdAt: now });
    if (!row) return undefined;
    const sources = search.sources.flatMap(({ sourceId, boards }): NewRunSource[] => {
      const needsBoard = isSourceId(sourceId) && SOURCES[sourceId].scope === "companies";
      const { offReason = needsBoard && boards.length === 0 ? "No company board was chosen" : undefined } =
        readiness(sourceId);
      return (needsBoard && boards.length > 0 ? [...new Set(boards)] : [""]).map((board) => ({
        runId: row.id,
        userId,
        sourceId,
        board,
        status: offReason ? "finished" : "queued",
        outcome: offReason ? "off" : null,
        evidence: offReason ? { message: offReason } : null,
        finishedAt: offReason ? now : null,
      }));
    });
    await insertRunSources(db, sources);
    await insertEvent(db, { userId, type: "run.queued", subjectId: row.id, data: { searchId: search.id, trigger } });
    return row;
  });
  return run && { run, event: runEvent(run) };
}

/** The same id whenever it is sent, so that sending it again starts nothing twice. */
export function runEvent({ id, userId }: Pick<Run, "id" | "userId">) {
  return runRequested.create({ userId, runId: id }, { id: `run-${id}` });
}
