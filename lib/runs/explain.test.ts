import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { companies, jobStates, jobs, postings, runDecisions, runSources } from "@/db/schema";
import { searchCriteriaSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { ingestPostings } from "@/lib/jobs/ingest";
import type { NormalizedPosting } from "@/lib/jobs/normalized";
import { urlKey } from "@/lib/jobs/urls";
import { matchJobs } from "@/lib/matching/service";
import { createTestContext } from "@/tests/helpers/context";
import { givenPosting, givenRun } from "@/tests/helpers/postings";
import { explainPosting } from "./explain";

const NOW = new Date("2026-03-02T12:00:00Z");
const URL_A = "https://jobs.lever.co/acme/3f0c-77aa-1";

async function given(overrides: Partial<NormalizedPosting> = {}, criteria: object = {}) {
  const person = await createTestContext({ now: NOW });
  const { ctx } = person;
  const { runId } = await givenRun(ctx, { sources: [{ sourceId: "lever", boards: ["acme"] }] });
  const posting = givenPosting({
    externalId: "3f0c-77aa-1",
    url: URL_A,
    urlKey: urlKey(URL_A),
    board: "acme",
    ...overrides,
  });
  await ingestPostings(ctx, {
    runId,
    sourceId: posting.sourceId,
    board: posting.board,
    postings: [posting],
    invalid: [],
    criteria: searchCriteriaSchema.parse(criteria),
  });
  const [job] = await ctx.db.select().from(jobs).where(eq(jobs.userId, ctx.actor.userId));
  return { ...person, runId, jobId: job?.id ?? "" };
}
const ask = async (ctx: Context, query = URL_A) => (await explainPosting(ctx, { query }))[0];

test("a posting in the list says so, with its score once there is one", async () => {
  const { ctx, jobId } = await given();
  expect(await ask(ctx)).toMatchObject({
    verdict: "listed",
    jobId,
    answer: "It is in your list; it has not been scored yet.",
  });
  await matchJobs(ctx, { jobIds: [jobId] });
  expect((await ask(ctx))?.answer).toMatch(/points/);
});

test("an address is recognized with tracking, and by the id inside it", async () => {
  const { ctx, jobId } = await given();
  expect(await ask(ctx, `${URL_A}?utm_source=mail`)).toMatchObject({ jobId });
  expect(await ask(ctx, "https://acme.example/careers/3f0c-77aa-1/apply")).toMatchObject({ jobId });
});

test("words of title and company find it too", async () => {
  const { ctx, jobId } = await given();
  expect(await ask(ctx, "frontend acme")).toMatchObject({
    jobId,
    title: "Senior Frontend Engineer",
    companyName: "Acme",
  });
  expect(await ask(ctx, "backend acme")).toMatchObject({
    verdict: "unknown",
    answer: expect.stringContaining("all of these words"),
  });
});

test("a dropped posting quotes the rule and the search", async () => {
  const { ctx } = await given({ title: "PHP Engineer" }, { excludeWords: ["php"] });
  expect(await ask(ctx)).toMatchObject({
    verdict: "dropped",
    answer: "“Frontend in Berlin” left it out on 2026-03-02: The title contains the excluded word “php”.",
  });
});

test("a row that could not be read says why", async () => {
  const { ctx, userId, runId } = await given();
  await ctx.db.insert(runDecisions).values({
    userId,
    runId,
    sourceId: "lever",
    externalId: "broken-1",
    title: "Half a row",
    decision: "invalid",
    reason: "it has no address",
    createdAt: NOW,
  });
  expect(await ask(ctx, "half row")).toMatchObject({
    verdict: "dropped",
    answer: expect.stringContaining("could not be read: it has no address."),
  });
});

test("what the person did comes first: dismissed, blocked; then closed, copied", async () => {
  const { ctx, userId, jobId, runId } = await given();
  const copy = givenPosting({ sourceId: "remoteok", externalId: "ro-12345" });
  await ingestPostings(ctx, {
    runId,
    sourceId: "remoteok",
    board: "",
    postings: [copy],
    invalid: [],
    criteria: searchCriteriaSchema.parse({}),
  });
  expect(await ask(ctx, copy.url)).toMatchObject({
    jobId,
    answer: expect.stringContaining("one job with its other copies. Already here from lever"),
  });
  await ctx.db.update(jobs).set({ closedAt: NOW }).where(eq(jobs.id, jobId));
  expect(await ask(ctx)).toMatchObject({ verdict: "hidden", answer: expect.stringContaining("counts as closed") });
  await ctx.db.update(companies).set({ isBlocked: true }).where(eq(companies.userId, userId));
  expect(await ask(ctx)).toMatchObject({ answer: "You blocked the company Acme." });
  await ctx.db.insert(jobStates).values({ jobId, userId, state: "dismissed", reason: "wrong_stack", updatedAt: NOW });
  expect(await ask(ctx)).toMatchObject({ verdict: "hidden", answer: "You dismissed it on 2026-03-02 (wrong stack)." });
});

test("a stored job is found after its decisions are forgotten", async () => {
  const { ctx, jobId } = await given();
  await ctx.db.delete(runDecisions).where(eq(runDecisions.userId, ctx.actor.userId));
  expect(await ask(ctx)).toMatchObject({ jobId, verdict: "listed" });
});

test("a posting nobody has met is explained by its board", async () => {
  const { ctx, userId, runId } = await given();
  const unseen = "https://jobs.lever.co/globex/1234";
  expect((await ask(ctx, unseen))?.answer).toBe(
    "None of your searches asks the Lever board “globex”. Add it to a search to see its jobs.",
  );
  expect((await ask(ctx, "https://example.com/job/1234"))?.answer).toContain("does not know the board");
  const board = and(eq(runSources.runId, runId), eq(runSources.board, "acme"));
  const other = "https://jobs.lever.co/acme/9999";
  await ctx.db
    .update(runSources)
    .set({ status: "finished", outcome: "blocked", evidence: { message: "Lever answered 403" }, finishedAt: NOW })
    .where(board);
  expect((await ask(ctx, other))?.answer).toContain("last read as “blocked”: Lever answered 403");
  await ctx.db.update(runSources).set({ outcome: "ok" }).where(board);
  expect((await ask(ctx, other))?.answer).toContain("did not list this posting");
  const demo = await createTestContext({ isDemo: true });
  expect((await ask(demo.ctx, other))?.answer).toContain("nothing leaves this machine");
  expect(userId).not.toBe(demo.userId);
});

test("nothing of another person is told, and a token without the scope is refused", async () => {
  const { ctx, withToken } = await given();
  const stranger = await createTestContext({ now: NOW });
  expect(await ask(stranger.ctx, "frontend acme")).toMatchObject({ verdict: "unknown" });
  await expect(ask(withToken("jobs:read"))).rejects.toMatchObject({ code: "forbidden" });
  expect(await ctx.db.$count(postings, eq(postings.userId, stranger.userId))).toBe(0);
});
