import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../client";
import { apiTokens, sessions, users } from "../schema";

type NewSession = typeof sessions.$inferInsert;

export async function insertSession(db: Database, session: NewSession) {
  const [row] = await db.insert(sessions).values(session).returning();
  return row;
}

/** Neither closed by an admin nor a demo past its day: what every session and token of the person hangs on. */
const isOpen = (now: Date) => and(isNull(users.disabledAt), or(isNull(users.expiresAt), gt(users.expiresAt, now)));

/** `idleSince`: sessions last used before it count as over. */
export async function findLiveSession(
  db: Database,
  { sidHash, now, idleSince }: { sidHash: string; now: Date; idleSince: Date },
) {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      isDemo: users.isDemo,
      emailVerifiedAt: users.emailVerifiedAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.sidHash, sidHash),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastUsedAt, idleSince),
        isOpen(now),
      ),
    );
  return row;
}

export async function touchSession(db: Database, { userId, id, now }: { userId: string; id: string; now: Date }) {
  await db
    .update(sessions)
    .set({ lastUsedAt: now })
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)));
}

/** The random id names the session and its person at once. @returns undefined when it was over already. */
export async function revokeSession(db: Database, { sidHash, now }: { sidHash: string; now: Date }) {
  const [row] = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.sidHash, sidHash), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id, userId: sessions.userId });
  return row;
}

export async function insertApiToken(db: Database, token: typeof apiTokens.$inferInsert) {
  const [row] = await db.insert(apiTokens).values(token).returning();
  return row;
}

export async function findLiveApiToken(db: Database, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const [row] = await db
    .select({
      id: apiTokens.id,
      userId: users.id,
      role: users.role,
      isDemo: users.isDemo,
      scopes: apiTokens.scopes,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now), isOpen(now)),
    );
  return row;
}

/** Sessions and tokens that ended before an instant: kept a while for the person to look back on, then gone. */
export async function deleteDeadSessions(db: Database, { before }: { before: Date }) {
  await db.delete(sessions).where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)));
  await db.delete(apiTokens).where(or(lt(apiTokens.expiresAt, before), lt(apiTokens.revokedAt, before)));
}
