import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AccountMailKind } from "@/db/schema/vocabulary";
import { ACCOUNT_MAIL_KINDS } from "@/db/schema/vocabulary";
import { deliverMail, systemOf, visitorOf } from "@/tests/helpers/account-mail";
import { createTestContext } from "@/tests/helpers/context";
import { givenAccount } from "@/tests/helpers/two-step";
import { requestAccountMail, sendAccountMail } from "./account-mail";
import { deviceName, placeName } from "./device";
import { findConfirmation, resendOwnVerification } from "./emails";
import { formatMoment, maskEmail } from "./links";

test("a second try of the same mail sends nothing, and the link that left still works", async () => {
  const person = await givenAccount();
  await resendOwnVerification(person.ctx);
  const [event] = person.emitted;
  const [mail] = await deliverMail(person);
  const again = event?.data as Parameters<typeof sendAccountMail>[1];
  const system = systemOf(person.ctx, person.userId);
  await expect(sendAccountMail(system, again)).resolves.toEqual({ sent: false });
  expect(await findConfirmation(visitorOf(person), mail?.token ?? "")).toEqual({ email: person.email });
});

test("what waits in the queue holds ids and no secret", async () => {
  const person = await givenAccount();
  await resendOwnVerification(person.ctx);
  expect(person.emitted).toMatchObject([
    { name: "account/mail.due", data: { userId: person.userId, kind: "verify_email", requestId: expect.any(String) } },
  ]);
  expect(JSON.stringify(person.emitted)).not.toContain(person.email);
});

test.each(ACCOUNT_MAIL_KINDS)("%s to nobody, a demo or about nothing is not sent", async (kind: AccountMailKind) => {
  const demo = await createTestContext({ isDemo: true });
  const mail = { kind, requestId: randomUUID(), subjectId: randomUUID() };
  await expect(sendAccountMail(systemOf(demo.ctx, demo.userId), mail)).resolves.toEqual({ sent: false });
  await expect(sendAccountMail(systemOf(demo.ctx, randomUUID()), mail)).resolves.toEqual({ sent: false });
});

test("asking takes the same event for nobody", async () => {
  const { ctx, emitted } = await createTestContext();
  await requestAccountMail(ctx, { userId: randomUUID(), kind: "reset_password" });
  await requestAccountMail(ctx, { userId: randomUUID(), kind: "reset_password" });
  const [first, second] = emitted.map((event) => JSON.stringify(event).length);
  expect(first).toBe(second);
});

test("devices, moments and addresses read as people say them", () => {
  expect(deviceName("curl/8.5.0")).toBe("curl");
  expect(deviceName(undefined)).toBe("Unknown device");
  expect(deviceName("")).toBe("Unknown device");
  expect(deviceName("()<script>")).toBe("Unknown device");
  expect([placeName("::1"), placeName("127.0.0.1"), placeName("direct")]).toEqual([
    "this machine",
    "this machine",
    undefined,
  ]);
  expect(formatMoment(new Date("2026-11-24T09:15:30Z"))).toBe("24 November 2026, 09:15 UTC");
  expect(maskEmail("robin@example.org")).toBe("r…@example.org");
});
