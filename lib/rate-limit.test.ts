import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { testDatabase } from "@/tests/helpers/database";
import { hasRedisServer, redisTitle, type StartedRedis, startRedis } from "@/tests/helpers/redis";
import { hitRateLimit } from "./rate-limit";

type Hit = typeof hitRateLimit;
const ctxAt = (db: Database, at = new Date()) => ({ db, now: () => at });
const isBroken = {
  insert: () => {
    throw new Error("the database is gone");
  },
} as unknown as Database;

/** The same promises, whatever counts. */
async function countsExactly(hit: Hit, db: Database): Promise<void> {
  const key = randomUUID();
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () => hit(ctxAt(db), { key, limit: 10, windowSeconds: 60 })),
  );
  const passed = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(passed.map(({ remaining }) => remaining).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(passed[0]).toMatchObject({ limit: 10, resetAt: expect.any(Date) });
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toHaveLength(40);
  for (const error of refused) {
    expect(error).toMatchObject({ code: "limit_exceeded", message: expect.stringContaining("Too many tries") });
    expect(error.retryAfter).toBeGreaterThan(50);
    expect(error.retryAfter).toBeLessThanOrEqual(60);
  }
  await hit(ctxAt(db), { key: randomUUID(), limit: 1, windowSeconds: 60 });
}

async function failsAsAsked(hit: Hit, db: Database): Promise<void> {
  const key = randomUUID();
  await expect(hit(ctxAt(db), { key, limit: 1, windowSeconds: 60 })).rejects.toMatchObject({
    code: "limit_exceeded",
    problem: "unavailable",
    retryAfter: 30,
  });
  for (let i = 0; i < 3; i++) {
    expect(await hit(ctxAt(db), { key, limit: 1, windowSeconds: 60, whenDown: "pass" })).toMatchObject({
      remaining: 1,
    });
  }
}

describe("counted in the database", () => {
  test("fifty at once pass exactly ten", async () => countsExactly(hitRateLimit, await testDatabase()));

  test("a window ends and another begins", async () => {
    const db = await testDatabase();
    const key = randomUUID();
    const at = new Date("2026-11-24T12:00:00Z");
    const one = { key, limit: 1, windowSeconds: 60 };
    await hitRateLimit(ctxAt(db, at), one);
    await expect(hitRateLimit(ctxAt(db, new Date(at.getTime() + 59_000)), one)).rejects.toMatchObject({
      retryAfter: 1,
    });
    await hitRateLimit(ctxAt(db, new Date(at.getTime() + 60_000)), one);
  });

  test("without a database sign-in is refused and reads pass", () => failsAsAsked(hitRateLimit, isBroken));
});

describe.skipIf(!hasRedisServer)(redisTitle("counted in Redis"), () => {
  let redis: StartedRedis;
  const servers: Hit[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    vi.stubEnv("REDIS_URL", redis.url);
    // Two servers: each with its own modules and its own connection.
    for (let i = 0; i < 2; i++) {
      vi.resetModules();
      delete (globalThis as { [key: symbol]: unknown })[Symbol.for("joba.redis")];
      const { hitRateLimit: hit } = await import("./rate-limit");
      await hit(ctxAt(isBroken), { key: "warm", limit: 10, windowSeconds: 1 });
      servers.push(hit);
    }
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await redis.stop();
  });
  const both: Hit = (ctx, limit) => (servers[Math.random() < 0.5 ? 0 : 1] as Hit)(ctx, limit);

  test("fifty at once over two servers pass exactly ten", () => countsExactly(both, isBroken));

  test("a window ends and another begins", async () => {
    const one = { key: randomUUID(), limit: 1, windowSeconds: 1 };
    await both(ctxAt(isBroken), one);
    await expect(both(ctxAt(isBroken), one)).rejects.toMatchObject({ code: "limit_exceeded" });
    await vi.waitFor(() => both(ctxAt(isBroken), one), { timeout: 5000, interval: 200 });
  });

  test("while Redis is gone sign-in is refused and reads pass, at once; then counting goes on", async () => {
    await redis.stop();
    const startedAt = performance.now();
    await failsAsAsked(both, isBroken);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await redis.restart();
    await vi.waitFor(() => both(ctxAt(isBroken), { key: randomUUID(), limit: 1, windowSeconds: 60 }), {
      timeout: 8000,
    });
  });
});
