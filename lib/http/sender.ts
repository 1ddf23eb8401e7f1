import { type Resolver, resolvePublic } from "./address-guard";
import type { CircuitBreaker } from "./breaker";
import type { Dispatchers } from "./dispatcher";
import { type HttpError, toHttpError } from "./errors";
import { type Answer, exchange } from "./exchange";
import type { Hop } from "./hop";
import type { ProxyPool, ProxyRoute } from "./proxies";
import type { RateLimiter } from "./rate-limiter";
import type { HttpClock, HttpLimits, HttpPolicy } from "./types";

/** What one call to `fetch` may still spend. */
export interface Budget {
  sent: number;
  leftMs: number;
  retryAfterLeftMs: number;
}

export type Sender = (
  hop: Hop,
  policy: HttpPolicy,
  limits: HttpLimits,
  budget: Budget,
  signal?: AbortSignal,
) => Promise<Answer>;

export interface SenderParts {
  clock: HttpClock;
  resolver: Resolver;
  proxies: ProxyPool;
  dispatchers: Dispatchers;
  limiter: RateLimiter;
  breaker: CircuitBreaker;
}

/** Refusals aimed at whoever asks, so another address may fare better. */
const REFUSALS = new Set([403, 407, 429, 999]);

/** Sends one hop: waits its turn, picks the way, and books the outcome with breaker, limiter and proxies. */
export function createSender({ clock, resolver, proxies, dispatchers, limiter, breaker }: SenderParts): Sender {
  return async (hop, policy, limits, budget, signal) => {
    const { url, isOverride } = hop.target;
    const key = `${policy.scope} ${url.host}`;
    const release = await limiter.acquire(key, policy.rate, {
      signal,
      maxPauseMs: budget.retryAfterLeftMs,
      gate: () => breaker.gate(key),
    });
    try {
      breaker.enter(key);
      const proxy = isOverride ? undefined : proxies.pick();
      const startedAt = clock.now();
      budget.sent += 1;
      try {
        const answer = await exchange({
          ...hop,
          url,
          dispatcher: proxy?.dispatcher ?? dispatchers.direct(isOverride),
          timeoutMs: Math.max(1, budget.leftMs),
          idleTimeoutMs: limits.idleTimeoutMs,
          maxBytes: limits.maxBytes,
          signal,
          nowMs: startedAt,
          // Behind a proxy the connection is not ours to check, so the name is checked before asking for it.
          before: proxy && (() => resolvePublic(url.hostname, resolver)),
        });
        breaker.succeed(key);
        if (proxy) proxies.succeed(proxy);
        return answer;
      } catch (cause) {
        const error = toHttpError(cause, url.hostname);
        bookFailure(error, key, proxy);
        throw error;
      } finally {
        budget.leftMs -= clock.now() - startedAt;
      }
    } finally {
      release();
    }
  };

  function bookFailure(error: HttpError, key: string, proxy: ProxyRoute | undefined): void {
    const { kind, status = 0, retryAfterSeconds } = error;
    if (kind === "status") {
      const isRefused = REFUSALS.has(status);
      if (isRefused || status >= 500) {
        breaker.fail(key, status);
        if (retryAfterSeconds) limiter.pause(key, clock.now() + retryAfterSeconds * 1000);
      } else breaker.succeed(key);
      if (proxy && isRefused) proxies.fail(proxy);
      else if (proxy) proxies.succeed(proxy);
    } else if ((kind === "network" || kind === "timeout") && !proxy) {
      breaker.fail(key);
    } else {
      breaker.abandon(key);
      if (proxy && (kind === "network" || kind === "timeout")) proxies.fail(proxy);
    }
  }
}
