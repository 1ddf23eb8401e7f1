import { and, count, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../client";
import { recoveryCodes, secondFactors, sessions, signInChallenges, users } from "../schema";

export async function findSecondFactor(db: Database, { userId }: { userId: string }) {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return row;
}

/** Begins a set-up, or begins it again. A confirmed factor is left as it is. @returns undefined then. */
export async function upsertPendingFactor(
  db: Database,
  { userId, sealedSecret, now }: { userId: string; sealedSecret: string; now: Date },
) {
  const [row] = await db
    .insert(secondFactors)
    .values({ userId, sealedSecret, updatedAt: now })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedSecret, lastStep: null, updatedAt: now },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning();
  return row;
}

/** @returns undefined when it is confirmed already or was begun again meanwhile. */
export async function confirmFactor(
  db: Database,
  { userId, sealedSecret, step, now }: { userId: string; sealedSecret: string; step: number; now: Date },
) {
  const [row] = await db
    .update(secondFactors)
    .set({ confirmedAt: now, lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        eq(secondFactors.sealedSecret, sealedSecret),
        isNull(secondFactors.confirmedAt),
      ),
    )
    .returning({ id: secondFactors.id });
  return row;
}

/** Spends a time step: of two tries with one code, in whatever order they come, one wins. */
export async function spendFactorStep(db: Database, { userId, step }: { userId: string; step: number }) {
  const [row] = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        isNotNull(secondFactors.confirmedAt),
        or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step)),
      ),
    )
    .returning({ id: secondFactors.id });
  return row;
}

export async function deleteSecondFactor(db: Database, { userId }: { userId: string }) {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db.delete(secondFactors).where(eq(secondFactors.userId, userId));
}

export async function replaceRecoveryCodes(
  db: Database,
  { userId, codeHashes }: { userId: string; codeHashes: string[] },
) {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })));
}

export async function countRecoveryCodes(db: Database, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.total ?? 0;
}

/** @returns undefined when there is no such code or it was spent. */
export async function spendRecoveryCode(
  db: Database,
  { userId, codeHash, now }: { userId: string; codeHash: string; now: Date },
) {
  const [row] = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return row;
}

/** When a person's session began. */
export async function findSessionStart(db: Database, { userId, id }: { userId: string; id: string }) {
  const [row] = await db
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)));
  return row?.createdAt;
}

export async function insertChallenge(db: Database, challenge: typeof signInChallenges.$inferInsert) {
  await db.insert(signInChallenges).values(challenge);
}

/** Counts one try at a challenge. By its secret, since nobody is signed in yet. @returns undefined when it is over. */
export async function countChallengeTry(
  db: Database,
  { tokenHash, now, limit }: { tokenHash: string; now: Date; limit: number },
) {
  const [row] = await db
    .update(signInChallenges)
    .set({ attempts: sql`${signInChallenges.attempts} + 1` })
    .where(and(isOpen({ tokenHash, now }), lt(signInChallenges.attempts, limit)))
    .returning();
  return row;
}

export async function findOpenChallenge(db: Database, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const [row] = await db
    .select({ userId: users.id, attempts: signInChallenges.attempts })
    .from(signInChallenges)
    .innerJoin(users, eq(users.id, signInChallenges.userId))
    .where(isOpen({ tokenHash, now }));
  return row;
}

/** @returns undefined when somebody else finished it first. */
export async function finishChallenge(db: Database, { userId, id, now }: { userId: string; id: string; now: Date }) {
  const [row] = await db
    .update(signInChallenges)
    .set({ usedAt: now })
    .where(and(eq(signInChallenges.userId, userId), eq(signInChallenges.id, id), isNull(signInChallenges.usedAt)))
    .returning({ id: signInChallenges.id });
  return row;
}

/** Everybody's, for the sweep. */
export async function deleteDeadChallenges(db: Database, { before }: { before: Date }) {
  await db.delete(signInChallenges).where(lt(signInChallenges.expiresAt, before));
}

const isOpen = ({ tokenHash, now }: { tokenHash: string; now: Date }) =>
  and(eq(signInChallenges.tokenHash, tokenHash), isNull(signInChallenges.usedAt), gt(signInChallenges.expiresAt, now));
