import "server-only";
import type { Database } from "@/db/client";
import { findLiveSession, insertSession, revokeSession, touchSession } from "@/db/queries/sessions";
import { SESSION_SECONDS } from "@/lib/auth/cookie";
import { hashToken, randomToken } from "@/lib/auth/tokens";

const TOUCH_EVERY_MS = 5 * 60_000;

/** Opens a session. @returns the random id for the cookie; only its hash is stored. */
export async function openSession(
  db: Database,
  { userId, userAgent, now }: { userId: string; userAgent?: string; now: Date },
): Promise<string> {
  const sid = randomToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await insertSession(db, { userId, sidHash: hashToken(sid), userAgent, lastUsedAt: now, expiresAt });
  return sid;
}

/** The person behind a session id, unless it expired, was revoked or its demo is over. */
export async function resolveSession(db: Database, sid: string, now: Date) {
  const row = await findLiveSession(db, { sidHash: hashToken(sid), now });
  if (!row) return undefined;
  if (now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
    await touchSession(db, { userId: row.userId, id: row.sessionId, now });
  }
  const { userId, name, email, role, isDemo, sessionId } = row;
  return { userId, name, email, role, isDemo, sessionId };
}

export async function endSession(db: Database, sid: string, now: Date): Promise<void> {
  await revokeSession(db, { sidHash: hashToken(sid), now });
}
