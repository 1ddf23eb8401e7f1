import { HttpError } from "./errors";
import type { HttpClock } from "./types";

const DEFAULT_THRESHOLD = 10;
const DEFAULT_COOL_DOWN_MS = 30_000;
const MAX_COOL_DOWN_MS = 30 * 60_000;
const MAX_CIRCUITS = 1_000;

interface Circuit {
  failures: number;
  /** 0 while closed. */
  openUntil: number;
  coolDownMs: number;
  isProbing: boolean;
  lastStatus?: number;
}

export interface CircuitState {
  key: string;
  state: "closed" | "open" | "half_open";
  /** Failures in a row. */
  failures: number;
  lastStatus?: number;
  /** Epoch ms; only while open. */
  retryAt?: number;
}

export interface CircuitBreaker {
  /** Throws HttpError "breaker_open" while the circuit is open. */
  gate(key: string): void;
  /** Like `gate`, and takes the single trial of a half-open circuit. One of `succeed`, `fail`, `abandon` must follow. */
  enter(key: string): void;
  succeed(key: string): void;
  fail(key: string, status?: number): void;
  /** The request said nothing about the host, for example because it was canceled. */
  abandon(key: string): void;
  snapshot(): CircuitState[];
}

/** One circuit per key: opens after `threshold` failures in a row, lets one trial through after a cool-down that doubles while trials fail. */
export function createBreaker(
  clock: HttpClock,
  {
    threshold = DEFAULT_THRESHOLD,
    coolDownMs = DEFAULT_COOL_DOWN_MS,
  }: { threshold?: number; coolDownMs?: number } = {},
): CircuitBreaker {
  const circuits = new Map<string, Circuit>();

  function gate(key: string): void {
    const circuit = circuits.get(key);
    if (!circuit || circuit.openUntil === 0) return;
    const leftMs = circuit.openUntil - clock.now();
    if (leftMs > 0 || circuit.isProbing) throw openError(key, circuit, Math.max(leftMs, 1_000));
  }

  return {
    gate,
    enter: (key) => {
      gate(key);
      const circuit = circuits.get(key);
      if (circuit && circuit.openUntil > 0) circuit.isProbing = true;
    },
    succeed: (key) => {
      circuits.delete(key);
    },
    fail: (key, status) => {
      const circuit = circuits.get(key) ?? { failures: 0, openUntil: 0, coolDownMs, isProbing: false };
      circuit.failures += 1;
      circuit.lastStatus = status;
      if (circuit.isProbing) circuit.coolDownMs = Math.min(circuit.coolDownMs * 2, MAX_COOL_DOWN_MS);
      if (circuit.isProbing || circuit.failures >= threshold) circuit.openUntil = clock.now() + circuit.coolDownMs;
      circuit.isProbing = false;
      if (circuits.size >= MAX_CIRCUITS && !circuits.has(key)) dropOldest(circuits);
      circuits.set(key, circuit);
    },
    abandon: (key) => {
      const circuit = circuits.get(key);
      if (circuit) circuit.isProbing = false;
    },
    snapshot: () => [...circuits].map(([key, circuit]) => stateOf(key, circuit, clock.now())),
  };
}

function stateOf(key: string, { failures, openUntil, lastStatus }: Circuit, now: number): CircuitState {
  if (openUntil === 0) return { key, state: "closed", failures, lastStatus };
  if (openUntil <= now) return { key, state: "half_open", failures, lastStatus };
  return { key, state: "open", failures, lastStatus, retryAt: openUntil };
}

function openError(key: string, { lastStatus }: Circuit, leftMs: number): HttpError {
  const host = key.slice(key.indexOf(" ") + 1);
  return new HttpError("breaker_open", `${host} failed too often and is left alone for now`, {
    status: lastStatus,
    retryAfterSeconds: Math.ceil(leftMs / 1000),
  });
}

function dropOldest(circuits: Map<string, Circuit>): void {
  const [oldest] = circuits.keys();
  if (oldest !== undefined) circuits.delete(oldest);
}
