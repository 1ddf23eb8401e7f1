import "server-only";
import { countChallengeTry, findOpenChallenge, finishChallenge, insertChallenge } from "@/db/queries/second-factors";
import { findUser, findUserByEmail } from "@/db/queries/users";
import type { User } from "@/db/schema";
import type { SessionKind, SignInMethod } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { addressKey } from "@/lib/auth/address";
import { knownDevice } from "@/lib/auth/known-device";
import { verifyPassword } from "@/lib/auth/passwords";
import { openSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import { mustConfirmFirst } from "./confirm-first";
import { alertNewSignIn } from "./new-sign-in";
import type { AuthenticateInput, CompleteSignInInput, SignInInput } from "./schemas";
import { type CodeKind, hasSecondFactor, spendCode } from "./second-factor-check";
import type { Visitor } from "./visitor";

export type SignInStep =
  | { status: "signed_in"; sid: string; userId: string }
  | { status: "code_required"; challenge: string };

/** In `fields.code` of the refusal of a right password without the code it needs. */
export const CODE_REQUIRED = "code_required";
export const CHALLENGE_SECONDS = 10 * 60;
const TRIES_PER_CHALLENGE = 5;
/** Password checks per account and quarter of an hour, right or wrong; a browser known to it has as many of its own. */
const CHECKS_PER_ACCOUNT = 10;
const CHECK_WINDOW_SECONDS = 15 * 60;

/** The same counter as the sign-in form's. */
const TRIES_PER_ADDRESS = 100;

interface Proof {
  method: Extract<SignInMethod, "password" | "oauth">;
  code?: CodeKind;
  kind: SessionKind;
}

/** First step in a browser. @throws AppError("unauthenticated") with one message for every reason. */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<SignInStep> {
  return afterFirstFactor(visitor, await checkPassword(visitor, input), "password");
}

/** Both steps of a browser in one request, for next-auth's own credentials endpoint. */
export async function signInAtOnce(
  visitor: Visitor,
  input: AuthenticateInput,
): Promise<{ sid: string; userId: string }> {
  await hitRateLimit(visitor, {
    key: `signIn:${knownDevice(visitor.deviceCookie, input.email) ?? addressKey(visitor.address ?? "direct")}`,
    limit: TRIES_PER_ADDRESS,
    windowSeconds: CHECK_WINDOW_SECONDS,
  });
  const step = await signIn(visitor, input);
  if (step.status === "signed_in") return step;
  if (!input.code) throw codeRequired();
  return completeSignIn(visitor, { challenge: step.challenge, code: input.code });
}

/** First step in a browser for somebody a provider vouches for; `lib/users/oauth.ts` decides whose account that is. */
export async function signInLinked(visitor: Visitor, userId: string): Promise<SignInStep> {
  const user = await findUser(visitor.db, { userId });
  if (!user || user.disabledAt) throw await refuse(visitor, user, "disabled");
  return afterFirstFactor(visitor, user, "oauth");
}

/** Second step in a browser. Without `fields.code` in the refusal, the first step must be taken again. */
export async function completeSignIn(
  visitor: Visitor,
  { challenge, code }: CompleteSignInInput,
): Promise<{ sid: string; userId: string }> {
  const now = visitor.now();
  const row = await countChallengeTry(visitor.db, { tokenHash: hashToken(challenge), now, limit: TRIES_PER_CHALLENGE });
  const user = row && (await findUser(visitor.db, { userId: row.userId }));
  if (!row || !user || isOlderThanPassword(row.createdAt, user)) throw startAgain();
  const kind = await spendCode(visitor, user.id, code);
  if (!kind) throw await refuseCode(visitor, user);
  if (!(await finishChallenge(visitor.db, { userId: user.id, id: row.id, now }))) throw startAgain();
  const proof: Proof = { method: row.method === "oauth" ? "oauth" : "password", code: kind, kind: "browser" };
  return { userId: user.id, sid: await admitBrowser(visitor, user.id, proof) };
}

/** Whether a challenge still waits for its code. */
export async function isChallengeOpen(visitor: Visitor, challenge: string): Promise<boolean> {
  const row = await findOpenChallenge(visitor.db, { tokenHash: hashToken(challenge), now: visitor.now() });
  return Boolean(row && row.attempts < TRIES_PER_CHALLENGE);
}

/**
 * Both factors at once, for API clients; opens no browser session.
 * @throws AppError("unauthenticated") with `fields.code` holding CODE_REQUIRED, only after the right password.
 */
export async function authenticate(visitor: Visitor, input: AuthenticateInput): Promise<{ userId: string }> {
  const user = await checkPassword(visitor, input);
  let code: CodeKind | undefined;
  if (await hasSecondFactor(visitor, user.id)) {
    if (!input.code) throw codeRequired();
    code = await spendCode(visitor, user.id, input.code);
    if (!code) throw await refuseCode(visitor, user);
  }
  await admit(visitor, user.id, { method: "password", code, kind: "api" });
  return { userId: user.id };
}

async function afterFirstFactor(visitor: Visitor, user: User, method: Proof["method"]): Promise<SignInStep> {
  if (!(await hasSecondFactor(visitor, user.id))) {
    const sid = await admitBrowser(visitor, user.id, { method, kind: "browser" });
    return { status: "signed_in", userId: user.id, sid };
  }
  const challenge = randomToken();
  const now = visitor.now();
  const expiresAt = new Date(now.getTime() + CHALLENGE_SECONDS * 1000);
  const tokenHash = hashToken(challenge);
  await insertChallenge(visitor.db, { userId: user.id, tokenHash, method, expiresAt, createdAt: now });
  return { status: "code_required", challenge };
}

async function admitBrowser(visitor: Visitor, userId: string, proof: Proof): Promise<string> {
  await admit(visitor, userId, proof);
  const { address, userAgent } = visitor;
  const session = { userId, method: proof.method, address, userAgent, now: visitor.now() };
  const sid = await openSession(visitor.db, session);
  await alertNewSignIn(visitor, { userId, sid });
  return sid;
}

/**
 * Every way in ends here, whatever came before: the account as it is now must be open, and one with a second factor
 * needs the proof of a code.
 */
async function admit(visitor: Visitor, userId: string, { method, code, kind }: Proof): Promise<void> {
  const user = await findUser(visitor.db, { userId });
  if (!user || user.disabledAt) throw await refuse(visitor, user, "disabled");
  if (!code && (await hasSecondFactor(visitor, userId))) throw codeRequired();
  await recordAudit(visitor, {
    action: "account.signed_in",
    actorId: userId,
    detail: { method, kind, secondFactor: code ?? "none" },
  });
}

async function checkPassword(visitor: Visitor, { email, password }: SignInInput): Promise<User> {
  const device = knownDevice(visitor.deviceCookie, email);
  await hitRateLimit(visitor, {
    key: `password:${hashToken(email)}${device ? `:${device}` : ""}`,
    limit: CHECKS_PER_ACCOUNT,
    windowSeconds: CHECK_WINDOW_SECONDS,
  });
  const user = await findUserByEmail(visitor.db, { email });
  const isRight = await verifyPassword(user?.passwordHash, password);
  if (!user || !isRight) throw await refuse(visitor, user, "password");
  if (user.disabledAt) throw await refuse(visitor, user, "disabled");
  if (mustConfirmFirst(user)) throw await refuse(visitor, user, "unconfirmed");
  return user;
}

/** A password replaced in between (a reset, say) makes what the old one opened worthless. */
function isOlderThanPassword(at: Date, user: User): boolean {
  return Boolean(user.passwordChangedAt && user.passwordChangedAt > at);
}

type Reason = "password" | "code" | "disabled" | "unconfirmed";

async function auditRefusal(visitor: Visitor, user: User | undefined, reason: Reason): Promise<void> {
  await recordAudit(visitor, { action: "account.sign_in_failed", userId: user?.id, detail: { reason } });
}

/** One answer for an unknown address, a wrong password and a closed account. */
async function refuse(visitor: Visitor, user: User | undefined, reason: Reason): Promise<AppError> {
  await auditRefusal(visitor, user, reason);
  return new AppError("unauthenticated", "That e-mail and password do not match an account");
}

async function refuseCode(visitor: Visitor, user: User): Promise<AppError> {
  await auditRefusal(visitor, user, "code");
  const message = "That code is not right, or was used before";
  return new AppError("unauthenticated", message, { fields: { code: [message] } });
}

function codeRequired(): AppError {
  return new AppError("unauthenticated", "Send the code of your authenticator app, or a recovery code, as `code`", {
    fields: { code: [CODE_REQUIRED] },
    problem: "second_factor_required",
  });
}

function startAgain(): AppError {
  return new AppError("unauthenticated", "That sign-in took too long or was tried too often. Start again.");
}
