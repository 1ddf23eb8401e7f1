import "server-only";
import { countDecisions, listDecisionRows } from "@/db/queries/run-decisions";
import { listRunSources } from "@/db/queries/run-sources";
import { findRun, listRunRows } from "@/db/queries/runs";
import { findSearch } from "@/db/queries/searches";
import type { Run, RunDecision, RunSource } from "@/db/schema";
import type { SearchCriteria } from "@/db/schema/shapes";
import type { Decision } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";
import { decodeCursor, decodeRowCursor, encodeCursor, encodeRowCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { cancelRunRow } from "./cancel";
import { openRun } from "./open-run";
import {
  type Funnel,
  type ListRunDecisionsInput,
  type ListRunsInput,
  listRunDecisionsInput,
  listRunsInput,
  type StartRunInput,
} from "./schemas";

export type RunDetail = Run & { searchName: string; criteria: SearchCriteria; sources: RunSource[]; funnel: Funnel };

/** Starts a run by hand. @throws AppError("conflict") while another run of the search is queued or under way */
export async function startRun(ctx: Context, { searchId }: StartRunInput): Promise<Run> {
  requireScope(ctx, "searches:write");
  const search = await findSearch(ctx.db, { userId: ctx.actor.userId, id: searchId });
  if (!search) throw new AppError("not_found", "Search not found");
  const opened = await openRun(ctx, { search, trigger: "manual", slot: `manual:${crypto.randomUUID()}` });
  if (!opened) throw new AppError("conflict", "This search is running already");
  // The run is stored; an event that gets lost is sent again by the reaper, so losing it is not the person's failure.
  await ctx.emit(opened.event).catch((error: unknown) => {
    logger.warn({ err: error, runId: opened.run.id }, "a run could not be announced yet");
  });
  return opened.run;
}

export async function getRun(ctx: Context, { id }: { id: string }): Promise<RunDetail> {
  requireScope(ctx, "searches:read");
  const { userId } = ctx.actor;
  const run = await findRun(ctx.db, { userId, id });
  if (!run) throw notFound();
  const sources = await listRunSources(ctx.db, { userId, runId: id });
  return { ...run, sources, funnel: totalOf(sources) };
}

/** Newest first. */
export async function listRuns(
  ctx: Context,
  input: ListRunsInput = {},
): Promise<{ runs: (Run & { sources: RunSource[] })[]; nextCursor?: string }> {
  requireScope(ctx, "searches:read");
  const { userId } = ctx.actor;
  const { limit, cursor, searchId } = listRunsInput.parse(input);
  const after = cursor ? decodeRowCursor(cursor) : undefined;
  const rows = await listRunRows(ctx.db, { userId, searchId, limit: limit + 1, after });
  const page = rows.slice(0, limit);
  const runs = await Promise.all(
    page.map(async (run) => ({ ...run, sources: await listRunSources(ctx.db, { userId, runId: run.id }) })),
  );
  const last = page.at(-1);
  return {
    runs,
    nextCursor: rows.length > limit && last ? encodeRowCursor(last) : undefined,
  };
}

/** Why each posting of a run was kept or dropped, in the order they were read. */
export async function listRunDecisions(
  ctx: Context,
  input: ListRunDecisionsInput,
): Promise<{ decisions: RunDecision[]; counts: Partial<Record<Decision, number>>; nextCursor?: string }> {
  requireScope(ctx, "searches:read");
  const { userId } = ctx.actor;
  const { limit, cursor, ...filter } = listRunDecisionsInput.parse(input);
  if (!(await findRun(ctx.db, { userId, id: filter.runId }))) throw notFound();
  const afterId = cursor ? Number(decodeCursor(cursor, 1)[0]) : undefined;
  const [rows, counts] = await Promise.all([
    listDecisionRows(ctx.db, { userId, ...filter, limit: limit + 1, afterId }),
    countDecisions(ctx.db, { userId, ...filter }),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    decisions: page,
    counts: Object.fromEntries(counts.map(({ decision, count }) => [decision, count])),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : undefined,
  };
}

/** Stops a run. What was stored so far stays; sources at work notice before their next page. */
export async function cancelRun(ctx: Context, { id }: { id: string }): Promise<Run> {
  requireScope(ctx, "searches:write");
  const { userId } = ctx.actor;
  const now = ctx.now();
  if (!(await findRun(ctx.db, { userId, id }))) throw notFound();
  const canceled = await ctx.db.transaction((db) =>
    cancelRunRow(db, { userId, id, now, message: "Canceled before it was finished" }),
  );
  if (!canceled) throw new AppError("conflict", "This run has ended already");
  return canceled;
}

export function totalOf(sources: readonly Funnel[]): Funnel {
  const total: Funnel = {
    fetched: 0,
    parsed: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    duplicate: 0,
    filtered: 0,
    invalid: 0,
    scored: 0,
  };
  for (const source of sources) for (const key of Object.keys(total) as (keyof Funnel)[]) total[key] += source[key];
  return total;
}

const notFound = () => new AppError("not_found", "Run not found");
