import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, outboxMessages, recoveryCodes as recoveryCodeRows, secondFactors } from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { codeAt } from "@/tests/helpers/totp";
import { givenAccount, givenTwoStep, PASSWORD } from "@/tests/helpers/two-step";
import { confirmTwoStep, disableTwoStep, getTwoStep, renewRecoveryCodes, startTwoStep } from "./two-step";

const START = new Date("2026-11-24T09:00:00Z");
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

describe("turning two-step sign-in on", () => {
  test("takes the password, then a first code, and gives ten codes once", async () => {
    const account = await givenAccount();
    account.setNow(START);
    const { secret, qr } = await startTwoStep(account.ctx, { password: PASSWORD });
    expect(secret.replaceAll(" ", "")).toMatch(/^[A-Z2-7]{32}$/);
    expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    expect(await getTwoStep(account.ctx)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    const { recoveryCodes } = await confirmTwoStep(account.ctx, { code: codeAt(secret, START) });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await getTwoStep(account.ctx)).toMatchObject({ isOn: true, confirmedAt: START, recoveryCodesLeft: 10 });
  });

  test("keeps neither secret nor codes where a dump of the database shows them", async () => {
    const account = await givenAccount();
    const { secret, recoveryCodes } = await givenTwoStep(account, START);
    const rows = [
      ...(await account.ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, account.userId))),
      ...(await account.ctx.db.select().from(recoveryCodeRows).where(eq(recoveryCodeRows.userId, account.userId))),
      ...(await account.ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, account.userId))),
      ...(await account.ctx.db.select().from(outboxMessages).where(eq(outboxMessages.userId, account.userId))),
    ];
    const dump = JSON.stringify(rows);
    for (const text of [
      secret.replaceAll(" ", ""),
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll("-", "")),
    ]) {
      expect(dump).not.toContain(text);
    }
  });

  test("is refused without the password, and without a confirming code nothing is on", async () => {
    const account = await givenAccount();
    account.setNow(START);
    for (const password of [undefined, "", "wrong password"]) {
      await expect(startTwoStep(account.ctx, { password })).rejects.toMatchObject({
        code: "invalid",
        fields: { password: [expect.any(String)] },
      });
    }
    const { secret } = await startTwoStep(account.ctx, { password: PASSWORD });
    const wrong = codeAt(secret, later(3600));
    await expect(confirmTwoStep(account.ctx, { code: wrong })).rejects.toMatchObject({
      fields: { code: [expect.any(String)] },
    });
    expect((await getTwoStep(account.ctx)).isOn).toBe(false);
  });

  test("a set-up begun again has a new secret, and one left lying is over", async () => {
    const account = await givenAccount();
    account.setNow(START);
    const first = await startTwoStep(account.ctx, { password: PASSWORD });
    const second = await startTwoStep(account.ctx, { password: PASSWORD });
    await expect(confirmTwoStep(account.ctx, { code: codeAt(first.secret, START) })).rejects.toMatchObject({
      code: "invalid",
    });
    account.setNow(later(31 * 60));
    await expect(confirmTwoStep(account.ctx, { code: codeAt(second.secret, later(31 * 60)) })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("cannot be done twice, not even by two confirmations at once", async () => {
    const account = await givenAccount();
    account.setNow(START);
    const { secret } = await startTwoStep(account.ctx, { password: PASSWORD });
    const both = await Promise.allSettled(
      [1, 2].map(() => confirmTwoStep(account.ctx, { code: codeAt(secret, START) })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(startTwoStep(account.ctx, { password: PASSWORD })).rejects.toMatchObject({ code: "conflict" });
    expect((await getTwoStep(account.ctx)).recoveryCodesLeft).toBe(10);
  });

  test("is not for the demo, for tokens or for somebody signed in by a provider long ago", async () => {
    const demo = await createTestContext({ isDemo: true });
    await expect(startTwoStep(demo.ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    const account = await givenAccount();
    await expect(startTwoStep(account.withToken("profile:write"), { password: PASSWORD })).rejects.toMatchObject({
      code: "forbidden",
    });
    const linked = await givenAccount({ passwordHash: null });
    await expect(startTwoStep(linked.ctx, { password: PASSWORD })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("weakening it", () => {
  test("takes the password and a code, and a recovery code is one", async () => {
    const account = await givenAccount();
    const { secret, recoveryCodes } = await givenTwoStep(account, START);
    const at = later(60);
    account.setNow(at);
    const code = codeAt(secret, at);
    await expect(disableTwoStep(account.ctx, { password: "wrong", code })).rejects.toMatchObject({ code: "invalid" });
    await expect(disableTwoStep(account.ctx, { code })).rejects.toMatchObject({ code: "invalid" });
    await expect(disableTwoStep(account.ctx, { password: PASSWORD, code: "000000" })).rejects.toMatchObject({
      code: "invalid",
    });
    const renewed = await renewRecoveryCodes(account.ctx, { password: PASSWORD, code });
    expect(renewed.recoveryCodes).toHaveLength(10);
    await expect(
      disableTwoStep(account.ctx, { password: PASSWORD, code: recoveryCodes[0] ?? "" }),
    ).rejects.toMatchObject({ code: "invalid" });
    await disableTwoStep(account.ctx, { password: PASSWORD, code: renewed.recoveryCodes[3] ?? "" });
    expect(await getTwoStep(account.ctx)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    await expect(disableTwoStep(account.ctx, { password: PASSWORD, code })).rejects.toMatchObject({ code: "conflict" });
  });

  test("a stranger's code weakens nothing of somebody else's", async () => {
    const [account, stranger] = await Promise.all([givenAccount(), givenAccount()]);
    await givenTwoStep(account, START);
    const theirs = await givenTwoStep(stranger, START);
    account.setNow(later(60));
    for (const code of [codeAt(theirs.secret, later(60)), theirs.recoveryCodes[0] ?? ""]) {
      await expect(disableTwoStep(account.ctx, { password: PASSWORD, code })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect((await getTwoStep(stranger.ctx)).recoveryCodesLeft).toBe(10);
  });

  test("the eleventh code in a quarter of an hour is not looked at", async () => {
    const account = await givenAccount();
    const { secret } = await givenTwoStep(account, START);
    account.setNow(later(60));
    for (let attempt = 0; attempt < 9; attempt++) {
      await expect(disableTwoStep(account.ctx, { password: PASSWORD, code: "000000" })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    const right = { password: PASSWORD, code: codeAt(secret, later(60)) };
    await expect(disableTwoStep(account.ctx, right)).rejects.toMatchObject({ code: "limit_exceeded" });
  });

  test("every step is in the audit log and in the person's mail", async () => {
    const account = await givenAccount();
    const { secret, recoveryCodes } = await givenTwoStep(account, START);
    account.setNow(later(60));
    await renewRecoveryCodes(account.ctx, { password: PASSWORD, code: recoveryCodes[0] ?? "" });
    await disableTwoStep(account.ctx, { password: PASSWORD, code: codeAt(secret, later(60)) });
    const entries = await account.ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, account.userId));
    expect(entries.map(({ action }) => action).sort()).toEqual([
      "account.recovery_code_used",
      "account.recovery_codes_renewed",
      "account.totp_disabled",
      "account.totp_enabled",
    ]);
    const mails = await account.ctx.db.select().from(outboxMessages).where(eq(outboxMessages.userId, account.userId));
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      "A recovery code was used",
      "Two-step sign-in is off",
      "Two-step sign-in is on",
      "You have new recovery codes",
    ]);
  });
});
