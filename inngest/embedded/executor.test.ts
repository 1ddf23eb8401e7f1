import { randomUUID } from "node:crypto";
import { asc, eq, like, sql } from "drizzle-orm";
import { cron, Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { listFailedRuns, listRecentRuns, pruneExecutor } from "@/db/queries/executor";
import { claimDue } from "@/db/queries/executor-queue";
import { executorEvents, executorQueue, executorRuns, executorSchedules, executorSteps } from "@/db/schema";
import { testDatabase } from "@/tests/helpers/database";
import { type Executor, type ExecutorOptions, startExecutor } from "./executor";
import { acceptEvents } from "./intake";
import { fetchFunctions } from "./protocol";
import { settle } from "./settle";
import { embeddedFetch, embeddedSigningKey } from "./transport";

vi.setConfig({ testTimeout: 120_000 });
let db: Database;
let running: Executor[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  await Promise.all(running.map((executor) => executor.stop()));
  running = [];
});

type Log = string[];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

/** An app of its own, so that tests share the database and nothing else. */
function givenApp(functionsOf: (client: Inngest, log: Log, id: string) => InngestFunction.Any[]) {
  const id = `app${randomUUID().slice(0, 8)}`;
  const log: Log = [];
  const client = new Inngest({
    id,
    isDev: false,
    signingKey: embeddedSigningKey(),
    eventKey: "embedded",
    baseUrl: "http://embedded.invalid",
    fetch: embeddedFetch,
    checkpointing: false,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const handler = serve({ client, functions: functionsOf(client, log, id) });
  const start = async (options: Partial<ExecutorOptions> = {}) => {
    const executor = await startExecutor({
      db,
      handler,
      signingKey: embeddedSigningKey(),
      pollMs: 100,
      retryInMs: () => 10,
      ...options,
    });
    running.push(executor);
    return executor;
  };
  const send = (...all: Record<string, unknown>[]) => client.send(all.map((data) => ({ name: `${id}/go`, data })));
  /** Stores events as a process does that dies before it runs anything. */
  const queue = async (...all: Record<string, unknown>[]) => {
    const caller = { handler, signingKey: embeddedSigningKey(), timeoutMs: 10_000, maxOutput: 1_000 };
    const served = await fetchFunctions(caller);
    const events = all.map((data) => ({ id: randomUUID(), name: `${id}/go`, ts: Date.now(), data }));
    await db.transaction((tx) => acceptEvents(tx, served, events));
  };
  return { id, log, start, send, queue, on: `${id}/go` };
}

/** One function with one step that notes `event.data.n`. */
function givenNotingApp(options: Record<string, unknown> = {}, work: () => Promise<unknown> = async () => {}) {
  return givenApp((client, log, id) => [
    client.createFunction({ id: "note", triggers: { event: `${id}/go` }, ...options }, async ({ event, step }) =>
      step.run("note", async () => {
        log.push(String(event.data.n));
        await work();
      }),
    ),
  ]);
}

const queueOf = (id: string) =>
  db
    .select({ runId: executorQueue.runId, stepId: executorQueue.stepId, interruptions: executorQueue.interruptions })
    .from(executorQueue)
    .innerJoin(executorRuns, eq(executorRuns.id, executorQueue.runId))
    .where(like(executorRuns.functionId, `${id}-%`))
    .orderBy(asc(executorQueue.position));
const claim = (id: string, more: Partial<Parameters<typeof claimDue>[1]> = {}) =>
  claimDue(db, { functionIds: [`${id}-note`], limit: 10, leaseMs: 60_000, ownLeases: [], ...more });

describe("two executors on one database", () => {
  test("do each thing once and keep a concurrency limit between them", async () => {
    let inFlight = 0;
    let most = 0;
    const app = givenNotingApp({ concurrency: 3 }, async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await pause(5);
      inFlight -= 1;
    });
    await app.start();
    await app.start();
    await app.send(...Array.from({ length: 40 }, (_, n) => ({ n })));
    await until(() => expect(app.log).toHaveLength(40));
    expect(new Set(app.log).size).toBe(40);
    expect(most).toBeLessThanOrEqual(3);
  });

  test("fire each cron slot once", async () => {
    const app = givenApp((client, log) => [
      client.createFunction({ id: "tick", triggers: cron("* * * * * *") }, ({ event }) => {
        log.push(new Date(Number(event.ts)).toISOString());
      }),
    ]);
    await app.start();
    await app.start();
    await until(() => expect(app.log.length).toBeGreaterThanOrEqual(3));
    expect(new Set(app.log).size).toBe(app.log.length);
  });
});

test("of the cron slots missed while down only the newest is made up for", async () => {
  const app = givenApp((client, log) => [
    client.createFunction({ id: "tick", triggers: cron("0 * * * *") }, ({ event }) => {
      log.push(new Date(Number(event.ts)).toISOString());
    }),
  ]);
  const first = await app.start();
  await first.idle();
  expect(app.log).toEqual([]);
  await first.stop();
  await db
    .update(executorSchedules)
    .set({ lastSlot: sql`now() - interval '30 hours'` })
    .where(eq(executorSchedules.functionId, `${app.id}-tick`));
  await (await app.start()).idle();
  await (await app.start()).idle();
  await until(() => expect(app.log).toHaveLength(1));
  const hour = new Date();
  hour.setUTCMinutes(0, 0, 0);
  expect(app.log).toEqual([hour.toISOString()]);
});

describe("a process that dies", () => {
  test("has its work taken over when its lease runs out, and its late result discarded", async () => {
    const app = givenNotingApp();
    await app.queue({ n: 1 });
    const [dead] = await claim(app.id, { leaseMs: 700 });
    const startedAt = Date.now();
    await app.start();
    await until(() => expect(app.log).toEqual(["1"]));
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(500);
    await until(async () => expect(await queueOf(app.id)).toEqual([]));
    if (!dead) throw new Error("nothing was claimed");
    const outcome = { kind: "failed", error: { name: "Error", message: "too late" } } as const;
    const event = { id: "any", name: app.on, ts: 0, data: {} };
    await settle(db, { functions: [], leaseMs: 1_000, retryInMs: () => 0 }, { claim: dead, event, outcome });
    const [run] = await db.select().from(executorRuns).where(eq(executorRuns.id, dead.runId));
    expect(run).toMatchObject({ status: "completed", error: null });
  });

  test("is not taken for dead by itself when it was too busy to renew its lease", async () => {
    const app = givenNotingApp();
    await app.queue({ n: 1 });
    const [mine] = await claim(app.id, { leaseMs: 0 });
    expect(await claim(app.id, { ownLeases: [mine?.leaseId ?? ""] })).toEqual([]);
    expect(await claim(app.id)).toHaveLength(1);
  });

  test("has it taken over at once by the only process there is", async () => {
    const app = givenNotingApp();
    await app.queue({ n: 1 });
    await claim(app.id);
    await app.start({ isOnlyProcess: true });
    await until(() => expect(app.log).toEqual(["1"]));
  });

  test("again and again with the same call in hand fails that call", async () => {
    const userId = randomUUID();
    const app = givenNotingApp();
    await app.queue({ n: 1, userId });
    for (let death = 0; death < 5; death += 1) await claim(app.id, { leaseMs: 0 });
    await (await app.start()).idle();
    expect(app.log).toEqual([]);
    const [failed] = await listFailedRuns(db, { userId, limit: 10 });
    expect(failed).toMatchObject({
      functionId: `${app.id}-note`,
      eventName: `${app.id}/go`,
      error: { message: "The process died 5 times while this ran" },
    });
    expect(await listRecentRuns(db, { userId, limit: 10 })).toHaveLength(1);
    expect(await listRecentRuns(db, { userId: randomUUID(), limit: 10 })).toEqual([]);
  });

  test("twice with the same calls in hand leaves them to be tried one at a time", async () => {
    const app = givenNotingApp();
    await app.queue({ n: 1 }, { n: 2 });
    for (let death = 0; death < 2; death += 1) await claim(app.id, { leaseMs: 0 });
    await app.queue({ n: 3 });
    expect(await claim(app.id, { ownLeases: [randomUUID()] })).toEqual([]);
    expect(await claim(app.id)).toHaveLength(1);
  });
});

test("a graceful stop gives unfinished calls back, and what they come to later is discarded", async () => {
  let release = () => {};
  const app = givenNotingApp({}, () => new Promise<void>((resolve) => (release = resolve)));
  const executor = await app.start({ graceMs: 50 });
  await app.send({ n: 1 });
  await until(() => expect(app.log).toEqual(["1"]));
  await executor.stop();
  const [queued] = await queueOf(app.id);
  expect(queued).toMatchObject({ interruptions: 0 });
  release();
  await pause(200);
  expect(await queueOf(app.id)).toHaveLength(1);
  await app.start();
  await until(() => expect(app.log).toEqual(["1", "1"]));
  release();
  await until(async () => expect(await queueOf(app.id)).toEqual([]));
  expect(
    await db
      .select()
      .from(executorSteps)
      .where(eq(executorSteps.runId, queued?.runId ?? "")),
  ).toHaveLength(1);
});

test("a second start inside the only process takes over from the first", async () => {
  const app = givenNotingApp({}, () => pause(300));
  await app.start({ isOnlyProcess: true });
  await app.send({ n: 1 });
  await until(() => expect(app.log).toEqual(["1"]));
  const second = await app.start({ isOnlyProcess: true });
  await second.idle();
  expect(app.log).toEqual(["1"]);
});

test("a call that does not end counts as failed", async () => {
  const userId = randomUUID();
  const app = givenNotingApp({ retries: 1 }, () => pause(600));
  await app.start({ timeoutMs: 100 });
  await app.send({ n: 1, userId });
  await until(async () =>
    expect(await listFailedRuns(db, { userId, limit: 1 })).toMatchObject([
      { error: { message: "The call did not end within 0.1 s" } },
    ]),
  );
  expect(app.log).toEqual(["1", "1"]);
});

test("a throttle makes no burst of what piled up while nothing ran", async () => {
  const times: number[] = [];
  const app = givenNotingApp({ throttle: { limit: 1, period: "2s" } }, async () => times.push(Date.now()));
  await app.queue({ n: 1 }, { n: 2 });
  await pause(2_100);
  await app.start();
  await until(() => expect(app.log).toEqual(["1", "2"]));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_500);
});

test("a full lane does not hold up the next", async () => {
  const app = givenNotingApp({ concurrency: { limit: 1, key: "event.data.lane" } }, () => pause(300));
  await app.start({ parallelism: 4 });
  await app.send(...Array.from({ length: 20 }, (_, n) => ({ n: `a${n}`, lane: "a" })), { n: "b", lane: "b" });
  await until(() => expect(app.log).toContain("b"));
  expect(app.log.length).toBeLessThanOrEqual(3);
});

test("finished runs, their steps and events are forgotten after a week, active ones are not", async () => {
  const app = givenNotingApp();
  const executor = await app.start();
  await app.send({ n: 1 });
  await until(async () => expect(await queueOf(app.id)).toEqual([]));
  await executor.stop();
  await app.queue({ n: 2 });
  const ago = sql`now() - interval '8 days'`;
  const mine = like(executorRuns.functionId, `${app.id}-%`);
  await db.update(executorRuns).set({ createdAt: ago }).where(mine);
  await db.update(executorRuns).set({ finishedAt: ago }).where(sql`${mine} and status = 'completed'`);
  await db.update(executorEvents).set({ receivedAt: ago }).where(eq(executorEvents.name, app.on));
  await pruneExecutor(db, { functionIds: [`${app.id}-note`], days: 7 });
  expect((await db.select().from(executorRuns).where(mine)).map(({ status }) => status)).toEqual(["active"]);
  expect(await db.select().from(executorEvents).where(eq(executorEvents.name, app.on))).toHaveLength(1);
  await pruneExecutor(db, { functionIds: ["another-function"], days: 7 });
  expect(await db.select().from(executorRuns).where(mine)).toEqual([]);
});

describe("the event endpoint", () => {
  const post = (path: string, body: unknown, method = "POST") =>
    embeddedFetch(`http://embedded.invalid${path}`, {
      method,
      ...(method === "POST" && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });

  test("answers other requests, other bodies and too large ones with what is wrong", async () => {
    await givenNotingApp().start();
    expect((await post("/v1/checkpoint", {})).status).toBe(404);
    expect((await post("/e/key", {}, "GET")).status).toBe(404);
    expect((await post("/e/key", [{ data: {} }])).status).toBe(400);
    expect((await post("/e/key", "x".repeat(8_000_001))).status).toBe(413);
  });

  test("takes one event that is not in a list, and takes a repeated send once", async () => {
    const app = givenNotingApp();
    const executor = await app.start();
    const send = () =>
      embeddedFetch("http://embedded.invalid/e/key", {
        method: "POST",
        headers: { "x-inngest-event-id-seed": app.id },
        body: JSON.stringify({ name: app.on, data: { n: 1 } }),
      });
    const answers = await Promise.all([send(), send()].map(async (response) => (await response).json()));
    expect(answers[0]).toEqual(answers[1]);
    await executor.idle();
    expect(app.log).toEqual(["1"]);
  });

  test("is absent before the start and after the stop", async () => {
    const executor = await givenNotingApp().start();
    await executor.stop();
    await expect(post("/e/key", [])).rejects.toThrow("has not been started");
  });
});
