import "server-only";
import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { countFacets } from "@/db/queries/job-facets";
import type { JobListFilters, JobScope } from "@/db/queries/job-filters";
import { findJobSearch, type JobSearch, withWordIndex } from "@/db/queries/job-search";
import {
  insertJobEvents,
  insertJobOpened,
  lockJobStates,
  reopenEarlierChanges,
  restoreJobStates,
  upsertJobStates,
} from "@/db/queries/job-states";
import {
  findJob,
  type JobOrder,
  type JobPageQuery,
  listJobCards,
  listJobIds,
  listJobPostings,
  RANKED_HITS,
} from "@/db/queries/jobs";
import { cached, dataVersion } from "@/lib/cache";
import { type Context, requireScope } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { toJobCard, toJobDetail } from "./cards";
import { toJobFacets } from "./facets";
import {
  JOB_SORTS,
  type JobDetail,
  type JobFacets,
  type JobFilters,
  type JobPage,
  type JobStateChange,
  type ListJobsInput,
  SEARCH_MODES,
  type SetJobStateInput,
  type SetManyJobStatesInput,
} from "./schemas";
import { decide, isSameDecision, UNDECIDED } from "./states";

/** "Posted within … days" moves with the clock, by no more than this. */
const FACETS_KEPT_SECONDS = 60;

/** One page of jobs in a stable order. @throws AppError("invalid") for a cursor of another list. */
export async function listJobs(ctx: Context, input: ListJobsInput): Promise<JobPage> {
  requireScope(ctx, "jobs:read");
  const { userId } = ctx.actor;
  const { filters, limit } = input;
  const start = input.cursor === undefined ? undefined : readCursor(input.cursor, input.sort);
  return inSearch(ctx, filters, start?.mode, async (db, scope, search) => {
    const sort = start?.sort ?? input.sort ?? (search.mode === "none" ? "score" : "relevance");
    const order: JobOrder = sort === "relevance" && search.mode === "none" ? "date" : sort;
    const query: JobPageQuery = {
      scope,
      filters: listFilters(ctx, filters),
      order,
      limit: limit + 1,
      after: start?.after,
    };
    const found = await listJobIds(db, query);
    const page = found.slice(0, limit);
    const rows = page.length > 0 ? await listJobCards(db, { userId, ids: page.map(({ id }) => id) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      data: page.flatMap(({ id }) => byId.get(id) ?? []).map(toJobCard),
      nextCursor: last && encodeCursor([sort, search.mode, last.key, last.id]),
      sort,
      search: {
        mode: search.mode,
        didYouMean: search.didYouMean,
        isCapped: order === "relevance" && search.mode !== "similar" && (found[0]?.candidates ?? 0) >= RANKED_HITS,
      },
    };
  });
}

/** How many jobs every filter value would show, and how many each filter in force hides. */
export async function countJobFacets(ctx: Context, { filters }: { filters: JobFilters }): Promise<JobFacets> {
  requireScope(ctx, "jobs:read");
  const entry = { area: "job-facets", key: filters, version: await dataVersion(ctx), ttlSeconds: FACETS_KEPT_SECONDS };
  return cached(ctx, entry, () =>
    inSearch(ctx, filters, undefined, async (db, scope) =>
      toJobFacets(await countFacets(db, { scope, filters: listFilters(ctx, filters) })),
    ),
  );
}

/** @throws AppError("not_found") */
export async function getJob(ctx: Context, { id }: { id: string }): Promise<JobDetail> {
  requireScope(ctx, "jobs:read");
  const { userId } = ctx.actor;
  const row = await findJob(ctx.db, { userId, id });
  if (!row) throw new AppError("not_found", "Job not found");
  return toJobDetail(row, await listJobPostings(ctx.db, { userId, jobId: id }));
}

/** @throws AppError("not_found") */
export async function setJobState(ctx: Context, { id, ...input }: SetJobStateInput): Promise<JobStateChange> {
  return setManyJobStates(ctx, { ...input, ids: [id] });
}

/** Decides over many jobs as one act. All of them or none: an id that is not the person's is `not_found`. */
export async function setManyJobStates(
  ctx: Context,
  { ids, ...input }: SetManyJobStatesInput,
): Promise<JobStateChange> {
  requireScope(ctx, "jobs:write");
  const { userId } = ctx.actor;
  const decision = decide(input);
  const now = ctx.now();
  const changeId = randomUUID();
  const wanted = [...new Set(ids)];
  const changed = await ctx.db.transaction(async (tx) => {
    const current = await lockJobStates(tx, { userId, ids: wanted });
    if (current.length !== wanted.length) throw new AppError("not_found", "Job not found");
    const differing = current.filter((job) => !isSameDecision(job.current ?? UNDECIDED, decision));
    if (differing.length === 0) return 0;
    await upsertJobStates(tx, { userId, ids: differing.map((job) => job.id), ...decision, changeId, now });
    await insertJobEvents(
      tx,
      differing.map((job) => ({
        userId,
        type: "job/state.changed",
        subjectId: job.id,
        data: {
          from: job.current?.state ?? "inbox",
          fromReason: job.current?.reason ?? null,
          fromNote: job.current?.note ?? null,
          to: decision.state,
          reason: decision.reason,
          changeId,
        },
        occurredAt: now,
      })),
    );
    return differing.length;
  });
  return { changeId, changed, state: decision.state, reason: decision.reason };
}

/** Puts back exactly what a change replaced; the change before it can be undone next. @throws AppError("not_found") when there is nothing left to undo. */
export async function undoJobState(ctx: Context, { changeId }: { changeId: string }) {
  requireScope(ctx, "jobs:write");
  const { userId } = ctx.actor;
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const restored = await restoreJobStates(tx, { userId, changeId, now });
    if (restored.length === 0) throw new AppError("not_found", "There is nothing left to undo");
    await insertJobEvents(
      tx,
      restored.map(({ jobId, state, reason }) => ({
        userId,
        type: "job/state.restored",
        subjectId: jobId,
        data: { to: state, reason, changeId },
        occurredAt: now,
      })),
    );
    await reopenEarlierChanges(tx, { userId, ids: restored.map(({ jobId }) => jobId) });
    return { restored: restored.map(({ jobId, state, reason }) => ({ id: jobId, state, reason })) };
  });
}

/** Remembers that the person looked. Only the first look counts. */
export async function markJobOpened(ctx: Context, { id }: { id: string }): Promise<void> {
  requireScope(ctx, "jobs:write");
  const { userId } = ctx.actor;
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [job] = await lockJobStates(tx, { userId, ids: [id] });
    if (!job) throw new AppError("not_found", "Job not found");
    if (job.current?.openedAt || !(await insertJobOpened(tx, { userId, id, now }))) return;
    await insertJobEvents(tx, [{ userId, type: "job/opened", subjectId: id, data: {}, occurredAt: now }]);
  });
}

/** Runs a read over the set the filters' words, search and run describe. */
async function inSearch<T>(
  ctx: Context,
  filters: JobFilters,
  mode: JobSearch["mode"] | undefined,
  read: (db: Database, scope: JobScope, search: JobSearch) => Promise<T>,
): Promise<T> {
  const { userId } = ctx.actor;
  const scope = { userId, searchId: filters.searchId, runId: filters.runId };
  const q = filters.q;
  if (!q) {
    if (mode !== undefined && mode !== "none") throw foreignCursor();
    return read(ctx.db, scope, { mode: "none" });
  }
  return withWordIndex(ctx.db, async (tx) => {
    const search = await findJobSearch(tx, { userId, q, mode });
    if (mode !== undefined && mode !== search.mode) throw foreignCursor();
    return read(tx, { ...scope, tsquery: search.tsquery, isCommon: search.isCommon, ids: search.ids }, search);
  });
}

function listFilters(ctx: Context, filters: JobFilters): JobListFilters {
  const { postedWithinDays: days, salaryMin, currency } = filters;
  return {
    ...filters,
    isEligibleOnly: filters.eligibility === "eligible",
    postedAfter: days === undefined ? undefined : new Date(ctx.now().getTime() - days * 86_400_000),
    pay: salaryMin === undefined || currency === undefined ? undefined : { min: salaryMin, currency },
    isUnknownPayHidden: filters.unknownPay === "hide",
  };
}

function readCursor(cursor: string, sort: ListJobsInput["sort"]) {
  const [cursorSort, mode, key, id] = decodeCursor(cursor, 4);
  const knownSort = JOB_SORTS.find((value) => value === cursorSort);
  const knownMode = SEARCH_MODES.find((value) => value === mode);
  if (!knownSort || !knownMode || (sort !== undefined && sort !== knownSort)) {
    throw foreignCursor();
  }
  return { sort: knownSort, mode: knownMode, after: { key: String(key), id: String(id) } };
}

function foreignCursor(): AppError {
  return new AppError("invalid", "That page marker belongs to another list", {
    fields: { cursor: ["is not a cursor of this list"] },
  });
}
