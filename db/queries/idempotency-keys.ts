import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "../client";
import { idempotencyKeys } from "../schema";

type Key = { userId: string; operation: string; keyHash: string };

const isKey = ({ userId, operation, keyHash }: Key) =>
  and(
    eq(idempotencyKeys.userId, userId),
    eq(idempotencyKeys.operation, operation),
    eq(idempotencyKeys.keyHash, keyHash),
  );

/**
 * Takes a key, or takes it over when its day is past or its holder is taken for dead; then only for the same request.
 * @returns undefined when somebody else holds it or it was answered.
 */
export async function claimIdempotencyKey(
  db: Database,
  { now, ...claim }: Key & { requestHash: string; lockedUntil: Date; expiresAt: Date; now: Date },
): Promise<{ id: string } | undefined> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(idempotencyKeys)
    .values({ ...claim, state: "in_flight" })
    .onConflictDoUpdate({
      target: [idempotencyKeys.userId, idempotencyKeys.operation, idempotencyKeys.keyHash],
      set: {
        requestHash: claim.requestHash,
        state: "in_flight",
        lockedUntil: claim.lockedUntil,
        expiresAt: claim.expiresAt,
        status: null,
        headers: null,
        body: null,
      },
      setWhere: sql`${idempotencyKeys.expiresAt} <= ${at} or (${idempotencyKeys.state} = 'in_flight'
        and ${idempotencyKeys.lockedUntil} <= ${at} and ${idempotencyKeys.requestHash} = ${claim.requestHash})`,
    })
    .returning({ id: idempotencyKeys.id });
  return row;
}

export async function findIdempotencyKey(db: Database, key: Key) {
  const [row] = await db.select().from(idempotencyKeys).where(isKey(key));
  return row;
}

/** Stores the answer if the key is still held under this lock; a holder that was taken for dead writes nothing. */
export async function finishIdempotencyKey(
  db: Database,
  {
    lockedUntil,
    status,
    headers,
    body,
    ...key
  }: Key & { lockedUntil: Date; status: number; headers: Record<string, string>; body: string | null },
): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ state: "done", status, headers, body })
    .where(and(isKey(key), eq(idempotencyKeys.state, "in_flight"), eq(idempotencyKeys.lockedUntil, lockedUntil)));
}

/** Gives a key back after a failure, so that the request can be sent again. */
export async function releaseIdempotencyKey(db: Database, { lockedUntil, ...key }: Key & { lockedUntil: Date }) {
  await db
    .delete(idempotencyKeys)
    .where(and(isKey(key), eq(idempotencyKeys.state, "in_flight"), eq(idempotencyKeys.lockedUntil, lockedUntil)));
}

/** Keys of anybody whose day is past. */
export async function deleteExpiredIdempotencyKeys(db: Database, { now }: { now: Date }): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now));
}
