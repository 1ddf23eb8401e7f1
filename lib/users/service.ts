import "server-only";
import { insertApiToken } from "@/db/queries/sessions";
import { countAccounts, insertUser, lockRegistration } from "@/db/queries/users";
import { API_SCOPES } from "@/db/schema/vocabulary";
import { hashPassword } from "@/lib/auth/passwords";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { AuthenticateInput, RegisterInput } from "./schemas";
import { authenticate } from "./sign-in";
import type { Visitor } from "./visitor";

const ACCESS_TOKEN_SECONDS = 15 * 60;

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

/** A short-lived bearer for scripts. @returns the token, shown this once. */
export async function createAccessToken(
  visitor: Visitor,
  input: AuthenticateInput,
): Promise<{ accessToken: string; expiresAt: Date }> {
  const { userId } = await authenticate(visitor, input);
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
