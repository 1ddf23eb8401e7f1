import type { Resolver } from "./address-guard";

export interface HttpRequest {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** From an earlier answer; a 304 then comes back as `notModified`. */
  validators?: { etag?: string; lastModified?: string };
  signal?: AbortSignal;
}

export interface HttpLimits {
  maxRedirects: number;
  /** Counted after decompression. */
  maxBytes: number;
  maxTries: number;
  /** Time on the wire and in back-off, over all tries. Waiting for our own rate limit is not counted. */
  deadlineMs: number;
  /** Longest silence before the headers, and between two pieces of the body. */
  idleTimeoutMs: number;
  /** Longest a server's Retry-After is waited for, over all tries; beyond it the request gives up at once. */
  maxRetryAfterMs: number;
}

export interface Rate {
  perSecond: number;
  concurrency: number;
}

export interface HttpPolicy extends Partial<HttpLimits> {
  /** Who is asking, a source id. Rate limits and breakers are kept per scope and host. */
  scope: string;
  /** Host names that may be reached; `*.example.com` stands for every name below example.com. */
  hosts: readonly string[];
  /** Configured overrides, the only origins that may be private or use another port. */
  allowedPrivateOrigins?: readonly string[];
  rate: Rate;
}

export interface HttpResponse {
  status: number;
  /** Lower-cased names; several Set-Cookie headers are one per line. */
  headers: Record<string, string>;
  body: string;
  /** After decompression. */
  bytes: number;
  /** Where the answer came from, after redirects. */
  url: string;
  /** Requests put on the wire for it. */
  attempts: number;
  notModified: boolean;
}

/** Time and chance; tests bring their own. */
export interface HttpClock {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

export interface HttpClientOptions {
  clock?: HttpClock;
  resolver?: Resolver;
  /** Comma-separated proxy URLs; see HTTP_PROXIES. */
  proxies?: string;
  limits?: Partial<HttpLimits>;
  breaker?: { threshold?: number; coolDownMs?: number };
}

export const DEFAULT_LIMITS: HttpLimits = {
  maxRedirects: 0,
  maxBytes: 8 * 1024 * 1024,
  maxTries: 5,
  deadlineMs: 28_000,
  idleTimeoutMs: 15_000,
  maxRetryAfterMs: 30_000,
};
