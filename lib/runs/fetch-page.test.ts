import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs, postings, runDecisions, runSources, runs } from "@/db/schema";
import type { Context } from "@/lib/context";
import { SourceError } from "@/lib/sources/adapter";
import { createTestContext } from "@/tests/helpers/context";
import { givenCrawler, givenSourceJob } from "@/tests/helpers/crawler";
import { givenRun } from "@/tests/helpers/postings";
import { fetchRunPage } from "./fetch-page";
import { failRunSource, finishRunSource } from "./finish-source";
import { scoreRunSource } from "./plan";
import type { PageReport } from "./reports";
import { cancelRun, getRun } from "./service";

const NOW = new Date("2026-03-02T12:00:00Z");
const key = { sourceId: "lever", board: "" };
type Board = ReturnType<typeof givenCrawler>;

/** What the fetch-source function does, without the queue. */
async function read(ctx: Context, { crawler }: Board, given: Parameters<typeof givenRun>[1] = {}) {
  const { runId } = await givenRun(ctx, given);
  const reports: PageReport[] = [];
  let last: PageReport | undefined;
  do {
    last = await fetchRunPage(ctx, { runId, ...key, page: reports.length + 1, request: last?.next }, crawler);
    reports.push(last);
  } while (last.next);
  await scoreRunSource(ctx, { runId, ...key, limit: 100 });
  await finishRunSource(ctx, { runId, ...key, reports }, crawler);
  const run = await getRun(ctx, { id: runId });
  return { runId, run, source: run.sources[0] as (typeof run.sources)[number], reports };
}
const openIds = async ({ db, actor }: Context) =>
  (await db.select().from(postings).where(eq(postings.userId, actor.userId)))
    .filter(({ closedAt }) => !closedAt)
    .map(({ externalId }) => externalId)
    .sort();
const page = (ids: string[], more: object = {}) => ({ jobs: ids.map((id) => givenSourceJob(id)), ...more });
const next = { url: "https://lever.example/2" };

test("pages are followed, stored, scored and counted, and the last source ends the run", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { run, source } = await read(
    ctx,
    givenCrawler([page(["a", "b"], { next }), page(["c"], { invalid: [{ reason: "no title" }] })]),
  );
  expect(source).toMatchObject({
    status: "finished",
    outcome: "partial",
    pages: 2,
    fetched: 4,
    parsed: 3,
    created: 3,
    invalid: 1,
    scored: 3,
  });
  expect(run).toMatchObject({ status: "finished", finishedAt: NOW, funnel: { fetched: 4, created: 3, scored: 3 } });
});

test("the same board twice: the second run stores nothing and scores nothing", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const board = () => givenCrawler([page(["a", "b"])]);
  await read(ctx, board());
  const { source } = await read(ctx, board());
  expect(source).toMatchObject({ outcome: "ok", created: 0, unchanged: 2 });
  expect(await ctx.db.$count(jobs, eq(jobs.userId, ctx.actor.userId))).toBe(2);
});

test("what a whole board no longer lists is closed, but not when the reading fell short", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await read(ctx, givenCrawler([page(["a", "b", "c"])]));
  const refused = new SourceError("blocked", "Lever answered 403", { status: 403 });
  const shortfalls = [
    givenCrawler([page(["a"], { next }), refused]),
    givenCrawler([page(["a"], { invalid: [{ reason: "no id" }] })]),
    givenCrawler([page([])]),
    givenCrawler([page(["a"], { cappedAt: 1 })]),
    givenCrawler([page(["a"])], { isPartialListing: true }),
  ];
  const outcomes: (string | null)[] = [];
  for (const board of shortfalls) {
    outcomes.push((await read(ctx, board)).source.outcome);
    expect(await openIds(ctx)).toEqual(["a", "b", "c"]);
  }
  expect(outcomes).toEqual(["partial", "partial", "drifted", "capped", "ok"]);
  const { source } = await read(ctx, givenCrawler([page(["a"])]));
  expect(source.evidence?.message).toContain("2 no longer listed and closed");
  expect(await openIds(ctx)).toEqual(["a"]);
});

test("a run that filters everything out closes nothing it saw", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await read(ctx, givenCrawler([page(["a"])]));
  const { source } = await read(ctx, givenCrawler([page(["a", "z"])]), { criteria: { excludeWords: ["engineer"] } });
  expect(source).toMatchObject({ outcome: "ok", filtered: 2, created: 0 });
  expect(await openIds(ctx)).toEqual(["a"]);
});

test("a board that has not changed is believed once, and only for the same criteria", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await read(ctx, givenCrawler([page(["a", "b"], { etag: "v1" })]));
  const again = givenCrawler([{ notModified: true, rows: 0 }]);
  const { source } = await read(ctx, again);
  expect(again.requests[0]?.validators).toEqual({ etag: "v1", lastModified: undefined });
  expect(source).toMatchObject({ outcome: "ok", unchanged: 2, fetched: 2 });
  const other = givenCrawler([page(["a", "b"])]);
  await read(ctx, other, { criteria: { keywords: ["engineer"] } });
  expect(other.requests[0]?.validators).toBeUndefined();
});

test("a board that asks for an interval is left alone within it", async () => {
  const { ctx, setNow } = await createTestContext({ now: NOW });
  const board = () => givenCrawler([page(["a"])], { minIntervalMinutes: 360 });
  await read(ctx, board());
  const soon = board();
  expect((await read(ctx, soon)).source).toMatchObject({
    outcome: "ok",
    unchanged: 1,
    evidence: { message: expect.stringContaining("6 hours between readings") },
  });
  expect(soon.requests).toHaveLength(0);
  setNow(new Date(NOW.getTime() + 7 * 3_600_000));
  const later = board();
  await read(ctx, later);
  expect(later.requests).toHaveLength(1);
});

test("a refusal is the state of its source, with the evidence", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { run, source } = await read(
    ctx,
    givenCrawler([new SourceError("blocked", "Lever answered 403", { status: 403, url: "https://lever.example" })]),
  );
  expect(source).toMatchObject({ outcome: "blocked", evidence: { message: "Lever answered 403", status: 403 } });
  expect(run.status).toBe("finished");
});

test("a short wait the board asks for is made once; then the refusal stands", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { crawler } = givenCrawler([
    new SourceError("blocked", "Lever answered 429", { status: 429, retryAfterSeconds: 60 }),
  ]);
  const { runId } = await givenRun(ctx);
  const first = fetchRunPage(ctx, { runId, ...key, page: 1 }, crawler);
  await expect(first).rejects.toMatchObject({ code: "upstream", retryAfter: 60 });
  expect(await fetchRunPage(ctx, { runId, ...key, page: 1 }, crawler)).toMatchObject({ error: { outcome: "blocked" } });
});

test("a long wait is not made: the source says so at once", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { source } = await read(ctx, givenCrawler([new SourceError("blocked", "Later", { retryAfterSeconds: 3600 })]));
  expect(source).toMatchObject({ outcome: "blocked", evidence: { retryAfterSeconds: 3600 } });
});

test("the page limit caps the source", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const board = givenCrawler([page(["a"], { next }), page(["b"], { next })], { maxPages: 2 });
  const { source } = await read(ctx, board);
  expect(source).toMatchObject({
    outcome: "capped",
    created: 2,
    evidence: { message: "Stopped after 2 pages; Lever has more" },
  });
});

test("a board that was asked for the words is not filtered by them again", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const searching = {
    first: (query: { criteria: { keywords: string[] } }) => ({
      url: `https://lever.example/?q=${query.criteria.keywords}`,
    }),
  };
  const given = { criteria: { keywords: ["astronaut"] } };
  expect((await read(ctx, givenCrawler([page(["a"])], searching), given)).source.created).toBe(1);
  expect((await read(ctx, givenCrawler([page(["b"])]), given)).source.filtered).toBe(1);
});

test("postings without text in the list are opened once, unless the list alone rules them out", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const bare = (ids: string[]) => ({ jobs: ids.map((id) => givenSourceJob(id, { descriptionHtml: undefined })) });
  const detail = { detail: { request: () => next, parse: (_page: unknown, job: never) => job } };
  const first = givenCrawler([{ jobs: [...bare(["a", "b"]).jobs, givenSourceJob("x", { title: "Intern" })] }], detail);
  const given = { criteria: { excludeWords: ["intern"] } };
  expect((await read(ctx, first, given)).source).toMatchObject({ created: 2, filtered: 1 });
  expect(first.details).toEqual(["a", "b"]);
  const second = givenCrawler([bare(["a", "b", "c"])], detail);
  expect((await read(ctx, second, given)).source).toMatchObject({ created: 1, unchanged: 2, changed: 0 });
  expect(second.details).toEqual(["c"]);
});

test("a posting that is gone is closed; a refusal keeps the list entries and says how many are without text", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const board = givenCrawler([page(["a", "b", "c", "d"])], {
    detail: { request: () => next, parse: (_page, job) => job },
  });
  board.detailAnswers.set("a", new SourceError("failed", "gone", { status: 404 }));
  board.detailAnswers.set("c", new SourceError("blocked", "Lever answered 429"));
  const { source } = await read(ctx, board);
  expect(board.details).toEqual(["a", "b", "c"]);
  expect(source).toMatchObject({ outcome: "partial", created: 3, filtered: 1 });
  expect(source.evidence?.message).toBe("2 of 4 postings are without their text: Lever answered 429");
});

test("rows the board marks as closed are not stored", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { source } = await read(
    ctx,
    givenCrawler([{ jobs: [givenSourceJob("a"), givenSourceJob("b", { isClosed: true })] }]),
  );
  expect(source).toMatchObject({ created: 1, filtered: 1 });
});

test("a page that runs twice changes no count", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { crawler } = givenCrawler([page(["a", "b"])]);
  const { runId } = await givenRun(ctx);
  for (let i = 0; i < 20; i++) await fetchRunPage(ctx, { runId, ...key, page: 1 }, crawler);
  const { sources } = await getRun(ctx, { id: runId });
  expect(sources[0]).toMatchObject({ pages: 1, fetched: 2, created: 2, unchanged: 0 });
});

test("a canceled run reads no further page and keeps what it has", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const board = givenCrawler([page(["a"], { next }), page(["b"])]);
  const { runId } = await givenRun(ctx);
  await fetchRunPage(ctx, { runId, ...key, page: 1 }, board.crawler);
  await cancelRun(ctx, { id: runId });
  const report = await fetchRunPage(ctx, { runId, ...key, page: 2, request: next }, board.crawler);
  expect(report).toMatchObject({ isStopped: true });
  await finishRunSource(ctx, { runId, ...key, reports: [report] }, board.crawler);
  const run = await getRun(ctx, { id: runId });
  expect(run).toMatchObject({ status: "canceled", sources: [{ status: "finished", outcome: null, created: 1 }] });
  expect(board.requests).toHaveLength(1);
});

test("a source switched off after the run began is off, not failed", async () => {
  const { ctx } = await createTestContext({ now: NOW, isDemo: true });
  const board = givenCrawler([page(["a"])]);
  const { source } = await read(ctx, board);
  expect(source).toMatchObject({ outcome: "off" });
  expect(board.requests).toHaveLength(0);
});

test("of two sources that finish at once, one ends the run; a source that failed alone does not fail the run", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx, { sources: [{ sourceId: "lever", boards: ["a", "b"] }] });
  const { crawler } = givenCrawler([page(["a"])]);
  const reports = [await fetchRunPage(ctx, { runId, sourceId: "lever", board: "a", page: 1 }, crawler)];
  await Promise.all([
    finishRunSource(ctx, { runId, sourceId: "lever", board: "a", reports }, crawler),
    failRunSource(ctx, { runId, sourceId: "lever", board: "b", message: "Gave up" }),
  ]);
  const run = await getRun(ctx, { id: runId });
  expect(run.status).toBe("finished");
  expect(run.sources.map(({ outcome }) => outcome)).toEqual(["ok", "failed"]);
  await failRunSource(ctx, { runId, sourceId: "lever", board: "a", message: "too late" });
  expect((await getRun(ctx, { id: runId })).sources[0]?.outcome).toBe("ok");
});

test("a run whose every source failed has failed", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { run } = await read(ctx, givenCrawler([new SourceError("failed", "Lever could not be reached")]));
  expect(run.status).toBe("failed");
});

test("a stranger's run is nothing to fetch", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const stranger = await createTestContext({ now: NOW });
  const { crawler, requests } = givenCrawler([page(["a"])]);
  expect(await fetchRunPage(stranger.ctx, { runId, ...key, page: 1 }, crawler)).toMatchObject({ isStopped: true });
  expect(requests).toHaveLength(0);
  expect(await ctx.db.$count(runDecisions, eq(runDecisions.runId, runId))).toBe(0);
  expect(await ctx.db.$count(runs, and(eq(runs.id, runId), eq(runs.status, "running")))).toBe(1);
  expect(await ctx.db.$count(runSources, and(eq(runSources.runId, runId), eq(runSources.status, "queued")))).toBe(1);
});
