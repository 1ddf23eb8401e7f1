import { abortedError, untilAborted } from "./clock";
import { HttpError } from "./errors";
import type { HttpClock, Rate } from "./types";

const MAX_LANES = 1_000;

interface Lane {
  tokens: number;
  refilledAt: number;
  active: number;
  pausedUntil: number;
  waiting: Set<() => void>;
  /** Resolves when everyone who came earlier has been let in or has left. */
  queue: Promise<void>;
  queued: number;
}

interface AcquireOptions {
  signal?: AbortSignal;
  /** A longer pause of the host is not waited for. */
  maxPauseMs: number;
  /** Called when it is this request's turn; throws to leave the queue. */
  gate?: () => void;
}

export interface RateLimiter {
  /** Waits, first come first served, for a token and a free place. Returns the function that frees the place. */
  acquire(key: string, rate: Rate, options: AcquireOptions): Promise<() => void>;
  /** Nobody is let in before `untilMs`: the host said so. */
  pause(key: string, untilMs: number): void;
  /** 0 when the host is not paused. */
  pausedUntil(key: string): number;
  keys(): string[];
}

export function createRateLimiter(clock: HttpClock): RateLimiter {
  const lanes = new Map<string, Lane>();

  function laneOf(key: string): Lane {
    let lane = lanes.get(key);
    if (!lane) {
      if (lanes.size >= MAX_LANES) dropIdle();
      lane = {
        tokens: Number.POSITIVE_INFINITY,
        refilledAt: clock.now(),
        active: 0,
        pausedUntil: 0,
        waiting: new Set(),
        queue: Promise.resolve(),
        queued: 0,
      };
      lanes.set(key, lane);
    }
    return lane;
  }

  function dropIdle(): void {
    for (const [key, lane] of lanes) {
      const isBusy = lane.active > 0 || lane.queued > 0 || lane.pausedUntil > clock.now();
      if (!isBusy && clock.now() - lane.refilledAt > 60_000) lanes.delete(key);
    }
  }

  async function enter(lane: Lane, key: string, rate: Rate, options: AcquireOptions): Promise<void> {
    for (;;) {
      if (options.signal?.aborted) throw abortedError(options.signal.reason);
      options.gate?.();
      const pauseMs = lane.pausedUntil - clock.now();
      if (pauseMs > options.maxPauseMs) throw pausedError(key, pauseMs);
      if (lane.active >= rate.concurrency) {
        await oneLeaves(lane, options.signal);
        continue;
      }
      const waitMs = Math.max(pauseMs, tokenWaitMs(lane, rate, clock.now()));
      if (waitMs <= 0) break;
      await clock.sleep(waitMs, options.signal);
    }
    lane.tokens -= 1;
    lane.active += 1;
  }

  return {
    acquire: async (key, rate, options) => {
      const lane = laneOf(key);
      const earlier = lane.queue;
      let leave = () => {};
      lane.queue = new Promise((resolve) => {
        leave = resolve;
      });
      lane.queued += 1;
      try {
        await untilAborted(earlier, options.signal);
        await enter(lane, key, rate, options);
      } finally {
        lane.queued -= 1;
        // Who gives up early must not let the next one in before the earlier ones.
        earlier.then(leave);
      }
      return once(() => {
        lane.active -= 1;
        for (const wake of lane.waiting) wake();
      });
    },
    pause: (key, untilMs) => {
      const lane = laneOf(key);
      lane.pausedUntil = Math.max(lane.pausedUntil, untilMs);
    },
    pausedUntil: (key) => {
      const until = lanes.get(key)?.pausedUntil ?? 0;
      return until > clock.now() ? until : 0;
    },
    keys: () => [...lanes.keys()],
  };
}

/** Refills the bucket (it holds as many tokens as may run at once) and says how long until the next one, in ms. */
function tokenWaitMs(lane: Lane, rate: Rate, now: number): number {
  const capacity = Math.max(1, rate.concurrency);
  lane.tokens = Math.min(capacity, lane.tokens + (Math.max(0, now - lane.refilledAt) / 1000) * rate.perSecond);
  lane.refilledAt = now;
  return lane.tokens >= 1 ? 0 : Math.ceil(((1 - lane.tokens) / rate.perSecond) * 1000);
}

function oneLeaves(lane: Lane, signal?: AbortSignal): Promise<void> {
  let wake = () => {};
  const left = new Promise<void>((resolve) => {
    wake = resolve;
  });
  lane.waiting.add(wake);
  return untilAborted(left, signal).finally(() => lane.waiting.delete(wake));
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

function pausedError(key: string, pauseMs: number): HttpError {
  const host = key.slice(key.indexOf(" ") + 1);
  return new HttpError("breaker_open", `${host} asked for no requests for now`, {
    status: 429,
    retryAfterSeconds: Math.ceil(pauseMs / 1000),
  });
}
