import { afterAll, beforeAll, expect, test, vi } from "vitest";

/** A JOBA that sends mail. Nothing leaves: these tests ask for mails and never write them. */
async function load() {
  vi.stubEnv("SMTP_URL", "smtp://mail.invalid:2525");
  vi.stubEnv("MAIL_FROM", "JOBA <joba@example.test>");
  const [database, mail, context, account, register, signIn, emails, queries] = await Promise.all([
    import("@/tests/helpers/database"),
    import("@/tests/helpers/account-mail"),
    import("@/tests/helpers/context"),
    import("@/tests/helpers/two-step"),
    import("./register"),
    import("./sign-in"),
    import("./emails"),
    import("@/db/queries/user-credentials"),
  ]);
  return { ...database, ...mail, ...context, ...account, ...register, ...signIn, ...emails, ...queries };
}

let joba: Awaited<ReturnType<typeof load>>;
let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  joba = await load();
  dropDatabase = await joba.useOwnDatabase();
  const person = await joba.createTestContext({ isDemo: true });
  const first = { email: joba.newAddress(), password: joba.PASSWORD, name: "First" };
  // The operator gets in whatever the mail server does.
  expect(await joba.signUp(joba.visitorOf(person), first)).toHaveProperty("sid");
}, 180_000);
afterAll(() => dropDatabase());

const outcome = (step: Promise<unknown>) => step.catch(({ code, message }) => ({ code, message }));

test("with a mail provider signing up enters nobody, whether the address was free or taken", async () => {
  const owner = await joba.givenAccount();
  for (const email of [joba.newAddress(), owner.email]) {
    const input = { email, password: joba.PASSWORD, name: "" };
    expect(await joba.signUp(joba.visitorOf(owner), input)).toBeUndefined();
  }
});

test("signing up and trying that password tells nothing about the address", async () => {
  const owner = await joba.givenAccount({ emailVerifiedAt: new Date() });
  const visitor = joba.visitorOf(owner);
  const password = "a password of the stranger's";
  const answers = [];
  for (const email of [joba.newAddress(), owner.email]) {
    await joba.signUp(visitor, { email, password, name: "" });
    answers.push(await outcome(joba.signIn(visitor, { email, password })));
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ code: "unauthenticated" });
});

test("an account opens once its address is confirmed", async () => {
  const person = await joba.givenAccount();
  const visitor = joba.visitorOf(person);
  const input = { email: person.email, password: joba.PASSWORD };
  await expect(joba.signIn(visitor, input)).rejects.toMatchObject({ code: "unauthenticated" });
  await joba.setEmailVerified(person.ctx.db, { userId: person.userId, email: person.email, now: new Date() });
  await expect(joba.signIn(visitor, input)).resolves.toMatchObject({ status: "signed_in" });
});

test("an admin gets in unconfirmed, or a mail server that refuses would lock everybody out", async () => {
  const admin = await joba.givenAccount({ role: "admin" });
  const step = joba.signIn(joba.visitorOf(admin), { email: admin.email, password: joba.PASSWORD });
  await expect(step).resolves.toMatchObject({ status: "signed_in" });
});
