import "server-only";
import type { Database } from "@/db/client";
import { insertApiToken } from "@/db/queries/sessions";
import { countAccounts, findUserByEmail, insertUser, lockRegistration } from "@/db/queries/users";
import { API_SCOPES } from "@/db/schema/vocabulary";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords";
import { openSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import type { RegisterInput, SignInInput } from "./schemas";

/** What the account verbs need: nobody is signed in yet. */
interface Visitor {
  db: Database;
  now: () => Date;
  userAgent?: string;
}

const ACCESS_TOKEN_SECONDS = 15 * 60;
/** Password checks per account and quarter of an hour, right or wrong. */
const CHECKS_PER_ACCOUNT = 10;
const CHECK_WINDOW_SECONDS = 15 * 60;

/**
 * Creates an account; the first one becomes admin. A taken address changes nothing and answers the same, in the same
 * time: whoever owns it signs in, whoever does not learns nothing.
 */
export async function registerUser(visitor: Visitor, { email, password, name }: RegisterInput): Promise<void> {
  if (env.SIGN_UP !== "open" && (await countAccounts(visitor.db)) > 0) {
    throw new AppError("forbidden", "This JOBA does not take new accounts");
  }
  const passwordHash = await hashPassword(password);
  await visitor.db.transaction(async (tx) => {
    await lockRegistration(tx);
    const role = (await countAccounts(tx)) === 0 ? "admin" : "user";
    await insertUser(tx, { email, name, passwordHash, role });
  });
}

/** @returns the session id for the cookie. @throws AppError("unauthenticated") with one message for every reason. */
export async function signIn(visitor: Visitor, input: SignInInput): Promise<{ sid: string; userId: string }> {
  const userId = await checkPassword(visitor, input);
  return { userId, sid: await openSession(visitor.db, { userId, userAgent: visitor.userAgent, now: visitor.now() }) };
}

/** A short-lived bearer for scripts. @returns the token, shown this once. */
export async function createAccessToken(
  visitor: Visitor,
  input: SignInInput,
): Promise<{ accessToken: string; expiresAt: Date }> {
  const userId = await checkPassword(visitor, input);
  const accessToken = `joba_${randomToken()}`;
  const expiresAt = new Date(visitor.now().getTime() + ACCESS_TOKEN_SECONDS * 1000);
  await insertApiToken(visitor.db, {
    userId,
    tokenHash: hashToken(accessToken),
    prefix: accessToken.slice(0, 10),
    scopes: [...API_SCOPES],
    expiresAt,
  });
  return { accessToken, expiresAt };
}

async function checkPassword(visitor: Visitor, { email, password }: SignInInput): Promise<string> {
  await hitRateLimit(visitor, {
    key: `password:${hashToken(email)}`,
    limit: CHECKS_PER_ACCOUNT,
    windowSeconds: CHECK_WINDOW_SECONDS,
  });
  const user = await findUserByEmail(visitor.db, { email });
  const isRight = await verifyPassword(user?.passwordHash, password);
  if (!user || !isRight) throw new AppError("unauthenticated", "That e-mail and password do not match an account");
  return user.id;
}
