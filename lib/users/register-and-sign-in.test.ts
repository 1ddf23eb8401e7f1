import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findUserByEmail } from "@/db/queries/users";
import { endSession, resolveSession } from "@/lib/auth/sessions";
import { testDatabase } from "@/tests/helpers/database";
import { registerUser } from "./register";
import type { SignInInput } from "./schemas";
import { emailSchema, registerInput } from "./schemas";
import { signIn as takeFirstStep } from "./sign-in";

const address = () => `${randomUUID()}@example.test`;
const password = "correct horse battery";
let visitor: { db: Awaited<ReturnType<typeof testDatabase>>; now: () => Date; emit: () => Promise<void> };

async function signIn(by: typeof visitor, input: SignInInput) {
  const step = await takeFirstStep(by, input);
  if (step.status !== "signed_in") throw new Error("a code was asked for");
  return step;
}

beforeAll(async () => {
  visitor = { db: await testDatabase(), now: () => new Date(), emit: async () => {} };
});

describe("registering", () => {
  test("the first account becomes admin, the next does not", async () => {
    const isEmpty = (await visitor.db.execute(sql`select 1 from users where not is_demo limit 1`)) as {
      rows?: unknown[];
    };
    const [first, second] = [address(), address()];
    await registerUser(visitor, { email: first, password, name: "Ada" });
    await registerUser(visitor, { email: second, password, name: "Bo" });
    if (isEmpty.rows?.length === 0) expect((await findUserByEmail(visitor.db, { email: first }))?.role).toBe("admin");
    expect((await findUserByEmail(visitor.db, { email: second }))?.role).toBe("user");
  });

  test("a taken address answers like a free one and changes nothing", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "Ada" });
    const before = await findUserByEmail(visitor.db, { email });
    await expect(registerUser(visitor, { email, password: "another password", name: "Eve" })).resolves.toEqual({});
    expect(await findUserByEmail(visitor.db, { email })).toEqual(before);
  });

  test("the password is stored as argon2id with the documented cost", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "" });
    expect((await findUserByEmail(visitor.db, { email }))?.passwordHash).toMatch(
      /^\$argon2id\$v=19\$m=47104,t=1,p=1\$/,
    );
  });

  test("addresses are one person however they are typed", () => {
    expect(emailSchema.parse("  Ada@Example.TEST ")).toBe("ada@example.test");
    expect(emailSchema.safeParse("ada\uFF20example.test").data).toBe("ada@example.test");
    expect(emailSchema.safeParse("not an address").success).toBe(false);
    expect(registerInput.safeParse({ email: "a@example.test", password: "short" }).error?.issues[0]?.message).toMatch(
      /at least 8/,
    );
  });
});

describe("signing in", () => {
  test("the right password opens a session whose id is stored only as a hash", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "Ada" });
    const { sid } = await signIn(visitor, { email, password });
    expect(await resolveSession(visitor.db, sid, new Date())).toMatchObject({ email, name: "Ada", isDemo: false });
    const rows = (await visitor.db.execute(
      sql`select count(*)::int as n from sessions where sid_hash = ${sid}`,
    )) as unknown;
    expect(JSON.stringify(rows)).toContain('"n":0');
  });

  test("a wrong password and an unknown address are refused with the same words", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "Ada" });
    const refusals = await Promise.all(
      [
        { email, password: "wrong" },
        { email: address(), password },
      ].map((input) => signIn(visitor, input).catch((error) => ({ code: error.code, message: error.message }))),
    );
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[0]).toMatchObject({ code: "unauthenticated" });
  });

  test("the eleventh check in a quarter of an hour is refused, right or wrong, and later ones are not", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "Ada" });
    for (let attempt = 0; attempt < 10; attempt++) await signIn(visitor, { email, password: "wrong" }).catch(() => {});
    await expect(signIn(visitor, { email, password })).rejects.toMatchObject({
      code: "limit_exceeded",
      retryAfter: expect.any(Number),
    });
    const later = { ...visitor, now: () => new Date(Date.now() + 16 * 60_000) };
    await expect(signIn(later, { email, password })).resolves.toHaveProperty("sid");
  });

  test("an ended session is refused from then on, and so is an expired one", async () => {
    const email = address();
    await registerUser(visitor, { email, password, name: "Ada" });
    const { sid } = await signIn(visitor, { email, password });
    expect(await resolveSession(visitor.db, sid, new Date(Date.now() + 31 * 86_400_000))).toBeUndefined();
    await endSession(visitor.db, sid, new Date());
    expect(await resolveSession(visitor.db, sid, new Date())).toBeUndefined();
  });
});
