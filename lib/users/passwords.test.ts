import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { insertApiToken } from "@/db/queries/sessions";
import { apiTokens, auditEntries, users } from "@/db/schema";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { deliverMail, newAddress, visitorOf } from "@/tests/helpers/account-mail";
import { createTestContext } from "@/tests/helpers/context";
import { givenAccount, givenTwoStep, PASSWORD, type TestAccount } from "@/tests/helpers/two-step";
import { changePassword, isResetLinkOpen, requestPasswordReset, resetPassword } from "./passwords";
import { signIn } from "./sign-in";

const NEW = "an even longer sentence";

async function givenReset(person: TestAccount): Promise<string> {
  await requestPasswordReset(visitorOf(person), { email: person.email });
  const [mail] = await deliverMail(person);
  expect(mail).toMatchObject({ template: "reset-password", recipient: person.email });
  return mail?.token ?? "";
}

const open = ({ ctx, userId }: TestAccount) => openSession(ctx.db, { userId, method: "password", now: ctx.now() });
const isLive = async ({ ctx }: TestAccount, sid: string) => Boolean(await resolveSession(ctx.db, sid, new Date()));

describe("a forgotten password", () => {
  test("is replaced by the link: every session and token ends, the address is proven, the person is told", async () => {
    const person = await givenAccount();
    const { ctx, userId, email } = person;
    const sid = await open(person);
    const apiToken = { userId, tokenHash: hashToken(randomToken()), prefix: "joba_", scopes: [] };
    await insertApiToken(ctx.db, { ...apiToken, expiresAt: new Date(Date.now() + 60_000) });
    const token = await givenReset(person);
    await expect(resetPassword(visitorOf(person), { token, password: NEW })).resolves.toBeUndefined();

    expect(await isLive(person, sid)).toBe(false);
    const [row] = await ctx.db.select().from(apiTokens).where(eq(apiTokens.userId, userId));
    expect(row?.revokedAt).toBeInstanceOf(Date);
    const [user] = await ctx.db.select().from(users).where(eq(users.id, userId));
    expect(user).toMatchObject({ emailVerifiedAt: expect.any(Date), passwordChangedAt: expect.any(Date) });
    const [notice] = await deliverMail(person);
    expect(notice).toMatchObject({ template: "password-changed", recipient: email });
    expect(notice?.text).toContain("Firefox on Linux");
    await expect(signIn(visitorOf(person), { email, password: PASSWORD })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(signIn(visitorOf(person), { email, password: NEW })).resolves.toMatchObject({ status: "signed_in" });
    const entries = await ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, userId));
    expect(entries.map(({ action }) => action)).toContain("account.password_reset");
  });

  test("of 50 who use the link at once, one wins, and nobody after", async () => {
    const person = await givenAccount();
    const token = await givenReset(person);
    const use = () => resetPassword(visitorOf(person), { token, password: NEW });
    const tries = await Promise.allSettled(Array.from({ length: 50 }, use));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(use()).rejects.toMatchObject({ code: "invalid" });
    expect(await isResetLinkOpen(visitorOf(person), token)).toBe(false);
  });

  test("the link is over after half an hour, and a newer one makes it worthless", async () => {
    const person = await givenAccount();
    const older = await givenReset(person);
    person.setNow(new Date(Date.now() + 1000));
    const newer = await givenReset(person);
    expect(await isResetLinkOpen(visitorOf(person), older)).toBe(false);
    expect(await isResetLinkOpen(visitorOf(person), newer)).toBe(true);
    person.setNow(new Date(Date.now() + 31 * 60_000));
    expect(await isResetLinkOpen(visitorOf(person), newer)).toBe(false);
    await expect(resetPassword(visitorOf(person), { token: newer, password: NEW })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a refused password leaves the link as it was", async () => {
    const person = await givenAccount();
    const token = await givenReset(person);
    await expect(resetPassword(visitorOf(person), { token, password: "password1" })).rejects.toMatchObject({
      fields: { password: [expect.any(String)] },
    });
    expect(await isResetLinkOpen(visitorOf(person), token)).toBe(true);
  });

  test("a new password does not stand for the second step", async () => {
    const person = await givenAccount();
    await givenTwoStep(person, new Date());
    person.emitted.length = 0;
    const token = await givenReset(person);
    await resetPassword(visitorOf(person), { token, password: NEW });
    await expect(signIn(visitorOf(person), { email: person.email, password: NEW })).resolves.toMatchObject({
      status: "code_required",
    });
  });

  test("a queue that is down does not make a change that is done look undone", async () => {
    const person = await givenAccount();
    const token = await givenReset(person);
    const emit = async () => {
      throw new Error("down");
    };
    await expect(resetPassword({ ...visitorOf(person), emit }, { token, password: NEW })).resolves.toBeUndefined();
    const change = { password: NEW, newPassword: PASSWORD };
    await expect(changePassword({ ...person.ctx, emit }, change)).resolves.toEqual({ ended: 0 });
  });

  test("nobody, closed accounts and demos get no mail", async () => {
    const person = await givenAccount({ disabledAt: new Date() });
    await requestPasswordReset(visitorOf(person), { email: person.email });
    await requestPasswordReset(visitorOf(person), { email: newAddress() });
    expect(await deliverMail(person)).toEqual([]);
  });
});

describe("changing the password", () => {
  test("needs the present one, ends every other session and tells the person", async () => {
    const person = await givenAccount();
    const other = await open(person);
    const input = { password: PASSWORD, newPassword: NEW };
    await expect(changePassword(person.ctx, { ...input, password: "wrong" })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: ["That is not your password"] },
    });
    expect(await isLive(person, other)).toBe(true);
    await expect(changePassword(person.ctx, input)).resolves.toEqual({ ended: 1 });
    expect(await isLive(person, other)).toBe(false);
    expect(await deliverMail(person)).toMatchObject([{ template: "password-changed" }]);
    await expect(signIn(visitorOf(person), { email: person.email, password: NEW })).resolves.toBeTruthy();
  });

  test("keeps the session it was changed in", async () => {
    const person = await givenAccount();
    const sid = await open(person);
    const here = await resolveSession(person.ctx.db, sid, new Date());
    const { actor } = person.ctx;
    if (actor.kind !== "user" || !here) throw new Error("no session");
    const ctx = { ...person.ctx, actor: { ...actor, sessionId: here.sessionId } };
    await changePassword(ctx, { password: PASSWORD, newPassword: NEW });
    expect(await isLive(person, sid)).toBe(true);
  });

  test("makes a reset link on its way worthless", async () => {
    const person = await givenAccount();
    const token = await givenReset(person);
    await changePassword(person.ctx, { password: PASSWORD, newPassword: NEW });
    expect(await isResetLinkOpen(visitorOf(person), token)).toBe(false);
  });

  test("refuses a common one at its field", async () => {
    const person = await givenAccount();
    await expect(changePassword(person.ctx, { password: PASSWORD, newPassword: "iloveyou1" })).rejects.toMatchObject({
      fields: { newPassword: [expect.any(String)] },
    });
  });

  test("is not for tokens and demos, and the eleventh guess in a quarter of an hour is refused", async () => {
    const person = await givenAccount();
    const input = { password: PASSWORD, newPassword: NEW };
    await expect(changePassword(person.withToken("profile:write"), input)).rejects.toMatchObject({ code: "forbidden" });
    const demo = await createTestContext({ isDemo: true });
    await expect(changePassword(demo.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    for (let n = 0; n < 10; n++) await changePassword(person.ctx, { ...input, password: "wrong" }).catch(() => {});
    await expect(changePassword(person.ctx, input)).rejects.toMatchObject({ code: "limit_exceeded" });
  });
});
