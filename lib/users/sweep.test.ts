import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  accountTokens,
  auditEntries,
  companies,
  invitations,
  refreshTokens,
  sessions,
  signInChallenges,
  users,
} from "@/db/schema";
import { recordAudit } from "@/lib/audit/service";
import { openSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
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
  await recordAudit(over.ctx, { action: "access.denied" });
  await db.insert(companies).values({ userId: over.userId, name: "Northwind", key: "northwind" });
  expect((await sweepExpired(now)).demoUsers).toBeGreaterThanOrEqual(1);
  expect(await db.select().from(users).where(eq(users.id, over.userId))).toEqual([]);
  expect(await db.select().from(companies).where(eq(companies.userId, over.userId))).toEqual([]);
  expect(await db.$count(auditEntries, eq(auditEntries.userId, over.userId))).toBe(0);
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

test("what can do nothing any more is forgotten, what still can is kept", async () => {
  await useTestServer();
  const db = await testDatabase();
  const { userId } = await createTestContext();
  const days = (n: number) => new Date(Date.now() + n * 86_400_000);
  const hash = () => hashToken(randomToken());
  const link = { userId, kind: "verify_email", email: "a@example.test" } as const;
  await db.insert(accountTokens).values([
    { ...link, tokenHash: hash(), expiresAt: days(-2) },
    { ...link, tokenHash: hash(), expiresAt: days(1), usedAt: days(-2) },
    { ...link, tokenHash: hash(), expiresAt: days(1) },
  ]);
  await db.insert(signInChallenges).values([
    { userId, method: "password", tokenHash: hash(), expiresAt: days(-2) },
    { userId, method: "password", tokenHash: hash(), expiresAt: days(1) },
  ]);
  const invitation = { userId, email: "b@example.test" };
  await db.insert(invitations).values([
    { ...invitation, tokenHash: hash(), expiresAt: days(-40) },
    { ...invitation, tokenHash: hash(), expiresAt: days(-60), acceptedAt: days(-61) },
    { ...invitation, tokenHash: hash(), expiresAt: days(-2) },
    { ...invitation, tokenHash: hash(), expiresAt: days(1), acceptedAt: days(-1) },
  ]);
  const [session] = await db
    .insert(sessions)
    .values({ userId, kind: "api", sidHash: hash(), expiresAt: days(5) })
    .returning();
  const refresh = { userId, sessionId: session?.id ?? "" };
  await db.insert(refreshTokens).values([
    { ...refresh, tokenHash: hash(), expiresAt: days(-1), usedAt: days(-2) },
    { ...refresh, tokenHash: hash(), expiresAt: days(1), usedAt: days(-1) },
  ]);
  const line = { action: "account.signed_in", userId } as const;
  await db.insert(auditEntries).values([
    { ...line, at: days(-366) },
    { ...line, at: days(-364) },
  ]);

  expect((await sweepExpired()).auditEntries).toBeGreaterThanOrEqual(1);
  expect(await db.$count(accountTokens, eq(accountTokens.userId, userId))).toBe(1);
  expect(await db.$count(signInChallenges, eq(signInChallenges.userId, userId))).toBe(1);
  expect(await db.$count(invitations, eq(invitations.userId, userId))).toBe(2);
  expect(await db.$count(refreshTokens, eq(refreshTokens.userId, userId))).toBe(1);
  expect(await db.$count(auditEntries, eq(auditEntries.userId, userId))).toBe(1);
});
