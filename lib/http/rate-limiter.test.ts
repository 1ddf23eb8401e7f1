import { describe, expect, test } from "vitest";
import { systemClock } from "./clock";
import { createRateLimiter } from "./rate-limiter";
import { createTestClock } from "./testing/client";

const OPTIONS = { maxPauseMs: 30_000 };
const KEY = "s a.test";

describe("the token bucket", () => {
  test("lets a burst of `concurrency` through, then keeps the rate", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    const startedAt = clock.now();
    const at: number[] = [];
    for (let n = 0; n < 7; n++) {
      (await limiter.acquire(KEY, { perSecond: 2, concurrency: 3 }, OPTIONS))();
      at.push(clock.now() - startedAt);
    }
    expect(at).toEqual([0, 0, 0, 500, 1_000, 1_500, 2_000]);
  });

  test("fills up again while nobody asks, but never above the burst", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    const rate = { perSecond: 1, concurrency: 1 };
    (await limiter.acquire(KEY, rate, OPTIONS))();
    clock.advance(3_600_000);
    (await limiter.acquire(KEY, rate, OPTIONS))();
    (await limiter.acquire(KEY, rate, OPTIONS))();
    expect(clock.sleeps).toEqual([1_000]);
  });

  test("a clock that jumps back does not lock the host", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    const rate = { perSecond: 1, concurrency: 1 };
    (await limiter.acquire(KEY, rate, OPTIONS))();
    clock.advance(-3_600_000);
    (await limiter.acquire(KEY, rate, OPTIONS))();
    expect(clock.sleeps).toEqual([1_000]);
  });

  test("keys do not share a budget", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    const rate = { perSecond: 0.1, concurrency: 1 };
    for (const key of ["s a.test", "s b.test", "t a.test"]) (await limiter.acquire(key, rate, OPTIONS))();
    expect(clock.sleeps).toEqual([]);
  });
});

describe("concurrency", () => {
  const rate = { perSecond: 10_000, concurrency: 2 };

  test("holds, in order of arrival", async () => {
    const limiter = createRateLimiter(systemClock);
    const order: number[] = [];
    let active = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const release = await limiter.acquire(KEY, rate, OPTIONS);
        order.push(n);
        most = Math.max(most, ++active);
        await systemClock.sleep(2);
        active -= 1;
        release();
        release();
      }),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(most).toBe(2);
  });

  test("who gives up leaves the queue at once and nobody is stuck behind", async () => {
    const limiter = createRateLimiter(systemClock);
    const one = { perSecond: 10_000, concurrency: 1 };
    const release = await limiter.acquire(KEY, one, OPTIONS);
    const [first, second] = [new AbortController(), new AbortController()];
    const gaveUp = [first, second].map((controller) =>
      limiter.acquire(KEY, one, { ...OPTIONS, signal: controller.signal }),
    );
    const last = limiter.acquire(KEY, one, OPTIONS);
    second.abort();
    await expect(gaveUp[1]).rejects.toMatchObject({ kind: "aborted" });
    first.abort();
    await expect(gaveUp[0]).rejects.toMatchObject({ kind: "aborted" });
    release();
    (await last)();
    await expect(limiter.acquire(KEY, one, { ...OPTIONS, signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: "aborted",
    });
  });
});

test("a place given up in the middle of the queue does not let the later ones in before the first", async () => {
  const sleepers: (() => void)[] = [];
  const clock = createTestClock();
  const limiter = createRateLimiter({ ...clock, sleep: () => new Promise((resolve) => sleepers.push(resolve)) });
  const rate = { perSecond: 1, concurrency: 1 };
  (await limiter.acquire(KEY, rate, OPTIONS))();
  const controller = new AbortController();
  const first = limiter.acquire(KEY, rate, OPTIONS);
  const gone = limiter.acquire(KEY, rate, { ...OPTIONS, signal: controller.signal });
  const last = limiter.acquire(KEY, rate, OPTIONS);
  controller.abort();
  await expect(gone).rejects.toMatchObject({ kind: "aborted" });
  await new Promise(setImmediate);
  expect(sleepers).toHaveLength(1);
  clock.advance(10_000);
  sleepers[0]?.();
  (await first)();
  await new Promise(setImmediate);
  clock.advance(10_000);
  sleepers[1]?.();
  (await last)();
});

describe("a pause", () => {
  const rate = { perSecond: 100, concurrency: 10 };

  test("is waited for when it is short", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    limiter.pause(KEY, clock.now() + 20_000);
    limiter.pause(KEY, clock.now() + 5_000);
    expect(limiter.pausedUntil(KEY)).toBe(clock.now() + 20_000);
    (await limiter.acquire(KEY, rate, OPTIONS))();
    expect(clock.sleeps).toEqual([20_000]);
    expect(limiter.pausedUntil(KEY)).toBe(0);
  });

  test("is not waited for when it is long, and other hosts go on", async () => {
    const clock = createTestClock();
    const limiter = createRateLimiter(clock);
    limiter.pause(KEY, clock.now() + 120_000);
    await expect(limiter.acquire(KEY, rate, OPTIONS)).rejects.toMatchObject({
      kind: "breaker_open",
      status: 429,
      retryAfterSeconds: 120,
    });
    (await limiter.acquire("s b.test", rate, OPTIONS))();
    expect(clock.sleeps).toEqual([]);
  });
});

test("the gate is asked when it is one's turn", async () => {
  const limiter = createRateLimiter(createTestClock());
  const gate = () => {
    throw new Error("closed");
  };
  await expect(limiter.acquire(KEY, { perSecond: 1, concurrency: 1 }, { ...OPTIONS, gate })).rejects.toThrow("closed");
  (await limiter.acquire(KEY, { perSecond: 1, concurrency: 1 }, OPTIONS))();
});

test("idle hosts are forgotten", async () => {
  const clock = createTestClock();
  const limiter = createRateLimiter(clock);
  for (let n = 0; n < 1_000; n++) (await limiter.acquire(`s h${n}.test`, { perSecond: 1, concurrency: 1 }, OPTIONS))();
  clock.advance(61_000);
  (await limiter.acquire(KEY, { perSecond: 1, concurrency: 1 }, OPTIONS))();
  expect(limiter.keys()).toEqual([KEY]);
});
