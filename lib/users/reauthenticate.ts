import "server-only";
import { findSessionStart } from "@/db/queries/second-factors";
import { findUser } from "@/db/queries/users";
import type { User } from "@/db/schema";
import { verifyPassword } from "@/lib/auth/passwords";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;
/** How long a sign-in counts as fresh for somebody without a password to repeat. */
const FRESH_MS = 15 * 60_000;

/** The signed-in person's own account. Tokens, functions and demo visitors have no business with what guards it. */
export async function requireAccount(ctx: Context): Promise<User & { email: string; sessionId: string }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "Only whoever is signed in can change this");
  if (ctx.actor.isDemo) throw new AppError("forbidden", "The demo has no account to secure; sign up to have one");
  const user = await findUser(ctx.db, { userId: ctx.actor.userId });
  if (!user?.email) throw new AppError("not_found", "Account not found");
  return { ...user, email: user.email, sessionId: ctx.actor.sessionId };
}

/**
 * Asks for the password again before something that guards the account changes. Who has none (a provider signs them in)
 * must have signed in just now.
 */
export async function reauthenticate(ctx: Context, password: string | undefined) {
  const user = await requireAccount(ctx);
  if (!user.passwordHash) {
    const startedAt = await findSessionStart(ctx.db, { userId: user.id, id: user.sessionId });
    if (startedAt && ctx.now().getTime() - startedAt.getTime() < FRESH_MS) return user;
    throw new AppError("forbidden", "Sign out and in again first: this needs a sign-in of the last quarter of an hour");
  }
  await hitRateLimit(ctx, { key: `reauthenticate:${user.id}`, limit: TRIES, windowSeconds: WINDOW_SECONDS });
  if (password && (await verifyPassword(user.passwordHash, password))) return user;
  const message = password ? "That is not your password" : "Enter your password";
  throw new AppError("invalid", message, { fields: { password: [message] } });
}
