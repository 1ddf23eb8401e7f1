import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { companies, sessions, users } from "@/db/schema";
import { openSession } from "@/lib/auth/sessions";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { sweepExpired } from "./sweep";

test("a demo whose day is over goes with everything in it; a running one and a person stay", async () => {
  await useTestServer();
  const db = await testDatabase();
  const now = new Date();
  const [over, running, person] = await Promise.all([
    createTestContext({ isDemo: true }),
    createTestContext({ isDemo: true }),
    createTestContext(),
  ]);
  await db
    .update(users)
    .set({ expiresAt: new Date(now.getTime() - 1000) })
    .where(eq(users.id, over.userId));
  await db
    .update(users)
    .set({ expiresAt: new Date(now.getTime() + 60_000) })
    .where(eq(users.id, running.userId));
  await db.insert(companies).values({ userId: over.userId, name: "Northwind", key: "northwind" });
  expect((await sweepExpired(now)).demoUsers).toBeGreaterThanOrEqual(1);
  expect(await db.select().from(users).where(eq(users.id, over.userId))).toEqual([]);
  expect(await db.select().from(companies).where(eq(companies.userId, over.userId))).toEqual([]);
  expect(await db.select().from(users).where(eq(users.id, running.userId))).toHaveLength(1);
  expect(await db.select().from(users).where(eq(users.id, person.userId))).toHaveLength(1);
});

test("a session that ended long ago is forgotten, a recent one is kept", async () => {
  await useTestServer();
  const db = await testDatabase();
  const { userId } = await createTestContext();
  const old = new Date(Date.now() - 90 * 86_400_000);
  await openSession(db, { userId, method: "password", now: old });
  await openSession(db, { userId, method: "password", now: new Date() });
  await sweepExpired();
  expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toHaveLength(1);
});
