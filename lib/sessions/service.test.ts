import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, sessions, users } from "@/db/schema";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { FIREFOX, SAFARI } from "@/tests/helpers/account-mail";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { endOtherSession, endOtherSessions, listSessions } from "./service";

const DAY = 86_400_000;

async function givenSession(
  { ctx, userId }: TestContext,
  { userAgent = FIREFOX, now = new Date() }: { userAgent?: string; now?: Date } = {},
) {
  const sid = await openSession(ctx.db, { userId, method: "password", address: "203.0.113.7", userAgent, now });
  const viewer = await resolveSession(ctx.db, sid, now);
  return { sid, id: viewer?.sessionId ?? "" };
}

/** The person as seen from one of their sessions. */
function from({ ctx }: TestContext, sessionId: string) {
  if (ctx.actor.kind !== "user") throw new Error("not a person");
  return { ...ctx, actor: { ...ctx.actor, sessionId } };
}

const isLive = async ({ ctx }: TestContext, sid: string, now = new Date()) =>
  Boolean(await resolveSession(ctx.db, sid, now));

describe("the list", () => {
  test("shows device, address and which one this is, this one first", async () => {
    const person = await createTestContext();
    const here = await givenSession(person);
    await givenSession(person, { userAgent: SAFARI });
    const list = await listSessions(from(person, here.id));
    expect(list).toMatchObject([
      { id: here.id, isCurrent: true, device: "Firefox on Linux", deviceKind: "computer", address: "203.0.113.7" },
      { isCurrent: false, device: "Safari on iOS", deviceKind: "phone", kind: "browser", method: "password" },
    ]);
    expect(JSON.stringify(list)).not.toContain("sidHash");
  });

  test("leaves out what is over: ended, idle for 14 days, older than 30", async () => {
    const person = await createTestContext();
    const here = await givenSession(person);
    const ended = await givenSession(person);
    await endOtherSession(from(person, here.id), { id: ended.id });
    await givenSession(person, { now: new Date(Date.now() - 15 * DAY) });
    const old = await givenSession(person, { now: new Date(Date.now() - 31 * DAY) });
    await person.ctx.db.update(sessions).set({ lastUsedAt: new Date() }).where(eq(sessions.id, old.id));
    expect((await listSessions(from(person, here.id))).map(({ id }) => id)).toEqual([here.id]);
  });

  test("is not for tokens", async () => {
    const person = await createTestContext();
    await expect(listSessions(person.withToken("profile:read"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("ending sessions", () => {
  test("one session ends at once and the entry is in the log", async () => {
    const person = await createTestContext();
    const [here, there] = [await givenSession(person), await givenSession(person)];
    await endOtherSession(from(person, here.id), { id: there.id });
    expect(await isLive(person, there.sid)).toBe(false);
    expect(await isLive(person, here.sid)).toBe(true);
    const entries = await person.ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, person.userId));
    expect(entries).toMatchObject([{ action: "session.revoked", subjectKind: "session", subjectId: there.id }]);
    await expect(endOtherSession(from(person, here.id), { id: there.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("the session in use is ended by signing out", async () => {
    const person = await createTestContext();
    const here = await givenSession(person);
    await expect(endOtherSession(from(person, here.id), { id: here.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await isLive(person, here.sid)).toBe(true);
  });

  test("a stranger's session is not found and lives on", async () => {
    const [person, stranger] = [await createTestContext(), await createTestContext()];
    const theirs = await givenSession(stranger);
    await expect(endOtherSession(person.ctx, { id: theirs.id })).rejects.toMatchObject({ code: "not_found" });
    await endOtherSessions(person.ctx);
    expect(await isLive(stranger, theirs.sid)).toBe(true);
  });

  test("all others end, this one stays", async () => {
    const person = await createTestContext();
    const here = await givenSession(person);
    const others = [await givenSession(person), await givenSession(person, { userAgent: SAFARI })];
    await expect(endOtherSessions(from(person, here.id))).resolves.toEqual({ ended: 2 });
    for (const { sid } of others) expect(await isLive(person, sid)).toBe(false);
    expect(await isLive(person, here.sid)).toBe(true);
  });
});

describe("limits", () => {
  test("a session ends after 14 days without use, and use keeps it alive", async () => {
    const person = await createTestContext();
    const start = Date.now();
    const idle = await givenSession(person, { now: new Date(start) });
    expect(await isLive(person, idle.sid, new Date(start + 13 * DAY))).toBe(true);
    expect(await isLive(person, idle.sid, new Date(start + 26 * DAY))).toBe(true);
    const unused = await givenSession(person, { now: new Date(start) });
    expect(await isLive(person, unused.sid, new Date(start + 14 * DAY + 1000))).toBe(false);
  });

  test("it ends after 30 days however much it is used", async () => {
    const person = await createTestContext();
    const start = Date.now();
    const { sid } = await givenSession(person, { now: new Date(start) });
    for (const day of [10, 20, 29]) expect(await isLive(person, sid, new Date(start + day * DAY))).toBe(true);
    expect(await isLive(person, sid, new Date(start + 30 * DAY + 1000))).toBe(false);
  });

  test("a closed account has no sessions", async () => {
    const person = await createTestContext();
    const { sid } = await givenSession(person);
    await person.ctx.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, person.userId));
    expect(await isLive(person, sid)).toBe(false);
  });
});
