import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobAnalyses, jobs, matches, profiles } from "@/db/schema";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { createTestContext } from "@/tests/helpers/context";
import { givenJob } from "@/tests/helpers/jobs";
import { ANALYSIS_VERSION } from "./analysis";
import { SCORER_VERSION } from "./score";
import { matchJobs, rescoreNext } from "./service";

const NOW = new Date("2026-08-01T12:00:00Z");
const REACT_JOB = {
  title: "Senior Frontend Engineer",
  descriptionText: "Requirements\n- React\n- TypeScript",
  descriptionHtml: "<h3>Requirements</h3><ul><li>React</li><li>TypeScript</li></ul>",
  firstSeenAt: NOW,
};

test("scores jobs, stores the analysis, and remembers the versions it used", async () => {
  const { ctx, userId } = await givenPerson();
  const { id } = await givenJob(ctx.db, userId, REACT_JOB);

  expect(await matchJobs(ctx, { jobIds: [id] })).toEqual({ scored: 1 });

  expect(await matchOf(ctx, id)).toMatchObject({
    scorerVersion: SCORER_VERSION,
    profileVersion: 3,
    isEligible: true,
    scoredAt: NOW,
    detail: {
      requirements: [
        { skillId: "react", credit: "exact" },
        { skillId: "typescript", credit: "missing" },
      ],
    },
  });
  expect(await analysisOf(ctx, id)).toMatchObject({ version: ANALYSIS_VERSION, analysis: { roleFamily: "frontend" } });
});

test("reads a posting once, and again when its text has changed", async () => {
  const { ctx, userId } = await givenPerson();
  const { id } = await givenJob(ctx.db, userId, REACT_JOB);
  await matchJobs(ctx, { jobIds: [id] });
  const marked = { requirements: [], clauses: [], textLength: 7, terms: [] };
  await ctx.db.update(jobAnalyses).set({ analysis: marked }).where(eq(jobAnalyses.jobId, id));

  await matchJobs(ctx, { jobIds: [id] });
  expect((await analysisOf(ctx, id))?.analysis.textLength).toBe(7);

  await ctx.db
    .update(jobs)
    .set({ contentHash: randomUUID(), descriptionText: "Requirements\n- Rust, Docker" })
    .where(eq(jobs.id, id));
  await matchJobs(ctx, { jobIds: [id] });
  expect((await analysisOf(ctx, id))?.analysis.requirements.map(({ anyOf }) => anyOf[0])).toEqual(["rust", "docker"]);
});

test("replaces a score made with an older profile, never one made with a newer", async () => {
  const { ctx, userId } = await givenPerson();
  const { id } = await givenJob(ctx.db, userId, REACT_JOB);
  await matchJobs(ctx, { jobIds: [id] });
  await ctx.db.update(profiles).set({ version: 4 }).where(eq(profiles.userId, userId));
  await matchJobs(ctx, { jobIds: [id] });
  expect((await matchOf(ctx, id))?.profileVersion).toBe(4);

  await ctx.db.update(matches).set({ profileVersion: 9, score: 1 }).where(eq(matches.jobId, id));
  await matchJobs(ctx, { jobIds: [id] });
  expect(await matchOf(ctx, id)).toMatchObject({ profileVersion: 9, score: 1 });
});

test("gives a person without a profile matches of low confidence rather than none", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const { id } = await givenJob(ctx.db, userId, REACT_JOB);
  expect(await matchJobs(ctx, { jobIds: [id] })).toEqual({ scored: 1 });
  const match = await matchOf(ctx, id);
  expect(match).toMatchObject({ isProvisional: true, profileVersion: 0 });
  expect(match?.confidence).toBeLessThanOrEqual(0.3);
});

test("leaves other people's jobs alone", async () => {
  const owner = await givenPerson();
  const stranger = await createTestContext({ now: NOW });
  const { id } = await givenJob(owner.ctx.db, owner.userId, REACT_JOB);
  expect(await matchJobs(stranger.ctx, { jobIds: [id] })).toEqual({ scored: 0 });
  expect(await matchOf(owner.ctx, id)).toBeUndefined();
  expect(await rescoreNext(stranger.ctx, { limit: 10 })).toEqual({ scored: 0 });
});

test("refuses a token that may only read", async () => {
  const { withToken } = await createTestContext();
  await expect(matchJobs(withToken("jobs:read"), { jobIds: [] })).rejects.toMatchObject({ code: "forbidden" });
  await expect(rescoreNext(withToken("jobs:read"), { limit: 1 })).rejects.toMatchObject({ code: "forbidden" });
});

test("walks over everything stored in batches, each job once", async () => {
  const { ctx, userId } = await givenPerson();
  const ids: string[] = [];
  for (let i = 0; i < 7; i++) ids.push((await givenJob(ctx.db, userId, { ...REACT_JOB, dedupeKey: `k${i}` })).id);
  let afterJobId: string | undefined;
  let scored = 0;
  let calls = 0;
  do {
    const done = await rescoreNext(ctx, { limit: 3, ...(afterJobId && { afterJobId }) });
    scored += done.scored;
    afterJobId = done.nextJobId;
    calls++;
  } while (afterJobId);
  expect({ scored, calls }).toEqual({ scored: 7, calls: 3 });
  expect(await ctx.db.select().from(matches).where(inArray(matches.jobId, ids))).toHaveLength(7);
});

test("lets timers run while it scores many jobs", async () => {
  const { ctx, userId } = await givenPerson();
  const text = `Requirements\n${"- Strong experience with React, TypeScript, Node.js and PostgreSQL in large teams\n".repeat(60)}`;
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) {
    ids.push(
      (await givenJob(ctx.db, userId, { ...REACT_JOB, descriptionText: text, dedupeKey: `big${i}`, sourceIds: [] })).id,
    );
  }
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  await matchJobs(ctx, { jobIds: ids });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(3);
});

async function givenPerson() {
  const person = await createTestContext({ now: NOW });
  await person.ctx.db.insert(profiles).values({
    userId: person.userId,
    version: 3,
    facts: profileFactsSchema.parse({
      titles: ["Senior Frontend Engineer"],
      seniority: "senior",
      yearsOfExperience: 8,
      skills: [{ skillId: "react", name: "React", evidence: [{ kind: "role", where: "Northwind" }] }],
    }),
    preferences: preferencesSchema.parse({}),
  });
  return person;
}

async function matchOf(ctx: Context, jobId: string) {
  const [row] = await ctx.db.select().from(matches).where(eq(matches.jobId, jobId));
  return row;
}

async function analysisOf(ctx: Context, jobId: string) {
  const [row] = await ctx.db.select().from(jobAnalyses).where(eq(jobAnalyses.jobId, jobId));
  return row;
}
