import { and, count, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { countAccounts } from "@/db/queries/users";
import { jobStates, jobs, matches, runs, searches, users } from "@/db/schema";
import { resolveSession } from "@/lib/auth/sessions";
import { listJobsInput } from "@/lib/jobs/schemas";
import { listJobs } from "@/lib/jobs/service";
import { startDueRuns } from "@/lib/runs/sweep";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { startDemo } from "./service";
import { DEMO_TEMPLATE_KEY, getDemoTemplate } from "./template";

test("each visitor gets a realistic hunt of their own, and none of it is anybody else's", async () => {
  const db = await testDatabase();
  const visitor = { db, now: () => new Date() };
  const { userId, sid } = await startDemo(visitor);
  const neighbour = await startDemo(visitor);
  const other = await createTestContext();
  const of = async (table: typeof jobs | typeof matches | typeof jobStates | typeof runs, owner: string) =>
    (await db.select({ n: count() }).from(table).where(eq(table.userId, owner)))[0]?.n ?? 0;

  expect(await of(jobs, userId)).toBeGreaterThanOrEqual(120);
  expect(await of(matches, userId)).toBe(await of(jobs, userId));
  expect(await of(jobStates, userId)).toBe(10);
  const history = await db.select().from(runs).where(eq(runs.userId, userId));
  expect(history.length).toBeGreaterThanOrEqual(5);
  expect(history.every(({ status }) => status === "finished")).toBe(true);
  expect(await of(jobs, neighbour.userId)).toBe(await of(jobs, userId));
  expect(await of(jobs, other.userId)).toBe(0);
  expect(await resolveSession(db, sid, new Date())).toMatchObject({ isDemo: true });

  // A job of one visitor has everything the other's has, found by words too, and is not the same job.
  const list = (q?: string) => {
    const input = listJobsInput.parse({ filters: q ? { q } : {}, limit: 40 });
    return Promise.all(
      [userId, neighbour.userId].map((id) =>
        listJobs({ ...other.ctx, actor: { ...other.ctx.actor, userId: id } }, input),
      ),
    );
  };
  const found = await list("figma");
  expect(found[0]?.data.length).toBeGreaterThan(0);
  expect(found[0]?.data.map(({ title }) => title).sort()).toEqual(found[1]?.data.map(({ title }) => title).sort());
  const lists = await list();
  const scores = lists.map(({ data }) => data.map(({ match }) => match?.score));
  expect(scores[0]).toEqual(scores[1]);
  const ids = lists.map(({ data }) => data.map(({ id }) => id));
  expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toEqual([]);
}, 120_000);

test("the demo is over after a day", async () => {
  const db = await testDatabase();
  const { userId, sid } = await startDemo({ db, now: () => new Date() });
  expect((await db.select().from(users).where(eq(users.id, userId)))[0]?.isDemo).toBe(true);
  expect(await resolveSession(db, sid, new Date(Date.now() + 25 * 3_600_000))).toBeUndefined();
}, 120_000);

test("days later today is still today, and the next runs lie ahead", async () => {
  const db = await testDatabase();
  await getDemoTemplate({ db, now: () => new Date() });
  const later = new Date(Date.now() + 3.4 * 86_400_000);
  const { userId } = await startDemo({ db, now: () => later });
  const newest = Math.max(
    ...(await db.select().from(runs).where(eq(runs.userId, userId))).map(({ createdAt }) => createdAt.getTime()),
  );
  expect(later.getTime() - newest).toBeLessThan(3_600_000);
  expect(newest).toBeLessThanOrEqual(later.getTime());
  const scheduled = await db.select().from(searches).where(eq(searches.userId, userId));
  for (const { schedule, nextRunAt } of scheduled) {
    if (schedule.cadence === "manual") expect(nextRunAt).toBeNull();
    else expect(nextRunAt?.getTime()).toBeGreaterThan(later.getTime());
  }
}, 120_000);

test("the template is one, whoever asks at once; it is no account, is never swept and never runs", async () => {
  await useTestServer();
  const db = await testDatabase();
  const accounts = await countAccounts(db);
  const asked = await Promise.all(Array.from({ length: 4 }, () => getDemoTemplate({ db, now: () => new Date() })));
  expect(new Set(asked.map(({ userId }) => userId)).size).toBe(1);
  const kept = await db
    .select()
    .from(users)
    .where(and(eq(users.isDemo, true), like(users.email, "demo template %")));
  expect(kept.map(({ id, email, expiresAt }) => [id, email, expiresAt])).toEqual([
    [asked[0]?.userId, DEMO_TEMPLATE_KEY, null],
  ]);
  expect(await countAccounts(db)).toBe(accounts);
  const before = await db.$count(runs, eq(runs.userId, asked[0]?.userId as string));
  await startDueRuns(new Date(Date.now() + 40 * 86_400_000));
  expect(await db.$count(runs, eq(runs.userId, asked[0]?.userId as string))).toBe(before);
}, 120_000);
