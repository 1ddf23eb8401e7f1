import { InngestTestEngine } from "@inngest/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { events, jobs, runSources, searches } from "@/db/schema";
import { runRequested, sourceFetchRequested } from "@/inngest/events";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { cancelRun, getRun, startRun } from "@/lib/runs/service";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { createTestContext } from "@/tests/helpers/context";
import { useOwnDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { toRunError } from "../errors";
import { fetchSource } from "./fetch-source";
import { functions } from "./index";
import { pruneOldDecisions, reapSilentRuns } from "./reap-runs";
import { rescoreProfile } from "./rescore-profile";
import { runSearch } from "./run-search";
import { sweepSearches } from "./sweep-searches";

// A whole demo board is read and scored several times over.
vi.setConfig({ testTimeout: 120_000 });

let sent: Awaited<ReturnType<typeof useTestServer>>;
let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  sent = await useTestServer();
});
afterAll(() => dropDatabase());

const search = (ctx: Context, sources: object[] = [{ sourceId: "demo" }]) =>
  createSearch(ctx, createSearchInput.parse({ name: "Demo", criteria: {}, sources }));
type Fn = (typeof functions)[number];
const execute = async (fn: Fn, event?: { name: string; data: object }) => {
  const engine = new InngestTestEngine({ function: fn as never, ...(event && { events: [event as never] }) });
  const { result, error } = await engine.execute();
  if (error) throw error;
  return result as Record<string, unknown>;
};

/** What the queue does when it gives a function up. */
async function fail(fn: Fn, event: { name: string; data: object }) {
  const { onFailure } = (fn as unknown as { opts: { onFailure: (input: object) => Promise<void> } }).opts;
  const step = { run: (_id: string, work: () => unknown) => work() };
  await onFailure({ event: { data: { event } }, error: new Error("boom"), step });
}

async function givenStarted(sources?: object[]) {
  const person = await createTestContext();
  const { id: searchId } = await search(person.ctx, sources);
  const { id: runId } = await startRun(person.ctx, { searchId });
  const { userId } = person;
  const fetch = sourceFetchRequested.create({ userId, runId, searchId, sourceId: "demo", board: "" });
  return { ...person, searchId, runId, requested: runRequested.create({ userId, runId }), fetch };
}

test("a requested run is taken up and its open sources are sent out, each under an id of its own", async () => {
  const { ctx, runId, requested } = await givenStarted([{ sourceId: "demo" }, { sourceId: "linkedin" }]);
  const before = sent.length;
  expect(await execute(runSearch, requested)).toEqual({ sources: 1 });
  expect(sent.slice(before)).toMatchObject([
    { name: "source/fetch.requested", id: `fetch-${runId}-demo-`, data: { runId, sourceId: "demo" } },
  ]);
  expect(await getRun(ctx, { id: runId })).toMatchObject({ status: "running" });
});

test("a canceled run is not taken up", async () => {
  const { ctx, runId, requested, fetch } = await givenStarted();
  await cancelRun(ctx, { id: runId });
  expect(await execute(runSearch, requested)).toEqual({ sources: 0 });
  expect(await execute(fetchSource, fetch)).toEqual({ pages: 0 });
});

test("a source is read to its end, stored, scored and finished; running it all again changes nothing", async () => {
  const { ctx, userId, runId, requested, fetch } = await givenStarted();
  await execute(runSearch, requested);
  const first = await execute(fetchSource, fetch);
  expect(first).toMatchObject({ outcome: "ok", pages: expect.any(Number) });
  const run = await getRun(ctx, { id: runId });
  expect(run).toMatchObject({ status: "finished", sources: [{ status: "finished", outcome: "ok" }] });
  expect(run.funnel.created + run.funnel.duplicate).toBe(run.funnel.parsed);
  expect(run.funnel.scored).toBe(run.funnel.created);
  const stored = await ctx.db.$count(jobs, eq(jobs.userId, userId));
  expect(stored).toBe(run.funnel.created);

  expect(await execute(fetchSource, fetch)).toEqual({ pages: 0 });
  expect(await getRun(ctx, { id: runId })).toEqual(run);
  expect(await ctx.db.$count(jobs, eq(jobs.userId, userId))).toBe(stored);
  const log = await ctx.db.select().from(events).where(eq(events.subjectId, runId)).orderBy(events.id);
  expect(log.map(({ type }) => type)).toEqual(["run.queued", "run.started", "run.finished"]);
});

test("a function that gave up ends its source and its run", async () => {
  const { ctx, runId, requested, fetch } = await givenStarted();
  await execute(runSearch, requested);
  await fail(fetchSource, fetch);
  expect(await getRun(ctx, { id: runId })).toMatchObject({
    status: "failed",
    sources: [{ outcome: "failed", evidence: { detail: "boom" } }],
  });
});

test("a run whose function gave up is failed with its sources", async () => {
  const { ctx, runId, requested } = await givenStarted();
  await fail(runSearch, requested);
  expect(await getRun(ctx, { id: runId })).toMatchObject({ status: "failed", error: "The run could not be started" });
});

test("the sweep starts what is due and announces it; nothing due announces nothing", async () => {
  const { ctx, userId } = await createTestContext();
  const { id } = await search(ctx);
  await ctx.db
    .update(searches)
    .set({
      nextRunAt: new Date(Date.now() - 1000),
      schedule: { cadence: "hourly", time: "08:00", weekday: 1, timeZone: "UTC" },
    })
    .where(eq(searches.id, id));
  const before = sent.length;
  expect(await execute(sweepSearches)).toEqual({ started: 1 });
  expect(sent.slice(before)).toMatchObject([{ name: "search/run.requested", data: { userId } }]);
  expect(await execute(sweepSearches)).toEqual({ started: 0 });
  expect(sent).toHaveLength(before + 1);
});

test("the reaper announces a lost run again and prunes without complaint", async () => {
  const { ctx, runId } = await givenStarted();
  await ctx.db.execute(`update runs set created_at = now() - interval '5 minutes' where id = '${runId}'`);
  expect(await execute(reapSilentRuns)).toMatchObject({ dead: 0, resent: 1 });
  expect(sent.at(-1)).toMatchObject({ id: `run-${runId}` });
  expect(await execute(reapSilentRuns)).toMatchObject({ resent: 0 });
  expect(await execute(pruneOldDecisions)).toEqual({ deleted: 0 });
});

test("a changed profile rescores what is stored", async () => {
  const { ctx, userId, requested, fetch, runId } = await givenStarted();
  await execute(runSearch, requested);
  await execute(fetchSource, fetch);
  const { funnel } = await getRun(ctx, { id: runId });
  expect(await execute(rescoreProfile, { name: "profile/changed", data: { userId, profileVersion: 2 } })).toEqual({
    scored: funnel.created,
  });
  const { userId: stranger } = await createTestContext();
  expect(
    await execute(rescoreProfile, { name: "profile/changed", data: { userId: stranger, profileVersion: 1 } }),
  ).toEqual({ scored: 0 });
});

test("errors of ours are never retried, waits are kept, everything else is retried", () => {
  const thrown = (error: unknown) => {
    try {
      return toRunError(error);
    } catch (mapped) {
      return mapped;
    }
  };
  expect(thrown(new AppError("not_found", "gone"))).toMatchObject({ name: "NonRetriableError" });
  expect(thrown(new AppError("upstream", "later", { retryAfter: 60 }))).toMatchObject({
    name: "RetryAfterError",
    retryAfter: "60",
  });
  const other = new Error("network");
  expect(thrown(other)).toBe(other);
});

test("function ids are unique, and every open source of a run has a row", async () => {
  const ids = functions.map((fn) => fn.id());
  expect(new Set(ids).size).toBe(ids.length);
  const { ctx, runId } = await givenStarted();
  expect(await ctx.db.$count(runSources, eq(runSources.runId, runId))).toBe(1);
});
