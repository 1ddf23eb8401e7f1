import "server-only";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";

export interface RouteLimit {
  limit: number;
  windowSeconds: number;
}

/**
 * Counts a request and says in headers how many are left. Too many are refused. When the counter does not answer, reads
 * go on uncounted and everything else is refused.
 */
export async function countRequest(
  ctx: Context,
  { isRead, ...rule }: RouteLimit & { key: string; isRead: boolean },
  headers: Record<string, string>,
): Promise<void> {
  if (rule.limit === 0) return;
  headers["ratelimit-limit"] = String(rule.limit);
  try {
    const { remaining, resetAt } = await hitRateLimit(ctx, { ...rule, whenDown: isRead ? "pass" : "refuse" });
    headers["ratelimit-remaining"] = String(Math.max(0, remaining));
    headers["ratelimit-reset"] = String(Math.max(0, Math.ceil((resetAt.getTime() - ctx.now().getTime()) / 1000)));
  } catch (error) {
    headers["ratelimit-remaining"] = "0";
    headers["ratelimit-reset"] = String((error instanceof AppError && error.retryAfter) || rule.windowSeconds);
    throw error;
  }
}

/** Of a signed-in person, over all their tokens and sessions. */
export const personLimit = (): RouteLimit => ({ limit: env.API_RATE_LIMIT, windowSeconds: 60 });
