import { expect, test } from "vitest";
import { deliverMail, FIREFOX, SAFARI, visitorOf } from "@/tests/helpers/account-mail";
import { givenAccount, PASSWORD } from "@/tests/helpers/two-step";
import { signIn } from "./sign-in";

const NEWER_FIREFOX = FIREFOX.replaceAll("128.0", "151.0");

test("a device not seen before is told about; the first and the known ones are not", async () => {
  const person = await givenAccount();
  const { email } = person;
  const from = (userAgent: string) => signIn(visitorOf(person, userAgent), { email, password: PASSWORD });
  await from(FIREFOX);
  expect(await deliverMail(person)).toEqual([]);
  await from(NEWER_FIREFOX);
  expect(await deliverMail(person)).toEqual([]);
  await from(SAFARI);
  const [mail] = await deliverMail(person);
  expect(mail).toMatchObject({ template: "sign-in-alert", subject: "New sign-in: Safari on iOS", recipient: email });
  expect(mail?.text).toContain("203.0.113.7");
  await from(SAFARI);
  expect(await deliverMail(person)).toEqual([]);
});

test("a queue that is down does not keep anybody out", async () => {
  const person = await givenAccount();
  const broken = async () => {
    throw new Error("down");
  };
  const { email } = person;
  await signIn(visitorOf(person, FIREFOX), { email, password: PASSWORD });
  const step = signIn({ ...visitorOf(person, SAFARI), emit: broken }, { email, password: PASSWORD });
  await expect(step).resolves.toMatchObject({ status: "signed_in" });
});
