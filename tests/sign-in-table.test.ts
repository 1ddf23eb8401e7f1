import { count, eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { accountTokens, oauthAccounts, sessions, users } from "@/db/schema";
import { SESSION_COOKIE } from "@/lib/auth/cookie";
import { createAuthOptions } from "@/lib/auth/options";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { signInWithProvider } from "@/lib/users/oauth";
import { resetPassword } from "@/lib/users/passwords";
import { authenticate, completeSignIn, type SignInStep, signIn } from "@/lib/users/sign-in";
import { startTwoStep } from "@/lib/users/two-step";
import type { Visitor } from "@/lib/users/visitor";
import { postNextAuth } from "./helpers/next-auth";
import { useTestServer } from "./helpers/server";
import { codeAt } from "./helpers/totp";
import { givenAccount, givenTwoStep, PASSWORD, type TestAccount } from "./helpers/two-step";

vi.hoisted(() => {
  Object.assign(process.env, { OIDC_ISSUER: "https://id.example", OIDC_ID: "joba", OIDC_SECRET: "secret" });
});

const FIRST_FACTORS = ["right", "wrong"] as const;
const FACTORS = ["absent", "pending", "confirmed"] as const;
const CODES = ["absent", "wrong", "right", "reused", "recovery", "used recovery"] as const;
const ACCOUNTS = ["open", "disabled"] as const;
const PATHS = ["browser", "next-auth", "API", "OAuth", "reset link"] as const;

interface Case {
  path: (typeof PATHS)[number];
  first: (typeof FIRST_FACTORS)[number];
  factor: (typeof FACTORS)[number];
  code: (typeof CODES)[number];
  account: (typeof ACCOUNTS)[number];
}

/** The rule, written once more and independently: both factors, each right, each its own, into an open account. */
function maySignIn({ first, factor, code, account }: Case): boolean {
  if (account === "disabled" || first === "wrong") return false;
  return factor !== "confirmed" || code === "right" || code === "recovery";
}

const CASES: Case[] = PATHS.flatMap((path) =>
  FIRST_FACTORS.flatMap((first) =>
    FACTORS.flatMap((factor) =>
      CODES.flatMap((code) => ACCOUNTS.map((account): Case => ({ path, first, factor, code, account }))),
    ),
  ),
);

const NOW = new Date("2026-11-24T10:00:00Z");
const LATER = new Date("2026-11-24T10:20:00Z");
const BEFORE = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  await useTestServer();
});

test(`nobody gets in without every factor the account has: ${CASES.length} combinations`, async () => {
  const lines = new Map(PATHS.map((path) => [path, { combinations: 0, "signed in": 0, refused: 0, wrong: 0 }]));
  const wrong: string[] = [];
  for (const input of CASES) {
    const isIn = await attempt(input);
    const line = lines.get(input.path);
    if (!line) throw new Error("a path without a line");
    line.combinations++;
    line[isIn ? "signed in" : "refused"]++;
    if (isIn !== maySignIn(input)) {
      line.wrong++;
      wrong.push(`${isIn ? "let in" : "kept out"}: ${JSON.stringify(input)}`);
    }
  }
  console.table(Object.fromEntries(lines));
  expect(wrong).toEqual([]);
  expect([...lines.values()].map((line) => line["signed in"])).toEqual(PATHS.map(() => 14));
}, 240_000);

/** @returns whether it ended with a session (or, for API clients, with a person). What is refused must leave no session. */
async function attempt(input: Case): Promise<boolean> {
  const account = await givenAccount({ emailVerifiedAt: BEFORE });
  const visitor: Visitor = { db: account.ctx.db, now: () => NOW, address: "192.0.2.1", userAgent: "table" };
  const code = await arrange(account, visitor, input);
  if (input.account === "disabled") {
    await visitor.db.update(users).set({ disabledAt: BEFORE }).where(eq(users.id, account.userId));
  }
  const before = await countSessions(account);
  const isIn = await enter(account, visitor, input, code).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unauthenticated") return false;
    throw error;
  });
  const opened = (await countSessions(account)) - before;
  expect(opened, JSON.stringify(input)).toBe(isIn && input.path !== "API" ? 1 : 0);
  return isIn;
}

/** Brings the account into the state of its row. @returns the code to send. */
async function arrange(account: TestAccount, visitor: Visitor, { path, first, factor, code }: Case) {
  const { email } = account;
  if (path === "OAuth" && first === "right") {
    const identity = { userId: account.userId, provider: "oidc:https://id.example", providerAccountId: account.userId };
    await visitor.db.insert(oauthAccounts).values(identity);
  }
  let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  let recovery = "0000-0000-0000-0000";
  if (factor === "pending") {
    account.setNow(BEFORE);
    secret = (await startTwoStep(account.ctx, { password: PASSWORD })).secret;
  }
  if (factor === "confirmed") {
    const on = await givenTwoStep(account, BEFORE);
    secret = on.secret;
    recovery = on.recoveryCodes[0] ?? "";
  }
  const right = codeAt(secret, NOW);
  const used = code === "reused" ? right : code === "used recovery" ? recovery : undefined;
  if (used) await authenticate(visitor, { email, password: PASSWORD, code: used });
  if (code === "absent") return undefined;
  if (code === "wrong") return right === "123456" ? "654321" : "123456";
  return code === "recovery" || code === "used recovery" ? recovery : right;
}

async function enter(account: TestAccount, visitor: Visitor, input: Case, code: string | undefined) {
  const { path, first } = input;
  const { email } = account;
  const credentials = { email, password: first === "right" ? PASSWORD : "another password" };
  if (path === "API") return (await authenticate(visitor, { ...credentials, code })).userId === account.userId;
  if (path === "browser") return finish(visitor, await signIn(visitor, credentials), code);
  if (path === "next-auth") {
    const options = createAuthOptions({ getVisitor: async () => visitor, settleProvider: () => Promise.reject() });
    const body = { ...credentials, ...(code && { code }) };
    const { cookies } = await postNextAuth(options, { path: "callback/credentials", body });
    return Boolean(cookies[SESSION_COOKIE]);
  }
  if (path === "reset link") {
    // "wrong" is a link that was never mailed: the password it would have set opens nothing.
    const { token, password } = { token: randomToken(), password: "chosen by the mailed link" };
    const link = { userId: account.userId, kind: "reset_password", email, expiresAt: LATER } as const;
    await visitor.db.insert(accountTokens).values({ ...link, tokenHash: hashToken(token) });
    const sent = first === "right" ? token : randomToken();
    const isReset = await resetPassword(visitor, { token: sent, password }).then(
      () => true,
      () => false,
    );
    // A closed account's link is dead, too.
    expect(isReset).toBe(first === "right" && input.account === "open");
    return finish(visitor, await signIn(visitor, { email, password }), code);
  }
  // "wrong" is an identity nobody connected, with this person's address that the provider did not verify.
  const outcome = await signInWithProvider(visitor, {
    provider: "oidc",
    accountId: first === "right" ? account.userId : `stranger-${account.userId}`,
    name: "",
    email,
    isEmailVerified: first === "right",
  });
  return outcome.status === "refused" ? false : finish(visitor, outcome, code);
}

async function finish(visitor: Visitor, step: SignInStep, code: string | undefined): Promise<boolean> {
  if (step.status === "signed_in") return true;
  if (!code) return false;
  return Boolean((await completeSignIn(visitor, { challenge: step.challenge, code })).sid);
}

async function countSessions({ ctx, userId }: TestAccount): Promise<number> {
  const [row] = await ctx.db.select({ total: count() }).from(sessions).where(eq(sessions.userId, userId));
  return row?.total ?? 0;
}
