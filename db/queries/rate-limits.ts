import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { rateLimits } from "../schema";

/** Adds one to a window, starting a new one when it is over. Atomic, so parallel tries on many servers all count. */
export async function countHit(db: Database, { key, now, resetAt }: { key: string; now: Date; resetAt: Date }) {
  const isOver = sql`${rateLimits.resetAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: 1, resetAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
        resetAt: sql`case when ${isOver} then excluded.reset_at else ${rateLimits.resetAt} end`,
      },
    })
    .returning({ count: rateLimits.count, resetAt: rateLimits.resetAt });
  return row as { count: number; resetAt: Date };
}

export async function deleteExpiredHits(db: Database, { now }: { now: Date }) {
  await db.delete(rateLimits).where(sql`${rateLimits.resetAt} < ${now.toISOString()}::timestamptz`);
}
