import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findLiveApiToken } from "@/db/queries/sessions";
import { apiTokens, auditEntries } from "@/db/schema";
import { hashToken } from "@/lib/auth/tokens";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { createApiTokenInput } from "./schemas";
import { createApiToken, listApiTokens, revokeApiToken } from "./service";

const page = { limit: 50 };

test("a token is shown once, works with its scopes, and not after it was revoked", async () => {
  const { ctx, userId } = await createTestContext();
  const db = await testDatabase();
  const made = await createApiToken(ctx, { name: "Backup", scopes: ["jobs:read", "jobs:read"], expiresInDays: 30 });
  expect(made.token).toMatch(/^joba_[\w-]{43}$/);
  expect(made.token.startsWith(made.prefix)).toBe(true);
  const live = () => findLiveApiToken(db, { tokenHash: hashToken(made.token), now: new Date() });
  expect(await live()).toMatchObject({ userId, scopes: ["jobs:read"] });
  const { tokens } = await listApiTokens(ctx, page);
  expect(tokens).toMatchObject([{ id: made.id, name: "Backup", lastUsedAt: null }]);
  expect(JSON.stringify(tokens)).not.toContain(made.token);
  expect(JSON.stringify(await db.select().from(apiTokens).where(eq(apiTokens.userId, userId)))).not.toContain(
    made.token,
  );
  await revokeApiToken(ctx, { id: made.id });
  expect(await live()).toBeUndefined();
  expect((await listApiTokens(ctx, page)).tokens).toEqual([]);
  await expect(revokeApiToken(ctx, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
  const trail = await db.select().from(auditEntries).where(eq(auditEntries.userId, userId));
  expect(trail.map(({ action }) => action).sort()).toEqual(["token.created", "token.revoked"]);
});

test("nobody sees or revokes another person's token", async () => {
  const [owner, stranger] = [await createTestContext(), await createTestContext()];
  const { id } = await createApiToken(owner.ctx, { name: "Mine", scopes: ["jobs:read"] });
  expect((await listApiTokens(stranger.ctx, page)).tokens).toEqual([]);
  await expect(revokeApiToken(stranger.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeApiToken(stranger.ctx, { id: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
});

test("no token makes a token, no session one that may do more, no demo any", async () => {
  const { ctx, userId, withToken } = await createTestContext();
  const input = { name: "More", scopes: ["jobs:write" as const] };
  await expect(createApiToken(withToken("account:write", "jobs:write"), input)).rejects.toMatchObject({
    code: "forbidden",
  });
  const narrow = { kind: "user" as const, userId, role: "user" as const, isDemo: false, sessionId: randomUUID() };
  for (const scopes of [["account:write" as const], ["jobs:write" as const]]) {
    await expect(createApiToken({ ...ctx, actor: { ...narrow, scopes } }, input)).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const demo = await createTestContext({ isDemo: true });
  await expect(createApiToken(demo.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listApiTokens(withToken("jobs:read"), page)).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeApiToken(withToken("account:read"), { id: randomUUID() })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("lists page by cursor", async () => {
  const { ctx, setNow } = await createTestContext();
  for (let i = 0; i < 5; i++) {
    setNow(new Date(Date.UTC(2026, 0, 1, 0, 0, i)));
    await createApiToken(ctx, { name: `t${i}`, scopes: ["jobs:read"] });
  }
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { tokens, nextCursor } = await listApiTokens(ctx, { limit: 2, cursor });
    names.push(...tokens.map(({ name }) => name));
    cursor = nextCursor;
  } while (cursor);
  expect(names).toEqual(["t4", "t3", "t2", "t1", "t0"]);
});

test("it lasts 90 days unless said otherwise, to the end of a day, and a year at most", async () => {
  const now = new Date("2026-06-01T12:00:00Z");
  const { ctx } = await createTestContext({ now });
  const until = async (more: object) =>
    (await createApiToken(ctx, { name: "x", scopes: ["jobs:read"], ...more })).expiresAt.toISOString();
  expect(await until({})).toBe("2026-08-30T12:00:00.000Z");
  expect(await until({ expiresInDays: 365 })).toBe("2027-06-01T12:00:00.000Z");
  expect(await until({ expiresOn: "2026-06-01" })).toBe("2026-06-02T00:00:00.000Z");
  for (const expiresOn of ["2026-05-31", "2027-07-01"]) {
    await expect(until({ expiresOn })).rejects.toMatchObject({
      code: "invalid",
      fields: { expiresOn: expect.anything() },
    });
  }
  for (const bad of [
    { expiresInDays: 0 },
    { expiresInDays: 367 },
    { expiresInDays: 1, expiresOn: "2026-06-03" },
    { scopes: [] },
    { name: " " },
  ]) {
    expect(createApiTokenInput.safeParse({ name: "x", scopes: ["jobs:read"], ...bad }).success).toBe(false);
  }
});
