import { createHttpClient, type HttpClient } from "../client";
import type { HttpError } from "../errors";
import type { HttpClientOptions, HttpClock, HttpPolicy } from "../types";

export interface TestClock extends HttpClock {
  /** Every wait, in ms. */
  sleeps: number[];
  advance(ms: number): void;
}

/** Time that only passes when someone sleeps or a test says so. */
export function createTestClock(startMs = Date.UTC(2026, 0, 5)): TestClock {
  const sleeps: number[] = [];
  let now = startMs;
  let seed = 42;
  return {
    sleeps,
    advance: (ms) => {
      now += ms;
    },
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
    random: () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
  };
}

const opened = new Set<HttpClient>();

export function openClient(options: HttpClientOptions = {}): HttpClient {
  const client = createHttpClient(options);
  opened.add(client);
  return client;
}

export async function closeClients(): Promise<void> {
  for (const client of opened) await client.close();
  opened.clear();
}

/** A policy that treats these origins as configured overrides. */
export function policyFor(origins: string | string[], overrides: Partial<HttpPolicy> = {}): HttpPolicy {
  return {
    scope: "test",
    hosts: [],
    allowedPrivateOrigins: [origins].flat(),
    rate: { perSecond: 1_000, concurrency: 10 },
    ...overrides,
  };
}

/** The HttpError a request ends with. */
export async function errorOf(pending: Promise<unknown>): Promise<HttpError> {
  const outcome = await pending.then(
    () => "an answer",
    (error) => error,
  );
  if (outcome === "an answer") throw new Error("expected the request to fail, and it was answered");
  return outcome;
}
