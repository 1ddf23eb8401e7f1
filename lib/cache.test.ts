import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { dataChanges, jobs } from "@/db/schema";
import { cached, cacheKey, dataVersion, forgetCached } from "@/lib/cache";
import { jobFiltersSchema } from "@/lib/jobs/schemas";
import { countJobFacets, setJobState, undoJobState } from "@/lib/jobs/service";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { givenJob } from "@/tests/helpers/jobs";
import { hasRedisServer, redisTitle, type StartedRedis, startRedis } from "@/tests/helpers/redis";

type Cached = typeof cached;
const anything = fc.dictionary(fc.string({ maxLength: 9 }), fc.oneof(fc.string({ maxLength: 9 }), fc.integer()));

/** Another server: its own modules, its own memory, its own connection to Redis. */
async function anotherServer() {
  vi.resetModules();
  delete (globalThis as { [key: symbol]: unknown })[Symbol.for("joba.redis")];
  const cache = await import("@/lib/cache");
  const service = await import("@/lib/jobs/service");
  return { cached: cache.cached, forgetCached: cache.forgetCached, countJobFacets: service.countJobFacets };
}

async function keepsPeopleApart(one: Cached, two: Cached): Promise<void> {
  const people = [await createTestContext(), await createTestContext()] as const;
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom("a", "b", "a:1"), fc.nat(3), async (key, area, version) => {
      for (const person of people) {
        const entry = { area, key, version, ttlSeconds: 60 };
        const load = async () => ({ of: person.userId, area, version, key });
        const expected = await load();
        for (const through of [one, two, one]) expect(await through(person.ctx, entry, load)).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
}

async function loadsOnce(through: Cached, person: TestContext): Promise<number> {
  const load = vi.fn(async () => ({ n: 1 }));
  const entry = { area: "once", key: Math.random(), version: 1, ttlSeconds: 60 };
  for (let i = 0; i < 3; i++) {
    const value = await through(person.ctx, entry, load);
    expect(value).toEqual({ n: 1 });
    // What a caller does to its copy is its own business.
    value.n = 99;
  }
  return load.mock.calls.length;
}

async function forgetsOnly(
  through: Cached,
  forget: typeof forgetCached,
  leaving: TestContext,
  staying: TestContext,
): Promise<void> {
  const entry = { area: "leaving", key: 1, version: 1, ttlSeconds: 60 };
  for (const { ctx } of [leaving, staying]) await through(ctx, entry, async () => "kept");
  await forget(leaving.userId);
  expect(await through(leaving.ctx, entry, async () => "new")).toBe("new");
  expect(await through(staying.ctx, entry, async () => "new")).toBe("kept");
}

describe("in memory", () => {
  test("two people never see one another's values, and a value is loaded once", async () => {
    await keepsPeopleApart(cached, (await anotherServer()).cached);
    expect(await loadsOnce(cached, await createTestContext())).toBe(1);
  });

  test("a key begins with its owner", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), anything, (one, two, key) => {
        const entry = { area: "x", key, version: 1 };
        expect(cacheKey(one, entry).startsWith(`${one}:`)).toBe(true);
        expect(cacheKey(one, entry) === cacheKey(two, entry)).toBe(one === two);
      }),
    );
  });

  test("a person who leaves is forgotten, and nobody else", async () => {
    const [leaving, staying] = [await createTestContext(), await createTestContext()];
    await forgetsOnly(cached, forgetCached, leaving, staying);
  });

  test("a failed read keeps nothing", async () => {
    const { ctx } = await createTestContext();
    const entry = { area: "fails", key: 1, version: 1, ttlSeconds: 60 };
    await expect(cached(ctx, entry, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await cached(ctx, entry, async () => 2)).toBe(2);
  });
});

describe("facets are fresh", () => {
  const filters = jobFiltersSchema.parse({});

  test("after every write, on every server, and only for whom it concerns", async () => {
    const person = await createTestContext();
    const other = await createTestContext();
    const servers = [{ countJobFacets }, await anotherServer()];
    const totals = async (who: TestContext) =>
      Promise.all(servers.map(async (server) => (await server.countJobFacets(who.ctx, { filters })).total));
    await givenJob(other.ctx.db, other.userId);
    const others = await dataVersion(other.ctx);
    expect(await totals(person)).toEqual([0, 0]);
    const { id } = await givenJob(person.ctx.db, person.userId, { match: { score: 50 } });
    expect(await totals(person)).toEqual([1, 1]);
    await givenJob(person.ctx.db, person.userId);
    expect(await totals(person)).toEqual([2, 2]);
    const { changeId } = await setJobState(person.ctx, { id, state: "dismissed" });
    expect(await totals(person)).toEqual([1, 1]);
    await undoJobState(person.ctx, { changeId });
    expect(await totals(person)).toEqual([2, 2]);
    await person.ctx.db.update(jobs).set({ closedAt: new Date() }).where(eq(jobs.id, id));
    expect(await totals(person)).toEqual([1, 1]);
    await person.ctx.db.delete(jobs).where(eq(jobs.id, id));
    expect(await totals(person)).toEqual([1, 1]);
    expect(await totals(other)).toEqual([1, 1]);
    expect(await dataVersion(other.ctx)).toBe(others);
    expect(await person.ctx.db.select().from(dataChanges)).toEqual([]);
  });

  test("a change is counted when it is committed, once, and not at all when it is not", async () => {
    const { ctx, userId } = await createTestContext();
    const before = await dataVersion(ctx);
    await ctx.db.transaction(async (tx) => {
      for (let i = 0; i < 3; i++) await givenJob(tx, userId, { match: { score: i } });
    });
    expect(await dataVersion(ctx)).toBe(before + 1);
    const undone = ctx.db.transaction(async (tx) => {
      await givenJob(tx, userId);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await dataVersion(ctx)).toBe(before + 1);
  });

  test.skipIf(!process.env.TEST_DATABASE_URL)(
    "two writers of one person do not wait for each other until the end",
    async () => {
      const { userId } = await createTestContext();
      const open = () => openDatabase(process.env.TEST_DATABASE_URL, "");
      const [one, two] = [await open(), await open()];
      await one.db.transaction(async (first) => {
        await givenJob(first as Database, userId, { companyName: "One" });
        // Would wait for ever if the first writer held the version.
        await two.db.transaction(async (second) => givenJob(second as Database, userId, { companyName: "Two" }));
      });
      expect(await dataVersion({ db: await testDatabase(), actor: { userId } } as never)).toBe(2);
      await Promise.all([one.close(), two.close()]);
    },
  );
});

describe.skipIf(!hasRedisServer)(redisTitle("in Redis"), () => {
  let redis: StartedRedis;
  let one: Cached;
  let two: Cached;
  let forget: typeof forgetCached;
  beforeAll(async () => {
    redis = await startRedis();
    vi.stubEnv("REDIS_URL", redis.url);
    ({ cached: one, forgetCached: forget } = await anotherServer());
    await loadsOnce(one, await createTestContext());
    two = (await anotherServer()).cached;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await redis.stop();
  });

  test("people are kept apart and servers share", async () => {
    await keepsPeopleApart(one, two);
    const { ctx } = await createTestContext();
    const entry = { area: "shared", key: 1, version: 1, ttlSeconds: 60 };
    await one(ctx, entry, async () => "first");
    expect(await two(ctx, entry, async () => "second")).toBe("first");
  });

  test("a person who leaves is forgotten on every server, and nobody else", async () => {
    await forgetsOnly(two, forget, await createTestContext(), await createTestContext());
  });

  test("without Redis every read loads", async () => {
    await redis.stop();
    expect(await loadsOnce(one, await createTestContext())).toBe(3);
  });
});
