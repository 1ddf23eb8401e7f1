import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../client";
import { apiTokens } from "../schema";
import { type AfterRow, olderThan } from "./keyset";

type Owned = { userId: string; id: string };

/** Tokens that were not revoked, newest first; expired ones stay listed until the sweep. `after` is the last row of the page before. */
export function listApiTokenRows(
  db: Database,
  { userId, limit, after }: { userId: string; limit: number; after?: AfterRow },
) {
  return db
    .select()
    .from(apiTokens)
    .where(
      and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), after && olderThan(apiTokens, { userId, after })),
    )
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(limit);
}

export async function countLiveApiTokens(db: Database, { userId, now }: { userId: string; now: Date }) {
  return db.$count(
    apiTokens,
    and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)),
  );
}

/** @returns undefined when it is not this person's, or was revoked already. */
export async function revokeApiTokenRow(db: Database, { userId, id, now }: Owned & { now: Date }) {
  const [row] = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, userId), eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning();
  return row;
}

export async function touchApiToken(db: Database, { userId, id, now }: Owned & { now: Date }): Promise<void> {
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.userId, userId), eq(apiTokens.id, id)));
}
