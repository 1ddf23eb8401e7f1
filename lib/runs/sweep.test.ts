import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runDecisions, runs, searches, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch, getSearch } from "@/lib/searches/service";
import { createTestContext } from "@/tests/helpers/context";
import { useOwnDatabase } from "@/tests/helpers/database";
import { givenRun } from "@/tests/helpers/postings";
import { useTestServer } from "@/tests/helpers/server";
import { getRun, startRun } from "./service";
import { pruneDecisions, reapRuns, startDueRuns } from "./sweep";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  await useTestServer();
});
afterAll(() => dropDatabase());

const NOW = new Date("2026-03-02T12:00:00Z");
const at = (text: string) => new Date(text);
const daily = (ctx: Context) =>
  createSearch(
    ctx,
    createSearchInput.parse({
      name: "Daily",
      criteria: {},
      sources: [{ sourceId: "demo" }],
      schedule: { cadence: "daily", time: "08:00" },
    }),
  );
const runsOf = (ctx: Context) =>
  ctx.db.select().from(runs).where(eq(runs.userId, ctx.actor.userId)).orderBy(runs.createdAt);
const mine = (started: { userId: string }[], ctx: Context) =>
  started.filter(({ userId }) => userId === ctx.actor.userId);

test("nothing due starts nothing", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  await daily(ctx);
  expect(mine(await startDueRuns(NOW), ctx)).toEqual([]);
});

test("a due search starts once, however many sweeps there are, and moves to its next slot", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { id } = await daily(ctx);
  const due = at("2026-03-03T08:00:30Z");
  const started = (await Promise.all([1, 2, 3, 4].map(() => startDueRuns(due)))).flat();
  expect(mine(started, ctx)).toHaveLength(1);
  expect(await runsOf(ctx)).toMatchObject([{ searchId: id, trigger: "schedule", slot: "2026-03-03T08:00:00.000Z" }]);
  expect(await getSearch(ctx, { id })).toMatchObject({ nextRunAt: at("2026-03-04T08:00:00Z") });
});

test("slots missed while nothing ran are caught up once", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { id } = await daily(ctx);
  const back = at("2026-03-09T15:00:00Z");
  expect(mine(await startDueRuns(back), ctx)).toHaveLength(1);
  expect(mine(await startDueRuns(back), ctx)).toEqual([]);
  expect(await runsOf(ctx)).toHaveLength(1);
  expect(await getSearch(ctx, { id })).toMatchObject({ nextRunAt: at("2026-03-10T08:00:00Z") });
});

test("a slot that falls into a run under way is covered by it", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { id } = await daily(ctx);
  await startRun(ctx, { searchId: id });
  expect(mine(await startDueRuns(at("2026-03-03T08:00:00Z")), ctx)).toEqual([]);
  expect(await runsOf(ctx)).toHaveLength(1);
  expect(await getSearch(ctx, { id })).toMatchObject({ nextRunAt: at("2026-03-04T08:00:00Z") });
});

test("paused searches, manual ones and those of a demo that is over do not start; a broken one stops nobody", async () => {
  const paused = await createTestContext({ now: NOW });
  const { id } = await daily(paused.ctx);
  await paused.ctx.db.update(searches).set({ isActive: false }).where(eq(searches.id, id));
  const over = await createTestContext({ now: NOW, isDemo: true });
  await daily(over.ctx);
  await over.ctx.db.update(users).set({ expiresAt: NOW }).where(eq(users.id, over.userId));
  const broken = await createTestContext({ now: NOW });
  const bad = await daily(broken.ctx);
  await broken.ctx.db
    .update(searches)
    .set({ schedule: { ...bad.schedule, timeZone: "Mars/Base" } })
    .where(eq(searches.id, bad.id));
  const fine = await createTestContext({ now: NOW });
  await daily(fine.ctx);
  const started = await startDueRuns(at("2026-03-03T09:00:00Z"));
  for (const { ctx } of [paused, over, broken]) expect(mine(started, ctx)).toEqual([]);
  expect(mine(started, fine.ctx)).toHaveLength(1);
  await broken.ctx.db.delete(searches).where(eq(searches.id, bad.id));
});

test("a run that went silent is ended honestly; a fresh one is left alone", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const dead = await givenRun(ctx);
  const live = await givenRun(ctx);
  const later = new Date(Date.now() + 40 * 60_000);
  await ctx.db
    .update(runs)
    .set({ heartbeatAt: new Date(later.getTime() - 60_000) })
    .where(eq(runs.id, live.runId));
  await reapRuns(later);
  expect(await getRun(ctx, { id: dead.runId })).toMatchObject({
    status: "failed",
    error: expect.stringContaining("Interrupted"),
    sources: [{ status: "finished", outcome: "failed" }],
  });
  expect(await getRun(ctx, { id: live.runId })).toMatchObject({ status: "running" });
});

test("a queued run whose event got lost is announced again at intervals, and given up in the end", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const run = await startRun(ctx, { searchId: (await daily(ctx)).id });
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
  const again = async (count: number) => mine((await reapRuns(minutes(count))).resend, ctx);
  expect(await again(1)).toEqual([]);
  expect(await again(3)).toEqual([{ userId, runId: run.id }]);
  expect(await again(4)).toEqual([]);
  expect(await again(6)).toHaveLength(1);
  expect(await again(31)).toEqual([]);
  expect(await getRun(ctx, { id: run.id })).toMatchObject({
    status: "failed",
    error: expect.stringContaining("Never started"),
  });
});

test("routine decisions are kept a week, the others two months", async () => {
  const { ctx, userId } = await createTestContext({ now: NOW });
  const { runId } = await givenRun(ctx);
  const row = (externalId: string, decision: "unchanged" | "filtered", days: number) => ({
    userId,
    runId,
    sourceId: "lever",
    externalId,
    decision,
    createdAt: new Date(NOW.getTime() - days * 86_400_000),
  });
  await ctx.db
    .insert(runDecisions)
    .values([row("1", "unchanged", 8), row("2", "unchanged", 6), row("3", "filtered", 59), row("4", "filtered", 61)]);
  await pruneDecisions(NOW);
  const left = await ctx.db.select().from(runDecisions).where(eq(runDecisions.runId, runId));
  expect(left.map(({ externalId }) => externalId).sort()).toEqual(["2", "3"]);
});
