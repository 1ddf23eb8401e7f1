import "server-only";
import type { Database } from "@/db/client";
import { countHit } from "@/db/queries/rate-limits";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { getRedis, hasRedis } from "@/lib/redis";

export interface RateLimit {
  /** What is counted together. Visitors by `addressKey` of their address. */
  key: string;
  limit: number;
  windowSeconds: number;
  /** What a try comes to when the counter does not answer: "pass" for reads, "refuse" for whatever guards an account. */
  whenDown?: "refuse" | "pass";
}

const DOWN_RETRY_SECONDS = 30;

/** Counts one try in a fixed window shared by all servers. @throws AppError("limit_exceeded") past the limit. */
export async function hitRateLimit(
  ctx: { db: Database; now: () => Date },
  { key, limit, windowSeconds, whenDown = "refuse" }: RateLimit,
): Promise<{ remaining: number; resetAt: Date; limit: number }> {
  const now = ctx.now();
  const whole = { key, now, resetAt: new Date(now.getTime() + windowSeconds * 1000) };
  const counted = await (hasRedis ? countInRedis(whole) : countHit(ctx.db, whole)).catch((cause: unknown) => {
    logger.error({ err: cause, whenDown }, "the rate limit counter does not answer");
    if (whenDown === "pass") return { count: 0, resetAt: whole.resetAt };
    throw new AppError("limit_exceeded", "That is not possible for a moment. Try again in a minute.", {
      retryAfter: DOWN_RETRY_SECONDS,
      problem: "unavailable",
      cause,
    });
  });
  const { count, resetAt } = counted;
  const retryAfter = Math.max(1, Math.ceil((resetAt.getTime() - now.getTime()) / 1000));
  if (count > limit) {
    throw new AppError("limit_exceeded", `Too many tries. Try again in ${readable(retryAfter)}.`, { retryAfter });
  }
  return { remaining: limit - count, resetAt, limit };
}

/** One script, so that no window is ever left without an end. */
const COUNT = `
local count = redis.call("INCR", KEYS[1])
local left = redis.call("PTTL", KEYS[1])
if left < 0 then
  redis.call("PEXPIRE", KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return { count, left }`;

async function countInRedis({ key, now, resetAt }: { key: string; now: Date; resetAt: Date }) {
  const redis = await getRedis();
  const windowMs = resetAt.getTime() - now.getTime();
  const [count, left] = (await redis.eval(COUNT, 1, `limit:${key}`, windowMs)) as [number, number];
  return { count, resetAt: new Date(now.getTime() + left) };
}

function readable(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}
