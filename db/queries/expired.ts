import { and, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../client";
import { accountTokens, invitations, refreshTokens } from "../schema";

/** Rows of anybody that can do nothing any more. For the sweep. */

/** Mailed links that are used or over. */
export async function deleteDeadAccountTokens(db: Database, { before }: { before: Date }) {
  await db.delete(accountTokens).where(or(lt(accountTokens.expiresAt, before), lt(accountTokens.usedAt, before)));
}

/** A used token is kept until it would have expired: shown again before that, it ends its session. */
export async function deleteExpiredRefreshTokens(db: Database, { now }: { now: Date }) {
  await db.delete(refreshTokens).where(lt(refreshTokens.expiresAt, now));
}

/** Accepted, revoked or over before an instant. */
export async function deleteOldInvitations(db: Database, { before }: { before: Date }) {
  await db
    .delete(invitations)
    .where(
      or(
        and(isNotNull(invitations.acceptedAt), lt(invitations.acceptedAt, before)),
        and(isNotNull(invitations.revokedAt), lt(invitations.revokedAt, before)),
        and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, before)),
      ),
    );
}
