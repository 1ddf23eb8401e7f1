import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "../client";
import { refreshTokens, sessions, users } from "../schema";

/** An API session that is not over, of an account that is open. The id comes out of a signed token. */
export async function findLiveApiSession(db: Database, { userId, id, now }: { userId: string; id: string; now: Date }) {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      role: users.role,
      isDemo: users.isDemo,
      scopes: sessions.scopes,
      lastUsedAt: sessions.lastUsedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.id, id),
        eq(sessions.kind, "api"),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(users.disabledAt),
        or(isNull(users.expiresAt), gt(users.expiresAt, now)),
      ),
    );
  return row;
}

export async function insertRefreshToken(db: Database, token: typeof refreshTokens.$inferInsert): Promise<void> {
  await db.insert(refreshTokens).values(token);
}

/** Uses up a refresh token. The hash names it and its person at once. @returns undefined when it was used before, or never was. */
export async function spendRefreshToken(db: Database, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const [row] = await db
    .update(refreshTokens)
    .set({ usedAt: now })
    .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt)))
    .returning();
  return row;
}

export async function findRefreshToken(db: Database, { tokenHash }: { tokenHash: string }) {
  const [row] = await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash));
  return row;
}
