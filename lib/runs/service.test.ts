import { expect, test } from "vitest";
import { runDecisions, runSources } from "@/db/schema";
import type { Context } from "@/lib/context";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { createTestContext } from "@/tests/helpers/context";
import { givenRun } from "@/tests/helpers/postings";
import { createSearchAndRun, runProposedSearch } from "./first-run";
import { listBoardHealth } from "./health";
import { failRun, planRun } from "./plan";
import { cancelRun, getRun, listRunDecisions, listRuns, startRun } from "./service";

const NOW = new Date("2026-03-02T12:00:00Z");
const given = (sources: object[] = [{ sourceId: "demo" }]) =>
  createSearchInput.parse({ name: "Frontend", criteria: {}, sources });
const search = async (ctx: Context, sources?: object[]) => (await createSearch(ctx, given(sources))).id;

test("starting a run stores it with its sources, then announces it once", async () => {
  const { ctx, emitted, userId } = await createTestContext({ now: NOW });
  const searchId = await search(ctx, [
    { sourceId: "demo" },
    { sourceId: "lever", boards: ["acme", "globex", "acme"] },
    { sourceId: "linkedin" },
  ]);
  const run = await startRun(ctx, { searchId });
  expect(run).toMatchObject({ status: "queued", trigger: "manual", slot: expect.stringMatching(/^manual:/) });
  expect(emitted).toMatchObject([
    { name: "search/run.requested", data: { userId, runId: run.id }, id: `run-${run.id}` },
  ]);
  const { sources, funnel } = await getRun(ctx, { id: run.id });
  expect(sources.map(({ sourceId, board, status, outcome }) => [sourceId, board, status, outcome])).toEqual([
    ["demo", "", "queued", null],
    ["lever", "acme", "queued", null],
    ["lever", "globex", "queued", null],
    ["linkedin", "", "finished", "off"],
  ]);
  expect(sources[3]?.evidence?.message).toContain("switched off");
  expect(funnel.fetched).toBe(0);
});

test("a run whose announcement is lost is queued all the same", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const deaf: Context = { ...ctx, emit: () => Promise.reject(new Error("no queue")) };
  expect(await startRun(deaf, { searchId: await search(ctx) })).toMatchObject({ status: "queued" });
});

test("a search runs once at a time, however often it is pressed", async () => {
  const { ctx, emitted } = await createTestContext({ now: NOW });
  const searchId = await search(ctx);
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => startRun(ctx, { searchId })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  expect(emitted).toHaveLength(1);
  const [{ id } = { id: "" }] = (await listRuns(ctx, { searchId })).runs;
  await cancelRun(ctx, { id });
  await expect(startRun(ctx, { searchId })).resolves.toMatchObject({ status: "queued" });
});

test("a plan names the sources to fetch; a run with none ends at once", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const run = await startRun(ctx, { searchId: await search(ctx, [{ sourceId: "demo" }, { sourceId: "glassdoor" }]) });
  expect((await planRun(ctx, { runId: run.id })).sources).toEqual([{ sourceId: "demo", board: "" }]);
  expect(await getRun(ctx, { id: run.id })).toMatchObject({ status: "running", startedAt: NOW });

  const idle = await startRun(ctx, { searchId: await search(ctx, [{ sourceId: "glassdoor" }]) });
  expect((await planRun(ctx, { runId: idle.id })).sources).toEqual([]);
  expect(await getRun(ctx, { id: idle.id })).toMatchObject({ status: "finished", sources: [{ outcome: "off" }] });
});

test("a canceled run is over: it is neither planned nor canceled again", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const run = await startRun(ctx, { searchId: await search(ctx) });
  expect(await cancelRun(ctx, { id: run.id })).toMatchObject({ status: "canceled", finishedAt: NOW });
  await expect(cancelRun(ctx, { id: run.id })).rejects.toMatchObject({ code: "conflict" });
  expect(await planRun(ctx, { runId: run.id })).toEqual({ sources: [] });
});

test("a run that could not start fails with its sources", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const run = await startRun(ctx, { searchId: await search(ctx) });
  await failRun(ctx, { runId: run.id, message: "The run could not be started" });
  await failRun(ctx, { runId: run.id, message: "again" });
  expect(await getRun(ctx, { id: run.id })).toMatchObject({
    status: "failed",
    error: "The run could not be started",
    sources: [{ outcome: "failed" }],
  });
});

test("runs page newest first and keep to their search", async () => {
  const { ctx, setNow } = await createTestContext({ now: NOW });
  const searchId = await search(ctx);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    setNow(new Date(NOW.getTime() + i * 1000));
    ids.unshift((await startRun(ctx, { searchId })).id);
    await cancelRun(ctx, { id: ids[0] as string });
  }
  await startRun(ctx, { searchId: await search(ctx) });
  const first = await listRuns(ctx, { searchId, limit: 2 });
  const second = await listRuns(ctx, { searchId, limit: 2, cursor: first.nextCursor });
  expect([...first.runs, ...second.runs].map(({ id }) => id)).toEqual(ids);
  expect((await listRuns(ctx)).runs).toHaveLength(4);
});

test("decisions are filtered by fate, source and words, and counted beside the filter", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const row = (externalId: string, decision: "new" | "filtered", title: string, sourceId = "lever") => ({
    userId,
    runId,
    sourceId,
    externalId,
    decision,
    title,
    companyName: "Acme 100%",
  });
  await ctx.db
    .insert(runDecisions)
    .values([
      row("1", "new", "Engineer"),
      row("2", "filtered", "Intern"),
      row("3", "filtered", "Engineer"),
      row("4", "new", "Engineer", "ashby"),
    ]);
  const all = await listRunDecisions(ctx, { runId, limit: 3 });
  expect(all.counts).toEqual({ new: 2, filtered: 2 });
  expect(
    (await listRunDecisions(ctx, { runId, cursor: all.nextCursor })).decisions.map(({ externalId }) => externalId),
  ).toEqual(["4"]);
  const some = await listRunDecisions(ctx, { runId, decision: "filtered", sourceId: "lever", q: "engin" });
  expect(some.decisions.map(({ externalId }) => externalId)).toEqual(["3"]);
  expect(some.counts).toEqual({ new: 1, filtered: 1 });
  expect((await listRunDecisions(ctx, { runId, q: "100%" })).decisions).toHaveLength(4);
  expect((await listRunDecisions(ctx, { runId, q: "1%0" })).decisions).toHaveLength(0);
});

test("a stranger finds no run, and a reading token starts none", async () => {
  const { ctx, withToken } = await createTestContext({ now: NOW });
  const searchId = await search(ctx);
  const run = await startRun(ctx, { searchId });
  const stranger = await createTestContext({ now: NOW });
  for (const verb of [
    () => startRun(stranger.ctx, { searchId }),
    () => getRun(stranger.ctx, run),
    () => cancelRun(stranger.ctx, run),
    () => listRunDecisions(stranger.ctx, { runId: run.id }),
  ]) {
    await expect(verb()).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await listRuns(stranger.ctx, { searchId })).runs).toEqual([]);
  const reader = withToken("searches:read");
  expect((await getRun(reader, run)).id).toBe(run.id);
  for (const verb of [() => startRun(reader, { searchId }), () => cancelRun(reader, run)])
    await expect(verb()).rejects.toMatchObject({ code: "forbidden" });
});

test("a newcomer's first search is proposed, saved and started in one go", async () => {
  const { ctx, emitted } = await createTestContext({ now: NOW });
  expect(await runProposedSearch(ctx)).toMatchObject({ status: "queued" });
  expect(await createSearchAndRun(ctx, given())).toMatchObject({ trigger: "manual" });
  expect(emitted).toHaveLength(2);
});

test("the health of a board counts what did not get through since it last did", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const outcomes = ["ok", "blocked", "off", "blocked", "drifted"] as const;
  for (const [index, outcome] of outcomes.entries()) {
    const { runId } = await givenRun(ctx, { sources: [] });
    const finishedAt = new Date(NOW.getTime() + index * 1000);
    await ctx.db.insert(runSources).values({
      runId,
      userId,
      sourceId: "lever",
      board: "acme",
      status: "finished",
      outcome,
      finishedAt,
      evidence: { message: outcome },
    });
  }
  expect(await listBoardHealth(ctx)).toMatchObject([
    {
      sourceId: "lever",
      board: "acme",
      consecutiveFailures: 3,
      isDrifted: true,
      lastOkAt: NOW,
      last: { outcome: "drifted" },
    },
  ]);
  expect(await listBoardHealth((await createTestContext()).ctx)).toEqual([]);
});
