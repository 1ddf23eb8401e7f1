import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries, outboxMessages, sessions, signInChallenges, users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/passwords";
import { hashToken } from "@/lib/auth/tokens";
import { testDatabase } from "@/tests/helpers/database";
import { codeAt } from "@/tests/helpers/totp";
import { givenAccount, givenTwoStep, PASSWORD } from "@/tests/helpers/two-step";
import { authenticate, completeSignIn, isChallengeOpen, signIn } from "./sign-in";
import type { Visitor } from "./visitor";

const NOW = new Date("2026-11-24T10:00:00Z");
const BEFORE = new Date("2026-11-24T09:00:00Z");
let db: Visitor["db"];
const at = (seconds: number): Visitor => ({
  db,
  now: () => new Date(NOW.getTime() + seconds * 1000),
  address: "192.0.2.1",
  userAgent: "test",
});
const visitor = () => at(0);
const startAgain = { code: "unauthenticated", fields: undefined };
const wrongCode = { code: "unauthenticated", fields: { code: [expect.any(String)] } };

beforeAll(async () => {
  db = await testDatabase();
});

async function givenChallenge() {
  const account = await givenAccount();
  const { secret, recoveryCodes } = await givenTwoStep(account, BEFORE);
  const step = await signIn(visitor(), { email: account.email, password: PASSWORD });
  if (step.status !== "code_required") throw new Error("no code was asked for");
  return { ...account, secret, recoveryCodes, challenge: step.challenge, code: codeAt(secret, NOW) };
}

describe("the second step", () => {
  test("opens a session only after the code, and the challenge is stored as a hash", async () => {
    const { challenge, code, userId } = await givenChallenge();
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
    const [row] = await db.select().from(signInChallenges).where(eq(signInChallenges.userId, userId));
    expect(row?.tokenHash).toBe(hashToken(challenge));
    expect(await isChallengeOpen(visitor(), challenge)).toBe(true);
    expect(await completeSignIn(visitor(), { challenge, code })).toMatchObject({ userId, sid: expect.any(String) });
    expect(await isChallengeOpen(visitor(), challenge)).toBe(false);
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toMatchObject([{ method: "password" }]);
  });

  test("a challenge is over after ten minutes, after five tries and after its success", async () => {
    const late = await givenChallenge();
    const code = codeAt(late.secret, new Date(NOW.getTime() + 601_000));
    await expect(completeSignIn(at(601), { challenge: late.challenge, code })).rejects.toMatchObject(startAgain);

    const tried = await givenChallenge();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(completeSignIn(visitor(), { challenge: tried.challenge, code: "000000" })).rejects.toMatchObject(
        wrongCode,
      );
    }
    expect(await isChallengeOpen(visitor(), tried.challenge)).toBe(false);
    await expect(completeSignIn(visitor(), tried)).rejects.toMatchObject(startAgain);

    const done = await givenChallenge();
    await completeSignIn(visitor(), done);
    await expect(
      completeSignIn(visitor(), { challenge: done.challenge, code: done.recoveryCodes[0] ?? "" }),
    ).rejects.toMatchObject(startAgain);
  });

  test("new challenges do not give new tries: ten codes an account in a quarter of an hour", async () => {
    const account = await givenChallenge();
    const { email, secret } = account;
    let refused = 0;
    for (let round = 0; round < 3; round++) {
      const step = await signIn(visitor(), { email, password: PASSWORD });
      if (step.status !== "code_required") throw new Error("no code was asked for");
      for (let attempt = 0; attempt < 5; attempt++) {
        const error = await completeSignIn(visitor(), { challenge: step.challenge, code: "000000" }).catch((e) => e);
        if (error.code === "limit_exceeded") refused++;
      }
    }
    // One of the ten was spent on turning it on, an hour before: another window.
    expect(refused).toBe(5);
    await expect(
      authenticate(visitor(), { email, password: PASSWORD, code: codeAt(secret, NOW) }),
    ).rejects.toMatchObject({ code: "limit_exceeded", retryAfter: expect.any(Number) });
  });

  test("of 20 tries with one code at once, one wins", async () => {
    const account = await givenChallenge();
    const { email, code } = account;
    const challenges = [account.challenge];
    for (let more = 0; more < 4; more++) {
      const step = await signIn(visitor(), { email, password: PASSWORD });
      if (step.status === "code_required") challenges.push(step.challenge);
    }
    const tries = challenges.flatMap((challenge) =>
      [1, 2, 3, 4].map(() => completeSignIn(visitor(), { challenge, code })),
    );
    const ends = await Promise.allSettled(tries);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a password replaced in between makes the challenge of the old one worthless", async () => {
    const { challenge, code, userId } = await givenChallenge();
    await db
      .update(users)
      .set({ passwordChangedAt: new Date(NOW.getTime() + 1000) })
      .where(eq(users.id, userId));
    await expect(completeSignIn(at(2), { challenge, code })).rejects.toMatchObject(startAgain);
  });

  test("a new password does not do away with the code", async () => {
    const { email, userId } = await givenChallenge();
    const passwordHash = await hashPassword("chosen by the mailed link");
    await db.update(users).set({ passwordHash, passwordChangedAt: NOW }).where(eq(users.id, userId));
    const input = { email, password: "chosen by the mailed link" };
    expect(await signIn(at(10), input)).toMatchObject({ status: "code_required" });
    await expect(authenticate(at(10), input)).rejects.toMatchObject({ fields: { code: ["code_required"] } });
  });

  test("an account closed in between stays closed", async () => {
    const { challenge, code, userId } = await givenChallenge();
    await db.update(users).set({ disabledAt: NOW }).where(eq(users.id, userId));
    await expect(completeSignIn(visitor(), { challenge, code })).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await db.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
  });

  test("what somebody makes up is no challenge", async () => {
    for (const challenge of ["", "x", "a".repeat(43), "' or 1=1 --"]) {
      await expect(completeSignIn(visitor(), { challenge, code: "123456" })).rejects.toMatchObject(startAgain);
      expect(await isChallengeOpen(visitor(), challenge)).toBe(false);
    }
  });
});

test("an unknown address, a wrong password and a disabled account get one answer", async () => {
  const [account, disabled] = await Promise.all([givenAccount(), givenAccount({ disabledAt: BEFORE })]);
  const tries = [
    { email: "nobody@example.test", password: PASSWORD },
    { email: account.email, password: "wrong" },
    { email: disabled.email, password: PASSWORD },
    { email: disabled.email, password: "wrong" },
  ];
  for (const verb of [signIn, authenticate]) {
    const answers = await Promise.all(
      tries.map((input) => verb(visitor(), input).catch(({ code, message, fields }) => ({ code, message, fields }))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  }
});

test("the need for a code is only told to whoever knows the password", async () => {
  const { email } = await givenChallenge();
  const codeRequired = { code: "unauthenticated", fields: { code: ["code_required"] } };
  await expect(authenticate(visitor(), { email, password: PASSWORD })).rejects.toMatchObject(codeRequired);
  await expect(authenticate(visitor(), { email, password: "wrong" })).rejects.toMatchObject({ fields: undefined });
});

test("who came in, who did not and how is in the audit log, without what they typed", async () => {
  const { challenge, email, userId, recoveryCodes } = await givenChallenge();
  await signIn(visitor(), { email, password: "hunter2-canary" }).catch(() => {});
  await completeSignIn(visitor(), { challenge, code: "111111" }).catch(() => {});
  await completeSignIn(visitor(), { challenge, code: recoveryCodes[0] ?? "" });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.userId, userId));
  const told = entries.filter(({ at: instant }) => instant >= NOW).map(({ action, detail }) => [action, detail]);
  expect(told).toEqual(
    expect.arrayContaining([
      ["account.sign_in_failed", { reason: "password" }],
      ["account.sign_in_failed", { reason: "code" }],
      ["account.recovery_code_used", {}],
      ["account.signed_in", { method: "password", kind: "browser", secondFactor: "recovery_code" }],
    ]),
  );
  expect(JSON.stringify(entries)).not.toMatch(/hunter2|111111/);
  expect(entries.every(({ address }) => address === null || address === "192.0.2.1")).toBe(true);
  const mails = await db.select().from(outboxMessages).where(eq(outboxMessages.userId, userId));
  expect(mails.map(({ subject }) => subject)).toContain("A recovery code was used");
});
