import { type Dispatcher, Pool, ProxyAgent } from "undici";
import { HttpError } from "./errors";
import type { HttpClock } from "./types";

const COOL_DOWN_MS = 60_000;
const MAX_COOL_DOWN_MS = 30 * 60_000;

export interface ProxyRoute {
  /** Host and port; never the credentials. */
  name: string;
  dispatcher: Dispatcher;
}

export interface ProxyHealth {
  name: string;
  /** Failures in a row. */
  failures: number;
  /** Epoch ms; only while cooling down. */
  restsUntil?: number;
}

export interface ProxyPool {
  /** The next proxy in turn that is not cooling down, else the one that rests the shortest. Undefined without proxies. */
  pick(): ProxyRoute | undefined;
  succeed(proxy: ProxyRoute): void;
  /** Rests the proxy for a time that doubles with every failure in a row. */
  fail(proxy: ProxyRoute): void;
  health(): ProxyHealth[];
  close(): Promise<void>;
}

/** Reads HTTP_PROXIES. Throws an Error that names the variable and the entry, never the credentials. */
export function parseProxies(text: string | undefined): URL[] {
  const entries = (text ?? "").split(",").map((entry) => entry.trim());
  return entries.flatMap((entry, index) => {
    if (!entry) return [];
    const url = URL.canParse(entry) ? new URL(entry) : undefined;
    if (!url?.hostname || !["http:", "https:"].includes(url.protocol)) {
      throw new Error(`HTTP_PROXIES: entry ${index + 1} is not an http:// or https:// address`);
    }
    return [url];
  });
}

export function createProxyPool(urls: readonly URL[], clock: HttpClock, connectTimeoutMs: number): ProxyPool {
  const members = urls.map((url) => ({
    name: url.host,
    dispatcher: createProxyAgent(url, connectTimeoutMs),
    failures: 0,
    restsUntil: 0,
  }));
  const memberOf = (proxy: ProxyRoute) => members.find((member) => member === proxy);
  let turn = 0;

  return {
    pick: () => {
      const now = clock.now();
      for (let step = 0; step < members.length; step++) {
        const member = members[(turn + step) % members.length];
        if (member && member.restsUntil <= now) {
          turn = (turn + step + 1) % members.length;
          return member;
        }
      }
      return members.toSorted((a, b) => a.restsUntil - b.restsUntil)[0];
    },
    succeed: (proxy) => {
      const member = memberOf(proxy);
      if (member) Object.assign(member, { failures: 0, restsUntil: 0 });
    },
    fail: (proxy) => {
      const member = memberOf(proxy);
      if (!member) return;
      member.failures += 1;
      member.restsUntil = clock.now() + Math.min(COOL_DOWN_MS * 2 ** (member.failures - 1), MAX_COOL_DOWN_MS);
    },
    health: () =>
      members.map(({ name, failures, restsUntil }) => ({
        name,
        failures,
        ...(restsUntil > clock.now() && { restsUntil }),
      })),
    close: async () => {
      await Promise.all(members.map(({ dispatcher }) => dispatcher.destroy()));
    },
  };
}

/**
 * undici takes a proxy that hangs up for a broken socket of its own and connects again without end,
 * so the failure is given another face before it gets there.
 */
function createProxyAgent(url: URL, connectTimeoutMs: number): ProxyAgent {
  return new ProxyAgent({
    uri: url.href,
    proxyTls: { timeout: connectTimeoutMs },
    clientFactory: (origin, options) => {
      const pool = new Pool(origin, options);
      // Bound before it is replaced; without a callback undici's `connect` returns a promise.
      const open = pool.connect.bind(pool) as (request: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
      const connect = (request: Dispatcher.ConnectOptions) =>
        open(request).catch((cause: unknown) => {
          throw new HttpError("network", `The proxy ${url.host} could not be used`, { isRetryable: true, cause });
        });
      return Object.assign(pool, { connect });
    },
  });
}
