import "server-only";
import type { Database } from "@/db/client";
import { countHit } from "@/db/queries/rate-limits";
import { AppError } from "@/lib/errors";

/** Counts one try in a fixed window shared by all servers. @throws AppError("limit_exceeded") past the limit. */
export async function hitRateLimit(
  ctx: { db: Database; now: () => Date },
  { key, limit, windowSeconds }: { key: string; limit: number; windowSeconds: number },
): Promise<{ remaining: number; resetAt: Date }> {
  const now = ctx.now();
  const { count, resetAt } = await countHit(ctx.db, {
    key,
    now,
    resetAt: new Date(now.getTime() + windowSeconds * 1000),
  });
  const retryAfter = Math.max(1, Math.ceil((resetAt.getTime() - now.getTime()) / 1000));
  if (count > limit) {
    throw new AppError("limit_exceeded", `Too many tries. Try again in ${readable(retryAfter)}.`, { retryAfter });
  }
  return { remaining: limit - count, resetAt };
}

function readable(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}
