import "server-only";
import { env } from "@/lib/env";
import { createHttpClient, type HttpClient, type HttpHealth } from "./client";
import type { HttpClientOptions, HttpPolicy, HttpRequest, HttpResponse } from "./types";

/** On globalThis, because a server bundles this module several times and a host must see one budget. */
const shared: { [key: symbol]: HttpClient | undefined } = globalThis as never;
const KEY = Symbol.for("joba.http");

/** The only outbound fetch of JOBA. Throws HttpError; Error when HTTP_PROXIES cannot be read. */
export async function httpFetch(request: HttpRequest, policy: HttpPolicy): Promise<HttpResponse> {
  return client().fetch(request, policy);
}

/** Breakers, pauses and proxies of this process, for the health page. */
export function httpHealth(): HttpHealth {
  return client().health();
}

/** Forgets all budgets and closes all sockets; the next request starts a client with these options. */
export async function resetHttp(options?: HttpClientOptions): Promise<void> {
  const old = shared[KEY];
  shared[KEY] = options && createHttpClient(options);
  await old?.close();
}

function client(): HttpClient {
  shared[KEY] ??= createHttpClient({ proxies: env.HTTP_PROXIES });
  return shared[KEY];
}
