import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findLiveApiToken, insertApiToken } from "@/db/queries/sessions";
import { auditEntries, users } from "@/db/schema";
import { identifyCaller } from "@/lib/api/caller";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { getRun } from "@/lib/runs/service";
import { admitClient, refreshApiSession } from "@/lib/sessions/api-sessions";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { givenRun } from "@/tests/helpers/postings";
import { useTestServer } from "@/tests/helpers/server";
import { changeRole, disablePerson, enablePerson, endSessionsOf, resendVerification } from "./manage";
import { getPerson, listPeople } from "./people";

beforeAll(useTestServer);

const admin = () => createTestContext({ role: "admin" });
const reason = "left the team";

async function givenAccess({ ctx, userId }: TestContext) {
  const now = new Date();
  const sid = await openSession(ctx.db, { userId, method: "password", now });
  const tokenHash = hashToken(randomToken());
  const expiresAt = new Date(now.getTime() + 60_000);
  await insertApiToken(ctx.db, { userId, tokenHash, prefix: "joba_x", scopes: ["jobs:read"], expiresAt });
  const client = await admitClient({ db: ctx.db, now: () => new Date() }, { userId });
  const caller = new Request("http://localhost:3000/api/v1/jobs", {
    headers: { authorization: `Bearer ${client.accessToken}` },
  });
  return {
    client: () => identifyCaller(caller, false),
    refresh: () => refreshApiSession({ db: ctx.db, now: () => new Date() }, { refreshToken: client.refreshToken }),
    session: () => resolveSession(ctx.db, sid, new Date()),
    token: () => findLiveApiToken(ctx.db, { tokenHash, now: new Date() }),
  };
}

test("disabling ends sessions and tokens at once and cancels what runs; enabling brings neither back", async () => {
  const [boss, person] = await Promise.all([admin(), createTestContext()]);
  const access = await givenAccess(person);
  const { runId } = await givenRun(person.ctx);
  expect(await access.session()).toBeDefined();
  expect(await access.token()).toBeDefined();
  expect(await access.client()).toMatchObject({ actor: { userId: person.userId } });
  const bystander = await createTestContext();
  await givenAccess(bystander);
  const before = await getPerson(boss.ctx, { id: person.userId });
  expect(before).toMatchObject({ liveSessions: 2, liveTokens: 1, hasTwoStep: false, lastUsedAt: expect.any(Date) });
  expect(before.sessions).toHaveLength(2);
  const { people } = await listPeople(boss.ctx, { q: before.email });
  expect(people).toMatchObject([{ liveSessions: 2, lastUsedAt: before.lastUsedAt }]);

  await disablePerson(boss.ctx, { id: person.userId, reason });
  expect(await access.session()).toBeUndefined();
  expect(await access.token()).toBeUndefined();
  await expect(access.client()).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(access.refresh()).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await getRun(person.ctx, { id: runId })).status).toBe("canceled");
  expect(await getPerson(boss.ctx, { id: person.userId })).toMatchObject({ disabledReason: reason, liveSessions: 0 });
  await expect(disablePerson(boss.ctx, { id: person.userId, reason })).rejects.toMatchObject({ code: "conflict" });

  // A session or token that appears while the account is closed opens nothing either.
  const late = await givenAccess(person);
  expect(await late.session()).toBeUndefined();
  expect(await late.token()).toBeUndefined();
  await expect(late.client()).rejects.toMatchObject({ code: "unauthenticated" });

  await enablePerson(boss.ctx, { id: person.userId });
  expect(await access.session()).toBeUndefined();
  expect(await access.token()).toBeUndefined();
  expect(await late.session()).toBeDefined();
  await expect(enablePerson(boss.ctx, { id: person.userId })).rejects.toMatchObject({ code: "conflict" });
});

test("every change is a line of the log with who, whom and from where", async () => {
  const [boss, person] = await Promise.all([admin(), createTestContext()]);
  const ctx = { ...boss.ctx, origin: { address: "198.51.100.4", userAgent: "Firefox" } };
  await changeRole(ctx, { id: person.userId, role: "admin" });
  await endSessionsOf(ctx, { id: person.userId });
  await disablePerson(ctx, { id: person.userId, reason });
  await enablePerson(ctx, { id: person.userId });
  const rows = await ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, person.userId));
  expect(rows.map(({ action }) => action).sort()).toEqual([
    "admin.role_changed",
    "admin.sessions_revoked",
    "admin.user_disabled",
    "admin.user_enabled",
  ]);
  for (const row of rows) expect(row).toMatchObject({ actorId: boss.userId, ...ctx.origin });
});

test("ending sessions leaves tokens alone", async () => {
  const [boss, person] = await Promise.all([admin(), createTestContext()]);
  const access = await givenAccess(person);
  expect(await endSessionsOf(boss.ctx, { id: person.userId })).toEqual({ ended: 2 });
  expect(await access.session()).toBeUndefined();
  expect(await access.token()).toBeDefined();
});

test("nobody locks themselves out", async () => {
  const boss = await admin();
  await admin();
  const self = { id: boss.userId };
  await expect(disablePerson(boss.ctx, { ...self, reason })).rejects.toMatchObject({ code: "conflict" });
  await expect(changeRole(boss.ctx, { ...self, role: "user" })).rejects.toMatchObject({ code: "conflict" });
  await expect(endSessionsOf(boss.ctx, self)).rejects.toMatchObject({ code: "conflict" });
});

test("to people, tokens and demo visitors these verbs do not exist", async () => {
  const [stranger, person, demo, boss] = await Promise.all([
    createTestContext(),
    createTestContext(),
    createTestContext({ role: "admin", isDemo: true }),
    admin(),
  ]);
  const id = person.userId;
  for (const ctx of [stranger.ctx, demo.ctx, boss.withToken("profile:write")]) {
    const verbs = [
      () => listPeople(ctx),
      () => getPerson(ctx, { id }),
      () => disablePerson(ctx, { id, reason }),
      () => enablePerson(ctx, { id }),
      () => changeRole(ctx, { id, role: "admin" }),
      () => endSessionsOf(ctx, { id }),
    ];
    for (const verb of verbs) await expect(verb()).rejects.toMatchObject({ code: "not_found", message: "Not found" });
  }
});

test("demo visitors and ids of nobody are nobody to an admin", async () => {
  const [boss, demo] = await Promise.all([admin(), createTestContext({ isDemo: true })]);
  for (const id of [demo.userId, crypto.randomUUID()]) {
    await expect(getPerson(boss.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(disablePerson(boss.ctx, { id, reason })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeRole(boss.ctx, { id, role: "admin" })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("an admin whose role was taken a moment ago changes nothing", async () => {
  const [boss, former, person] = await Promise.all([admin(), admin(), createTestContext()]);
  await changeRole(boss.ctx, { id: former.userId, role: "user" });
  await expect(disablePerson(former.ctx, { id: person.userId, reason })).rejects.toMatchObject({ code: "not_found" });
  await expect(changeRole(former.ctx, { id: boss.userId, role: "user" })).rejects.toMatchObject({ code: "not_found" });
});

test("people are found by address or name, filtered, and paged by address", async () => {
  const boss = await admin();
  const mark = randomToken()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  const emails = Array.from({ length: 53 }, (_, i) => `p${String(i).padStart(2, "0")}-${mark}@example.test`);
  await boss.ctx.db.insert(users).values(emails.map((email) => ({ email, name: `Name_${mark}` })));
  const first = await listPeople(boss.ctx, { q: `-${mark}` });
  const second = await listPeople(boss.ctx, { q: `-${mark}`, cursor: first.nextCursor });
  expect([...first.people, ...second.people].map(({ email }) => email)).toEqual(emails);
  expect(second.nextCursor).toBeUndefined();
  expect((await listPeople(boss.ctx, { q: `name_${mark}` })).people).toHaveLength(50);
  // A wildcard is a letter like any other.
  expect((await listPeople(boss.ctx, { q: `name%${mark}` })).people).toHaveLength(0);
  expect((await listPeople(boss.ctx, { q: mark, filter: "admins" })).people).toHaveLength(0);
  expect((await listPeople(boss.ctx, { q: mark, filter: "unverified" })).people).toHaveLength(50);
  await expect(listPeople(boss.ctx, { cursor: "forged.x" })).rejects.toMatchObject({ code: "invalid" });
});

test("the mail that confirms an address can be sent again, within reason, while there is anything to confirm", async () => {
  const [boss, person, stranger] = await Promise.all([admin(), createTestContext(), createTestContext()]);
  const id = person.userId;
  await expect(resendVerification(stranger.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  for (let i = 0; i < 5; i++) await resendVerification(boss.ctx, { id });
  await expect(resendVerification(boss.ctx, { id })).rejects.toMatchObject({ code: "limit_exceeded" });
  expect(boss.emitted).toHaveLength(5);
  expect(boss.emitted[0]).toMatchObject({ data: { userId: id, kind: "verify_email" } });
  await boss.ctx.db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, id));
  await expect(resendVerification(boss.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
});
