import { systemResolver } from "./address-guard";
import { type CircuitState, createBreaker } from "./breaker";
import { systemClock } from "./clock";
import { createDispatchers } from "./dispatcher";
import { type HttpError, toHttpError } from "./errors";
import type { Answer } from "./exchange";
import { firstHop, type Hop, isRedirect, nextHop } from "./hop";
import { createProxyPool, type ProxyHealth, parseProxies } from "./proxies";
import { createRateLimiter } from "./rate-limiter";
import { backoffMs } from "./retry";
import { type Budget, createSender, type Sender } from "./sender";
import {
  DEFAULT_LIMITS,
  type HttpClientOptions,
  type HttpClock,
  type HttpLimits,
  type HttpPolicy,
  type HttpRequest,
  type HttpResponse,
} from "./types";

const HARD_MAX_TRIES = 5;
const MAX_CONNECT_MS = 10_000;

interface HostHealth extends Omit<CircuitState, "key"> {
  scope: string;
  host: string;
  /** Epoch ms; the host asked for no requests before. */
  pausedUntil?: number;
}

export interface HttpHealth {
  /** Hosts with failures or a pause; a host not named is well. */
  hosts: HostHealth[];
  proxies: ProxyHealth[];
}

export interface HttpClient {
  /** Throws HttpError. */
  fetch(request: HttpRequest, policy: HttpPolicy): Promise<HttpResponse>;
  health(): HttpHealth;
  /** Destroys all sockets. */
  close(): Promise<void>;
}

/** A client with its own sockets, budgets and breakers. Throws when `proxies` cannot be read. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const clock = options.clock ?? systemClock;
  const resolver = options.resolver ?? systemResolver;
  const defaults = { ...DEFAULT_LIMITS, ...options.limits };
  const connectMs = Math.min(defaults.idleTimeoutMs, MAX_CONNECT_MS);
  const proxies = createProxyPool(parseProxies(options.proxies), clock, connectMs);
  const dispatchers = createDispatchers(resolver, connectMs);
  const limiter = createRateLimiter(clock);
  const breaker = createBreaker(clock, options.breaker);
  const send = createSender({ clock, resolver, proxies, dispatchers, limiter, breaker });
  return {
    fetch: (request, policy) => fetchWithRetries(request, policy, limitsOf(defaults, policy), { clock, send }),
    health: () => ({
      hosts: healthOf(breaker.snapshot(), limiter.keys(), limiter.pausedUntil),
      proxies: proxies.health(),
    }),
    close: async () => {
      await Promise.all([dispatchers.close(), proxies.close()]);
    },
  };
}

async function fetchWithRetries(
  request: HttpRequest,
  policy: HttpPolicy,
  limits: HttpLimits,
  { clock, send }: { clock: HttpClock; send: Sender },
): Promise<HttpResponse> {
  const hop = firstHop(request, policy);
  const budget: Budget = { sent: 0, leftMs: limits.deadlineMs, retryAfterLeftMs: limits.maxRetryAfterMs };
  let earlier: HttpError | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer, url } = await follow(
        hop,
        (next) => send(next, policy, limits, budget, request.signal),
        policy,
        limits,
      );
      return { ...answer, url: url.href, attempts: budget.sent, notModified: answer.status === 304 };
    } catch (cause) {
      const error = toHttpError(cause, hop.target.url.hostname);
      // A breaker that opens between two tries hides what went wrong.
      const told = error.kind === "breaker_open" && earlier ? earlier : error;
      told.attempts = budget.sent;
      const floorMs = (error.retryAfterSeconds ?? 0) * 1000;
      const waitMs = backoffMs(attempt, clock.random());
      const isLast = attempt >= limits.maxTries || waitMs >= budget.leftMs || floorMs > budget.retryAfterLeftMs;
      if (!error.isRetryable || isLast) throw told;
      earlier = error;
      budget.leftMs -= waitMs;
      budget.retryAfterLeftMs -= floorMs;
      await clock.sleep(floorMs + waitMs, request.signal);
    }
  }
}

async function follow(
  first: Hop,
  send: (hop: Hop) => Promise<Answer>,
  policy: HttpPolicy,
  limits: HttpLimits,
): Promise<{ answer: Answer; url: URL }> {
  let hop = first;
  for (let redirects = 0; ; redirects++) {
    const answer = await send(hop);
    if (!isRedirect(answer)) return { answer, url: hop.target.url };
    hop = nextHop(hop, answer, policy, redirects < limits.maxRedirects);
  }
}

function limitsOf(defaults: HttpLimits, policy: HttpPolicy): HttpLimits {
  const limits = { ...defaults, ...definedOnly(policy) };
  return { ...limits, maxTries: Math.min(limits.maxTries, HARD_MAX_TRIES) };
}

function definedOnly(policy: HttpPolicy): Partial<HttpLimits> {
  return Object.fromEntries(
    Object.entries(policy).filter(([name, value]) => name in DEFAULT_LIMITS && value !== undefined),
  );
}

function healthOf(circuits: CircuitState[], keys: string[], pausedUntil: (key: string) => number): HostHealth[] {
  const byKey = new Map(circuits.map((circuit) => [circuit.key, circuit]));
  return [...new Set([...byKey.keys(), ...keys])].flatMap((key) => {
    const [scope = "", host = ""] = key.split(" ");
    const circuit = byKey.get(key);
    const paused = pausedUntil(key);
    if (!circuit && paused === 0) return [];
    const { state = "closed", failures = 0, lastStatus, retryAt } = circuit ?? {};
    return [{ scope, host, state, failures, lastStatus, retryAt, ...(paused > 0 && { pausedUntil: paused }) }];
  });
}
