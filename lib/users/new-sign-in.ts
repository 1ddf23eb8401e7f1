import "server-only";
import { findSessionByHash, listEarlierUserAgents } from "@/db/queries/session-list";
import { hashToken } from "@/lib/auth/tokens";
import { logger } from "@/lib/logger";
import { requestAccountMail } from "./account-mail";
import { deviceName } from "./device";
import type { Visitor } from "./visitor";

const MOST_SESSIONS = 200;

/**
 * Writes to the person when a session was opened from a kind of device they were not signed in on before. Never for
 * their first session. Call it after `openSession`; it never breaks a sign-in.
 */
export async function alertNewSignIn(
  visitor: Visitor,
  { userId, sid }: { userId: string; sid: string },
): Promise<void> {
  try {
    const session = await findSessionByHash(visitor.db, { userId, sidHash: hashToken(sid) });
    if (!session) return;
    const earlier = await listEarlierUserAgents(visitor.db, { userId, id: session.id, limit: MOST_SESSIONS });
    const device = deviceName(session.userAgent);
    if (earlier.length === 0 || earlier.some((userAgent) => deviceName(userAgent) === device)) return;
    await requestAccountMail(visitor, { userId, kind: "sign_in_alert", subjectId: session.id });
  } catch (err) {
    logger.error({ err, userId }, "a sign-in alert could not be asked for");
  }
}
