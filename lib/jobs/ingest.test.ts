import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { executeRows } from "@/db/queries/bulk";
import { closeUnlisted } from "@/db/queries/postings";
import { recountRunSource } from "@/db/queries/run-sources";
import { jobs, postings, runDecisions, runSources } from "@/db/schema";
import { searchCriteriaSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { createTestContext } from "@/tests/helpers/context";
import { givenPosting, givenRun } from "@/tests/helpers/postings";
import { type IngestInput, ingestPostings } from "./ingest";
import type { NormalizedPosting } from "./normalized";

const criteria = searchCriteriaSchema.parse({});
const NOW = new Date("2026-03-01T12:00:00Z");

async function ingest(ctx: Context, list: NormalizedPosting[], more: Partial<IngestInput> = {}) {
  const runId = more.runId ?? (await givenRun(ctx)).runId;
  const { sourceId = "lever", board = "" } = list[0] ?? {};
  await ingestPostings(ctx, { runId, sourceId, board, postings: list, invalid: [], criteria, ...more });
  return runId;
}
const jobsOf = (ctx: Context) => ctx.db.select().from(jobs).where(eq(jobs.userId, ctx.actor.userId));
const postingsOf = (ctx: Context) => ctx.db.select().from(postings).where(eq(postings.userId, ctx.actor.userId));
const decisionsOf = async (ctx: Context, runId: string) =>
  (await ctx.db.select().from(runDecisions).where(eq(runDecisions.runId, runId))).map(
    ({ externalId, decision, reason }) => [externalId, decision, reason],
  );
/** Row versions: they change with every write, whatever it writes. */
const versions = (ctx: Context) =>
  executeRows(
    ctx.db,
    sql`select id, xmin::text from postings where user_id = ${ctx.actor.userId} union all select id, xmin::text from jobs where user_id = ${ctx.actor.userId} order by 1`,
  );

test("new postings become jobs with their company, and say so once", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const postedAt = new Date("2026-02-20T00:00:00Z");
  const runId = await ingest(ctx, [
    givenPosting({
      externalId: "a",
      title: "A",
      postedAt,
      salary: { text: "€90k", min: 90_000, annualMin: 90_000, currency: "EUR", interval: "year" },
    }),
    givenPosting({ externalId: "b", title: "B\0 \ud800", simhash: -5n }),
  ]);
  const stored = (await jobsOf(ctx)).sort((a, b) => a.title.localeCompare(b.title));
  expect(stored).toMatchObject([
    {
      title: "A",
      companyName: "Acme",
      salaryAnnualMin: 90_000,
      sortAt: postedAt,
      countries: ["DE"],
      places: [{ city: "Berlin" }],
    },
    { title: "B ", sortAt: NOW, simhash: -5n },
  ]);
  expect(stored[0]?.companyId).toBe(stored[1]?.companyId);
  expect(await decisionsOf(ctx, runId)).toEqual([
    ["a", "new", null],
    ["b", "new", null],
  ]);
});

test("an unchanged board writes nothing but its decisions", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const list = [givenPosting({ externalId: "a", title: "A" }), givenPosting({ externalId: "b", title: "B" })];
  await ingest(ctx, list);
  const before = await versions(ctx);
  const runId = await ingest(ctx, list);
  expect(await versions(ctx)).toEqual(before);
  expect((await decisionsOf(ctx, runId)).map(([, decision]) => decision)).toEqual(["unchanged", "unchanged"]);
});

test("a posting seen again after a day is touched once", async () => {
  const { ctx, setNow } = await createTestContext({ now: NOW });
  const list = [givenPosting()];
  await ingest(ctx, list);
  setNow(new Date(NOW.getTime() + 25 * 3_600_000));
  await ingest(ctx, list);
  expect((await postingsOf(ctx))[0]?.lastSeenAt).toEqual(ctx.now());
  const before = await versions(ctx);
  await ingest(ctx, list);
  expect(await versions(ctx)).toEqual(before);
});

test("changed content updates the posting and the job it is the face of", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting()]);
  const runId = await ingest(ctx, [
    givenPosting({ contentHash: "v2", title: "Staff Frontend Engineer", descriptionText: "More." }),
  ]);
  expect(await jobsOf(ctx)).toMatchObject([
    { title: "Staff Frontend Engineer", descriptionText: "More.", contentHash: "v2" },
  ]);
  expect(await postingsOf(ctx)).toMatchObject([{ title: "Staff Frontend Engineer", contentHash: "v2" }]);
  expect(await decisionsOf(ctx, runId)).toEqual([["x1", "changed", null]]);
});

test("a copy on another board is one job with two postings, and its text does not replace the face", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting({ sourceId: "lever", simhash: 1n })]);
  const copy = givenPosting({ sourceId: "remoteok", externalId: "r1", contentHash: "theirs", descriptionText: "Cut…" });
  const runId = await ingest(ctx, [copy]);
  await ingest(ctx, [{ ...copy, contentHash: "theirs-2", title: "SENIOR FRONTEND ENGINEER!!" }]);
  expect(await jobsOf(ctx)).toMatchObject([{ title: "Senior Frontend Engineer", contentHash: "hash-x1" }]);
  expect((await postingsOf(ctx)).map(({ sourceId }) => sourceId).sort()).toEqual(["lever", "remoteok"]);
  expect(await decisionsOf(ctx, runId)).toEqual([
    ["r1", "duplicate", "Already here from lever: same company, title and place"],
  ]);
});

test("copies within one batch find each other", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [
    givenPosting({ externalId: "a", simhash: 7n, contentHash: "same" }),
    givenPosting({ externalId: "b", simhash: 7n, contentHash: "same" }),
    givenPosting({ externalId: "a", simhash: 7n, contentHash: "same" }),
  ]);
  expect(await jobsOf(ctx)).toHaveLength(1);
  expect(await postingsOf(ctx)).toHaveLength(2);
});

test("a repost after the earlier posting closed is a new job", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting({ externalId: "a" })]);
  await ctx.db.update(postings).set({ closedAt: NOW }).where(eq(postings.userId, ctx.actor.userId));
  const runId = await ingest(ctx, [givenPosting({ externalId: "b" })]);
  expect(await jobsOf(ctx)).toHaveLength(2);
  expect((await decisionsOf(ctx, runId))[0]).toEqual(["b", "new", "Posted again; the earlier one is kept apart"]);
});

test("two sources that bring one job at the same moment make one job", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const sources = ["lever", "ashby", "greenhouse", "remotive", "remoteok"];
  await Promise.all(
    sources.map((sourceId) => ingest(ctx, [givenPosting({ sourceId, externalId: `${sourceId}-1` })], { runId })),
  );
  expect(await jobsOf(ctx)).toHaveLength(1);
  expect(await postingsOf(ctx)).toHaveLength(sources.length);
});

test("one page stored twenty times at once is stored once and counted once", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const list = Array.from({ length: 30 }, (_, i) => givenPosting({ externalId: `x${i}`, title: `Engineer ${i}` }));
  const more = { runId, invalid: [{ reason: "no title" }] };
  await Promise.all(Array.from({ length: 20 }, () => ingest(ctx, list, more)));
  expect(await jobsOf(ctx)).toHaveLength(30);
  const key = { userId, runId, sourceId: "lever", board: "" };
  await recountRunSource(ctx.db, key);
  await recountRunSource(ctx.db, key);
  const [source] = await ctx.db.select().from(runSources).where(eq(runSources.runId, runId));
  expect(source).toMatchObject({ fetched: 31, parsed: 30, created: 30, invalid: 1, unchanged: 0 });
});

test("dropped postings are not stored but their reason is; a stored one that is dropped now stays", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting({ externalId: "old", title: "PHP Engineer" })]);
  const runId = await ingest(
    ctx,
    [
      givenPosting({ externalId: "old", title: "PHP Engineer" }),
      givenPosting({ externalId: "new", title: "PHP Lead" }),
    ],
    {
      criteria: { ...criteria, excludeWords: ["php"] },
    },
  );
  expect(await jobsOf(ctx)).toHaveLength(1);
  const reason = "The title contains the excluded word “php”";
  expect((await decisionsOf(ctx, runId)).sort()).toEqual([
    ["new", "filtered", reason],
    ["old", "filtered", reason],
  ]);
});

test("rows without an id are told apart by page and place", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const invalid = [{ reason: "no title" }, { reason: "no id", title: "Engineer" }];
  for (const page of [1, 1, 2]) await ingest(ctx, [], { runId, invalid, page });
  expect(await decisionsOf(ctx, runId)).toHaveLength(4);
});

test("a job closes when its last posting does and opens again when one returns", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting({ externalId: "a" })]);
  await ingest(ctx, [givenPosting({ sourceId: "ashby", externalId: "b" })]);
  const { runId } = await givenRun(ctx);
  const close = (sourceId: string) => closeUnlisted(ctx.db, { userId, sourceId, board: "", runId, now: NOW });
  expect(await close("lever")).toBe(1);
  expect((await jobsOf(ctx))[0]?.closedAt).toBeNull();
  expect(await close("ashby")).toBe(1);
  expect((await jobsOf(ctx))[0]?.closedAt).toEqual(NOW);
  const again = await ingest(ctx, [givenPosting({ externalId: "a" })]);
  expect((await jobsOf(ctx))[0]?.closedAt).toBeNull();
  expect(await decisionsOf(ctx, again)).toEqual([["a", "changed", "Open again"]]);
});

test("a posting the board marks as closed is closed and not stored", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await ingest(ctx, [givenPosting({ externalId: "a" })]);
  const closed = ["a", "z"].map((externalId) => ({
    externalId,
    title: "T",
    companyName: "Acme",
    url: "https://acme.example",
  }));
  const runId = await ingest(ctx, [], { closed });
  const [open] = await ctx.db
    .select()
    .from(postings)
    .where(and(eq(postings.userId, ctx.actor.userId), eq(postings.externalId, "a")));
  expect(open?.closedAt).toEqual(NOW);
  expect((await decisionsOf(ctx, runId)).map(([id]) => id).sort()).toEqual(["a", "z"]);
});

test("another person's identical posting is another person's job", async () => {
  const mine = await createTestContext({ now: NOW });
  const theirs = await createTestContext({ now: NOW });
  await ingest(mine.ctx, [givenPosting()]);
  await ingest(theirs.ctx, [givenPosting({ contentHash: "other" })]);
  expect(await jobsOf(mine.ctx)).toMatchObject([{ contentHash: "hash-x1" }]);
  expect(await jobsOf(theirs.ctx)).toHaveLength(1);
});

test("a token that may only read cannot store", async () => {
  const { withToken, ctx } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  await expect(ingest(withToken("jobs:read"), [givenPosting()], { runId })).rejects.toMatchObject({
    code: "forbidden",
  });
});
