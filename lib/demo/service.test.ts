import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobStates, jobs, matches, runs, users } from "@/db/schema";
import { resolveSession } from "@/lib/auth/sessions";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { startDemo } from "./service";

test("each visitor gets a realistic hunt of their own, and none of it is anybody else's", async () => {
  const db = await testDatabase();
  const visitor = { db, now: () => new Date() };
  const { userId, sid } = await startDemo(visitor);
  const other = await createTestContext();
  const of = async (table: typeof jobs | typeof matches | typeof jobStates | typeof runs, owner: string) =>
    (await db.select({ n: count() }).from(table).where(eq(table.userId, owner)))[0]?.n ?? 0;

  expect(await of(jobs, userId)).toBeGreaterThanOrEqual(120);
  expect(await of(matches, userId)).toBe(await of(jobs, userId));
  expect(await of(jobStates, userId)).toBe(10);
  const history = await db.select().from(runs).where(eq(runs.userId, userId));
  expect(history.length).toBeGreaterThanOrEqual(5);
  expect(history.every(({ status }) => status === "finished")).toBe(true);
  expect(await of(jobs, other.userId)).toBe(0);
  expect(await resolveSession(db, sid, new Date())).toMatchObject({ isDemo: true });
}, 120_000);

test("the demo is over after a day", async () => {
  const db = await testDatabase();
  const { userId, sid } = await startDemo({ db, now: () => new Date() });
  expect((await db.select().from(users).where(eq(users.id, userId)))[0]?.isDemo).toBe(true);
  expect(await resolveSession(db, sid, new Date(Date.now() + 25 * 3_600_000))).toBeUndefined();
}, 120_000);
