import "server-only";
import {
  countSearches,
  deleteSearchRow,
  findSearch,
  insertSearch,
  listLastRuns,
  listSearchRows,
  updateSearchRow,
} from "@/db/queries/searches";
import type { Search } from "@/db/schema";
import type { SearchSchedule, SearchSource } from "@/db/schema/shapes";
import type { RunStatus, SourceOutcome } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";
import { decodeRowCursor, encodeRowCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { findProfile } from "@/lib/profiles/service";
import { getSource, isSourceId } from "@/lib/sources/registry";
import { listSources } from "@/lib/sources/service";
import { proposeFrom } from "./propose";
import { isTimeZone, nextSlot } from "./schedule";
import {
  type CreateSearchInput,
  type DeleteSearchInput,
  type ListSearchesInput,
  listSearchesInput,
  type UpdateSearchInput,
} from "./schemas";

const MAX_SEARCHES = 100;

export interface LastRun {
  id: string;
  status: RunStatus;
  createdAt: Date;
  finishedAt: Date | null;
  sources: {
    sourceId: string;
    board: string;
    outcome: SourceOutcome | null;
    created: number;
    message: string | null;
  }[];
}

export async function createSearch(ctx: Context, input: CreateSearchInput): Promise<Search> {
  requireScope(ctx, "searches:write");
  const { userId } = ctx.actor;
  checkSources(input.sources);
  if ((await countSearches(ctx.db, userId)) >= MAX_SEARCHES) {
    throw new AppError("limit_exceeded", `You have ${MAX_SEARCHES} searches already; delete one you no longer need`);
  }
  const search = await insertSearch(ctx.db, { ...input, userId, nextRunAt: nextRunAt(input, ctx.now()) });
  return search as Search;
}

/** Fields left out stay as they are. A changed schedule starts counting from now. @throws AppError("conflict") on a stale version */
export async function updateSearch(ctx: Context, { id, version, ...patch }: UpdateSearchInput): Promise<Search> {
  requireScope(ctx, "searches:write");
  const { userId } = ctx.actor;
  const current = await getSearch(ctx, { id }, "searches:write");
  if (version !== undefined && version !== current.version) throw stale();
  if (patch.sources) checkSources(patch.sources);
  const next = { ...current, ...patch };
  const reschedules = patch.schedule !== undefined || patch.isActive !== undefined;
  const updated = await updateSearchRow(ctx.db, {
    userId,
    id,
    version,
    patch: { ...patch, ...(reschedules && { nextRunAt: nextRunAt(next, ctx.now()) }) },
  });
  if (!updated) throw version === undefined ? notFound() : stale();
  return updated;
}

/** Removes a search with its runs. Jobs it found stay. @throws AppError("conflict") on a stale version */
export async function deleteSearch(ctx: Context, { id, version }: DeleteSearchInput): Promise<void> {
  requireScope(ctx, "searches:write");
  if ((await deleteSearchRow(ctx.db, { userId: ctx.actor.userId, id, version })) > 0) return;
  if (version !== undefined) await getSearch(ctx, { id }, "searches:write");
  throw version === undefined ? notFound() : stale();
}

export async function getSearch(
  ctx: Context,
  { id }: { id: string },
  scope: "searches:read" | "searches:write" = "searches:read",
): Promise<Search> {
  requireScope(ctx, scope);
  const search = await findSearch(ctx.db, { userId: ctx.actor.userId, id });
  if (!search) throw notFound();
  return search;
}

/** Newest first, each with its newest run. */
export async function listSearches(
  ctx: Context,
  input: ListSearchesInput = {},
): Promise<{ searches: (Search & { lastRun?: LastRun })[]; nextCursor?: string }> {
  requireScope(ctx, "searches:read");
  const { userId } = ctx.actor;
  const { limit, cursor } = listSearchesInput.parse(input);
  const after = cursor ? decodeRowCursor(cursor) : undefined;
  const rows = await listSearchRows(ctx.db, { userId, limit: limit + 1, after });
  const page = rows.slice(0, limit);
  const lastRuns = await lastRunsOf(ctx, page);
  const last = page.at(-1);
  return {
    searches: page.map((search) => ({ ...search, lastRun: lastRuns.get(search.id) })),
    nextCursor: rows.length > limit && last ? encodeRowCursor(last) : undefined,
  };
}

/** A first search made from the profile; not stored. */
export async function proposeSearch(ctx: Context): Promise<CreateSearchInput> {
  const [profile, sources] = await Promise.all([findProfile(ctx), listSources(ctx)]);
  return proposeFrom({
    facts: profile?.facts,
    preferences: profile?.preferences,
    sources: sources
      .filter(({ offReason }) => !offReason)
      .map(({ id, scope }) => ({ id, needsBoard: scope === "companies" })),
  });
}

function nextRunAt({ schedule, isActive }: { schedule: SearchSchedule; isActive: boolean }, now: Date): Date | null {
  if (!isTimeZone(schedule.timeZone)) {
    const message = "is not a time zone JOBA knows, such as Europe/Berlin";
    throw new AppError("invalid", `${schedule.timeZone} ${message}`, { fields: { "schedule.timeZone": [message] } });
  }
  return isActive ? (nextSlot(schedule, now) ?? null) : null;
}

function checkSources(wanted: readonly SearchSource[]) {
  for (const { sourceId, boards } of wanted) {
    const source = isSourceId(sourceId) ? getSource(sourceId) : undefined;
    const message = !source
      ? `JOBA has no source called ${sourceId}`
      : source.scope === "companies" && boards.length === 0
        ? `${source.name} needs at least one company board`
        : undefined;
    if (message) throw new AppError("invalid", message, { fields: { sources: [message] } });
  }
}

async function lastRunsOf(ctx: Context, page: Search[]): Promise<Map<string, LastRun>> {
  const rows = await listLastRuns(ctx.db, { userId: ctx.actor.userId, searchIds: page.map(({ id }) => id) });
  const runs = new Map<string, LastRun>();
  for (const { searchId, runId, status, createdAt, finishedAt, sourceId, board, outcome, created, message } of rows) {
    const run = runs.get(searchId) ?? { id: runId, status, createdAt, finishedAt, sources: [] };
    runs.set(searchId, run);
    if (sourceId !== null) run.sources.push({ sourceId, board: board ?? "", outcome, created: created ?? 0, message });
  }
  return runs;
}

const notFound = () => new AppError("not_found", "Search not found");
const stale = () =>
  new AppError("conflict", "The search was changed elsewhere meanwhile; read it again", { isStale: true });
