const RETRYABLE_STATUSES = new Set([429, 502, 503, 504]);
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 8_000;
/** A server may not silence us for longer than a day. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

export function isRetryableStatus(status: number): boolean {
  return RETRYABLE_STATUSES.has(status);
}

/**
 * Seconds a Retry-After header asks to wait: a number or an HTTP date.
 * Undefined when it is absent, unreadable or already past.
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const number = Number(text);
  const seconds = Number.isNaN(number) ? (Date.parse(text) - nowMs) / 1000 : number;
  if (!(seconds > 0)) return undefined;
  return Math.min(Math.ceil(seconds), MAX_RETRY_AFTER_SECONDS);
}

/** Full jitter (Brooker, "Exponential Backoff And Jitter"): anywhere between nothing and a doubling ceiling, in ms. */
export function backoffMs(attempt: number, random: number): number {
  return random * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1));
}
