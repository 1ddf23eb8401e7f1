import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findUserByEmail } from "@/db/queries/users";
import { auditEntries, sessions } from "@/db/schema";
import { resolveSession } from "@/lib/auth/sessions";
import { deliverMail, newAddress, visitorOf } from "@/tests/helpers/account-mail";
import { createTestContext } from "@/tests/helpers/context";
import { givenAccount, PASSWORD } from "@/tests/helpers/two-step";
import { registerUser, signUp } from "./register";

const input = (email = newAddress()) => ({ email, password: PASSWORD, name: "Ada" });

describe("signing up", () => {
  test("opens a session and mails a link to confirm", async () => {
    const person = await createTestContext();
    const { email, ...rest } = input();
    const session = await signUp(visitorOf(person), { email, ...rest });
    const viewer = await resolveSession(person.ctx.db, session?.sid ?? "", new Date());
    expect(viewer).toMatchObject({ email, isEmailVerified: false });
    const [row] = await person.ctx.db
      .select()
      .from(sessions)
      .where(eq(sessions.id, viewer?.sessionId ?? ""));
    expect(row).toMatchObject({ method: "sign_up", kind: "browser", address: "203.0.113.7" });
    expect(await deliverMail(person)).toMatchObject([{ template: "verify-email", recipient: email }]);
    const [entry] = await person.ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.userId, viewer?.userId ?? ""));
    expect(entry).toMatchObject({ action: "account.registered", address: "203.0.113.7" });
  });

  test("with a taken address opens none, whatever the password, and changes nothing", async () => {
    const owner = await givenAccount({ emailVerifiedAt: new Date() });
    const before = await findUserByEmail(owner.ctx.db, { email: owner.email });
    for (const password of [PASSWORD, "somebody else's guess"]) {
      await expect(signUp(visitorOf(owner), { ...input(owner.email), password })).resolves.toBeUndefined();
    }
    expect(await findUserByEmail(owner.ctx.db, { email: owner.email })).toEqual(before);
    const mails = await deliverMail(owner);
    expect(mails).toMatchObject([{ template: "already-registered" }, { template: "already-registered" }]);
    expect(mails[0]).toMatchObject({ recipient: owner.email, token: "" });
  });

  test("again before confirming mails the link again", async () => {
    const owner = await givenAccount();
    await registerUser(visitorOf(owner), input(owner.email));
    expect(await deliverMail(owner)).toMatchObject([{ template: "verify-email", recipient: owner.email }]);
  });

  test("of five at once with one address, one makes the account", async () => {
    const person = await createTestContext();
    const wanted = input();
    const done = await Promise.all(Array.from({ length: 5 }, () => registerUser(visitorOf(person), wanted)));
    expect(done.filter(({ enters }) => enters)).toHaveLength(1);
  });

  test("the sixth try for one address within an hour is refused, taken or free", async () => {
    const owner = await givenAccount();
    for (const email of [owner.email, newAddress()]) {
      for (let n = 0; n < 5; n++) await registerUser(visitorOf(owner), input(email));
      await expect(registerUser(visitorOf(owner), input(email))).rejects.toMatchObject({ code: "limit_exceeded" });
    }
  });

  test("a queue that is down does not undo the account", async () => {
    const person = await createTestContext();
    const broken = async () => {
      throw new Error("down");
    };
    await expect(registerUser({ ...visitorOf(person), emit: broken }, input())).resolves.toHaveProperty("enters");
  });
});
