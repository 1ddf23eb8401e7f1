import "server-only";
import type { Database } from "@/db/client";
import { findLiveSession, insertSession, revokeSession, touchSession } from "@/db/queries/sessions";
import type { SignInMethod } from "@/db/schema/vocabulary";
import { SESSION_IDLE_SECONDS, SESSION_SECONDS } from "@/lib/auth/cookie";
import { hashToken, randomToken } from "@/lib/auth/tokens";

const TOUCH_EVERY_MS = 5 * 60_000;

export interface NewSessionInput {
  userId: string;
  method: SignInMethod;
  /** Where the sign-in came from, as the server saw it. */
  address?: string;
  userAgent?: string;
  now: Date;
}

/** Opens a browser session. @returns the random id for the cookie; only its hash is stored. */
export async function openSession(db: Database, { now, ...session }: NewSessionInput): Promise<string> {
  const sid = randomToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await insertSession(db, { ...session, sidHash: hashToken(sid), createdAt: now, lastUsedAt: now, expiresAt });
  return sid;
}

/** The person behind a session id, unless it expired, lay idle, was revoked or the account is closed. */
export async function resolveSession(db: Database, sid: string, now: Date) {
  const row = await findLiveSession(db, { sidHash: hashToken(sid), now, idleSince: idleSince(now) });
  if (!row) return undefined;
  if (now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
    await touchSession(db, { userId: row.userId, id: row.sessionId, now });
  }
  const { userId, name, email, role, isDemo, sessionId, emailVerifiedAt } = row;
  return { userId, name, email, role, isDemo, sessionId, isEmailVerified: Boolean(emailVerifiedAt) };
}

/** @returns whose session ended, or undefined when it was over already. */
export async function endSession(db: Database, sid: string, now: Date) {
  return revokeSession(db, { sidHash: hashToken(sid), now });
}

/** A browser session last used before this instant is over. */
export const idleSince = (now: Date) => new Date(now.getTime() - SESSION_IDLE_SECONDS * 1000);
