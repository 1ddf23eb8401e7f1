import { and, desc, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { Database } from "../client";
import { sessions } from "../schema";

interface Live {
  userId: string;
  now: Date;
  /** Browser sessions last used before it count as over; API sessions have no such limit. */
  idleSince: Date;
}

const isLive = ({ userId, now, idleSince }: Live) =>
  and(
    eq(sessions.userId, userId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now),
    or(eq(sessions.kind, "api"), gt(sessions.lastUsedAt, idleSince)),
  );

/** Where a person is signed in, the last used first. */
export async function listLiveSessions(db: Database, { limit, ...live }: Live & { limit: number }) {
  return db
    .select({
      id: sessions.id,
      kind: sessions.kind,
      method: sessions.method,
      userAgent: sessions.userAgent,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .where(isLive(live))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(limit);
}

/** @returns undefined when it is not this person's, or over already. */
export async function revokeOwnSession(
  db: Database,
  { userId, id, now }: { userId: string; id: string; now: Date },
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(eq(sessions.userId, userId), eq(sessions.id, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)),
    )
    .returning({ id: sessions.id });
  return row;
}

/** Ends everything a person is signed in with, but for one session if asked. @returns how many ended. */
export async function revokeSessions(
  db: Database,
  { userId, now, exceptId }: { userId: string; now: Date; exceptId?: string },
): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        exceptId ? ne(sessions.id, exceptId) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

export async function findSession(db: Database, { userId, id }: { userId: string; id: string }) {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)));
  return row;
}

export async function findSessionByHash(db: Database, { userId, sidHash }: { userId: string; sidHash: string }) {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.sidHash, sidHash)));
  return row;
}

/** The user agents of this person's sessions but one, the newest first, ended ones included. */
export async function listEarlierUserAgents(
  db: Database,
  { userId, id, limit }: { userId: string; id: string; limit: number },
): Promise<(string | null)[]> {
  const rows = await db
    .select({ userAgent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, id)))
    .orderBy(desc(sessions.createdAt))
    .limit(limit);
  return rows.map(({ userAgent }) => userAgent);
}
