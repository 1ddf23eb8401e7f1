import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accountTokens, auditEntries, users } from "@/db/schema";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { deliverMail, newAddress, visitorOf } from "@/tests/helpers/account-mail";
import { createTestContext } from "@/tests/helpers/context";
import { givenAccount, PASSWORD, type TestAccount } from "@/tests/helpers/two-step";
import {
  confirmEmail,
  findConfirmation,
  requestEmailChange,
  resendOwnVerification,
  resendVerification,
} from "./emails";
import { isResetLinkOpen, requestPasswordReset } from "./passwords";

const HOUR = 3_600_000;

async function userOf({ ctx, userId }: TestAccount) {
  const [row] = await ctx.db.select().from(users).where(eq(users.id, userId));
  return row;
}

async function givenLink(person: TestAccount): Promise<string> {
  await resendOwnVerification(person.ctx);
  const [mail] = await deliverMail(person);
  expect(mail).toMatchObject({ template: "verify-email", recipient: person.email });
  expect(mail?.token).toHaveLength(43);
  return mail?.token ?? "";
}

describe("confirming an address", () => {
  test("the link confirms it when it is spent, and not when it is looked at", async () => {
    const person = await givenAccount();
    const visitor = visitorOf(person);
    const token = await givenLink(person);
    expect(await findConfirmation(visitor, token)).toEqual({ email: person.email });
    expect((await userOf(person))?.emailVerifiedAt).toBeNull();
    await expect(confirmEmail(visitor, { token })).resolves.toEqual({ email: person.email });
    expect((await userOf(person))?.emailVerifiedAt).toBeInstanceOf(Date);
    const [entry] = await person.ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, person.userId));
    expect(entry).toMatchObject({ action: "account.email_verified", address: "203.0.113.7" });
  });

  test("only its hash is stored", async () => {
    const person = await givenAccount();
    const token = await givenLink(person);
    const rows = await person.ctx.db.select().from(accountTokens).where(eq(accountTokens.userId, person.userId));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
  });

  test("of 50 who spend it at once, one wins, and nobody after", async () => {
    const person = await givenAccount();
    const token = await givenLink(person);
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => confirmEmail(visitorOf(person), { token })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(confirmEmail(visitorOf(person), { token })).rejects.toMatchObject({ code: "invalid" });
  });

  test("it is over after a day", async () => {
    const person = await givenAccount();
    const token = await givenLink(person);
    person.setNow(new Date(Date.now() + 24 * HOUR + 1000));
    expect(await findConfirmation(visitorOf(person), token)).toBeUndefined();
    await expect(confirmEmail(visitorOf(person), { token })).rejects.toMatchObject({ code: "invalid" });
  });

  test("a newer link makes the older one worthless", async () => {
    const person = await givenAccount();
    const older = await givenLink(person);
    person.setNow(new Date(Date.now() + 1000));
    const newer = await givenLink(person);
    await expect(confirmEmail(visitorOf(person), { token: older })).rejects.toMatchObject({ code: "invalid" });
    await expect(confirmEmail(visitorOf(person), { token: newer })).resolves.toBeTruthy();
  });

  test("a made-up token and one for another purpose confirm nothing", async () => {
    const person = await givenAccount();
    await requestPasswordReset(visitorOf(person), { email: person.email });
    const [reset] = await deliverMail(person);
    for (const token of [randomToken(), reset?.token ?? ""]) {
      await expect(confirmEmail(visitorOf(person), { token })).rejects.toMatchObject({ code: "invalid" });
    }
    expect((await userOf(person))?.emailVerifiedAt).toBeNull();
  });

  test("a closed account confirms nothing and gets no mail", async () => {
    const person = await givenAccount();
    const token = await givenLink(person);
    await person.ctx.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, person.userId));
    await expect(confirmEmail(visitorOf(person), { token })).rejects.toMatchObject({ code: "invalid" });
    await resendVerification(visitorOf(person), { email: person.email });
    expect(await deliverMail(person)).toEqual([]);
  });

  test("a confirmed address, an unknown one and a demo get no mail", async () => {
    const person = await givenAccount({ emailVerifiedAt: new Date() });
    expect(await resendOwnVerification(person.ctx)).toEqual({ isVerified: true });
    await resendVerification(visitorOf(person), { email: person.email });
    await resendVerification(visitorOf(person), { email: newAddress() });
    expect(await deliverMail(person)).toEqual([]);
    const demo = await createTestContext({ isDemo: true });
    await expect(resendOwnVerification(demo.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("the sixth mail in an hour is refused, known or not", async () => {
    const person = await givenAccount();
    for (const email of [person.email, newAddress()]) {
      for (let n = 0; n < 5; n++) await resendVerification(visitorOf(person), { email });
      await expect(resendVerification(visitorOf(person), { email })).rejects.toMatchObject({ code: "limit_exceeded" });
    }
  });
});

describe("changing the address", () => {
  test("it changes when the new one opens its link, and the old one is told", async () => {
    const person = await givenAccount();
    const email = `robin.${newAddress()}`;
    await requestEmailChange(person.ctx, { email, password: PASSWORD });
    const [mail] = await deliverMail(person);
    expect(mail).toMatchObject({ template: "verify-email", recipient: email });
    expect((await userOf(person))?.email).toBe(person.email);
    await expect(confirmEmail(visitorOf(person), { token: mail?.token ?? "" })).resolves.toEqual({ email });
    expect(await userOf(person)).toMatchObject({ email, emailVerifiedAt: expect.any(Date) });
    const [notice] = await deliverMail(person);
    expect(notice).toMatchObject({ template: "email-changed", recipient: person.email });
    expect(notice?.text).toContain("r…@example.test");
    expect(notice?.text).not.toContain(email);
    await expect(confirmEmail(visitorOf(person), { token: mail?.token ?? "" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("it needs the password, at the field", async () => {
    const person = await givenAccount();
    for (const password of ["wrong", undefined]) {
      const refused = requestEmailChange(person.ctx, { email: newAddress(), password });
      await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { password: [expect.any(String)] } });
    }
    expect(await deliverMail(person)).toEqual([]);
  });

  test("the link is over after an hour", async () => {
    const person = await givenAccount();
    await requestEmailChange(person.ctx, { email: newAddress(), password: PASSWORD });
    const [mail] = await deliverMail(person);
    person.setNow(new Date(Date.now() + HOUR + 1000));
    await expect(confirmEmail(visitorOf(person), { token: mail?.token ?? "" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("somebody's address answers like a free one, and its link changes nothing", async () => {
    const [person, owner] = [await givenAccount(), await givenAccount()];
    const answers = [
      await requestEmailChange(person.ctx, { email: owner.email, password: PASSWORD }),
      await requestEmailChange(person.ctx, { email: newAddress(), password: PASSWORD }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const [toOwner] = await deliverMail(person);
    await expect(confirmEmail(visitorOf(person), { token: toOwner?.token ?? "" })).rejects.toBeTruthy();
    expect((await userOf(person))?.email).toBe(person.email);
    expect((await userOf(owner))?.email).toBe(owner.email);
  });

  test("when two want the same address, it goes to one", async () => {
    const email = newAddress();
    const people = [await givenAccount(), await givenAccount()];
    const tokens: string[] = [];
    for (const person of people) {
      await requestEmailChange(person.ctx, { email, password: PASSWORD });
      tokens.push((await deliverMail(person))[0]?.token ?? "");
    }
    const done = await Promise.allSettled(
      people.map((person, index) => confirmEmail(visitorOf(person), { token: tokens[index] ?? "" })),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  test("links in the former mailbox no longer open the account", async () => {
    const person = await givenAccount();
    await requestPasswordReset(visitorOf(person), { email: person.email });
    const [reset] = await deliverMail(person);
    await requestEmailChange(person.ctx, { email: newAddress(), password: PASSWORD });
    const [mail] = await deliverMail(person);
    await confirmEmail(visitorOf(person), { token: mail?.token ?? "" });
    expect(await isResetLinkOpen(visitorOf(person), reset?.token ?? "")).toBe(false);
  });

  test("a token for scripts may not ask for it, nor a demo", async () => {
    const person = await givenAccount();
    const input = { email: newAddress(), password: PASSWORD };
    await expect(requestEmailChange(person.withToken("profile:write"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    const demo = await createTestContext({ isDemo: true });
    await expect(requestEmailChange(demo.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
