import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { findLiveApiSession } from "@/db/queries/api-sessions";
import { auditEntries, refreshTokens, sessions, users } from "@/db/schema";
import { verifyAccessToken } from "@/lib/auth/access-tokens";
import { hashPassword } from "@/lib/auth/passwords";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { admitClient, openApiSession, refreshApiSession, signOut, signOutEverywhere } from "./api-sessions";
import { listSessions } from "./service";

const SECOND = 1000;
const password = "correct horse battery";
let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

async function givenPerson() {
  const db = await testDatabase();
  const { ctx, userId } = await createTestContext();
  let clock = Date.now();
  const visitor = { db, now: () => new Date(clock), address: "203.0.113.7", userAgent: "curl/8.5.0" };
  const isLive = async (accessToken: string) => {
    const claims = await verifyAccessToken(accessToken, visitor.now());
    return Boolean(
      claims && (await findLiveApiSession(db, { userId: claims.userId, id: claims.sessionId, now: visitor.now() })),
    );
  };
  return { db, ctx, userId, visitor, isLive, pass: (ms: number) => (clock += ms) };
}

describe("signing in over the API", () => {
  test("grants a signed token that names the person, the session and what it may do", async () => {
    const { db, userId, visitor } = await givenPerson();
    const email = `${userId}@example.test`;
    await db.update(users).set({ email, passwordHash }).where(eq(users.id, userId));
    const granted = await openApiSession(visitor, { email, password, scopes: ["jobs:read"] });
    expect(decodeJwt(granted.accessToken)).toMatchObject({
      iss: "http://localhost:3000",
      aud: "http://localhost:3000/api/v1",
      sub: userId,
      sid: granted.sessionId,
      scope: "jobs:read",
      jti: expect.any(String),
    });
    const { exp = 0, iat = 0 } = decodeJwt(granted.accessToken);
    expect(exp - iat).toBe(900);
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toMatchObject([
      { id: granted.sessionId, kind: "api", address: "203.0.113.7", userAgent: "curl/8.5.0", scopes: ["jobs:read"] },
    ]);
    const kept = JSON.stringify(await db.select().from(refreshTokens).where(eq(refreshTokens.userId, userId)));
    expect(kept).not.toContain(granted.refreshToken);
  });

  test("is listed with the browser sessions", async () => {
    const { ctx, userId, visitor } = await givenPerson();
    const { sessionId } = await admitClient(visitor, { userId });
    expect(await listSessions(ctx)).toMatchObject([{ id: sessionId, kind: "api", deviceKind: "program" }]);
  });

  test("a token that was altered, signed by somebody else or has run out is nothing", async () => {
    const { userId, visitor, isLive, pass } = await givenPerson();
    const { accessToken } = await admitClient(visitor, { userId });
    expect(await isLive(accessToken)).toBe(true);
    const [head = "", body = "", signature = ""] = accessToken.split(".");
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
    for (const forged of [
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
      `${none}.${body}.`,
      `${head}.${Buffer.from('{"sub":"x"}').toString("base64url")}.${signature}`,
      "%",
      "a.b.c",
      "",
    ]) {
      expect(await isLive(forged), forged).toBe(false);
    }
    pass(901 * SECOND);
    expect(await isLive(accessToken)).toBe(false);
  });
});

describe("refreshing", () => {
  test("used again after the grace, a token ends the session and leaves a line in the audit log", async () => {
    const { db, userId, visitor, isLive, pass } = await givenPerson();
    const first = await admitClient(visitor, { userId });
    const second = await refreshApiSession(visitor, first);
    pass(10 * SECOND);
    const sibling = await refreshApiSession(visitor, first);
    expect(new Set([first.refreshToken, second.refreshToken, sibling.refreshToken]).size).toBe(3);
    pass(1);
    await expect(refreshApiSession(visitor, first)).rejects.toMatchObject({ code: "unauthenticated" });
    for (const { accessToken } of [first, second, sibling]) expect(await isLive(accessToken)).toBe(false);
    for (const granted of [second, sibling]) {
      await expect(refreshApiSession(visitor, granted)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(await db.select().from(auditEntries).where(eq(auditEntries.userId, userId))).toMatchObject([
      { action: "token.reuse_detected", subjectKind: "session", subjectId: first.sessionId },
    ]);
  });

  test("fifty at once all get a working answer, each its own", async () => {
    const { userId, visitor, isLive } = await givenPerson();
    const first = await admitClient(visitor, { userId });
    const granted = await Promise.all(Array.from({ length: 50 }, () => refreshApiSession(visitor, first)));
    expect(new Set(granted.map(({ refreshToken }) => refreshToken)).size).toBe(50);
    for (const { accessToken } of granted) expect(await isLive(accessToken)).toBe(true);
    expect(await refreshApiSession(visitor, granted[49] as typeof first)).toMatchObject({ tokenType: "Bearer" });
  });

  test("a closed account, an ended session and a made-up token get nothing", async () => {
    const { db, userId, visitor, isLive } = await givenPerson();
    const one = await admitClient(visitor, { userId });
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId));
    expect(await isLive(one.accessToken)).toBe(false);
    await expect(refreshApiSession(visitor, one)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(refreshApiSession(visitor, { refreshToken: "jobr_x" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("signing out", () => {
  const as = (sessionId: string, { ctx, userId }: Awaited<ReturnType<typeof givenPerson>>) => ({
    ...ctx,
    actor: { kind: "user" as const, userId, role: "user" as const, isDemo: false, sessionId },
  });

  test("ends this session only; everywhere ends them all, of this person", async () => {
    const [person, stranger] = [await givenPerson(), await givenPerson()];
    const { userId, visitor, isLive } = person;
    const grants = [];
    for (let i = 0; i < 3; i++) grants.push(await admitClient(visitor, { userId }));
    const other = await admitClient(stranger.visitor, { userId: stranger.userId });
    const [first, second] = grants;
    if (!first || !second) throw new Error("no grants");
    await signOut(as(first.sessionId, person));
    expect(await Promise.all(grants.map(({ accessToken }) => isLive(accessToken)))).toEqual([false, true, true]);
    expect(await signOutEverywhere(as(second.sessionId, person))).toEqual({ ended: 2 });
    expect(await Promise.all(grants.map(({ accessToken }) => isLive(accessToken)))).toEqual([false, false, false]);
    expect(await isLive(other.accessToken)).toBe(true);
    await signOut(as(other.sessionId, person));
    expect(await isLive(other.accessToken)).toBe(true);
  });

  test("a personal token has no session to end", async () => {
    const { withToken } = await createTestContext();
    await expect(signOut(withToken("account:write"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(signOutEverywhere(withToken("account:write"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
