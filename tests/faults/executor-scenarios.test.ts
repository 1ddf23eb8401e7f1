import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { serve as serveNode } from "inngest/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startExecutor } from "@/inngest/embedded/executor";
import { embeddedFetch, embeddedSigningKey } from "@/inngest/embedded/transport";
import { testDatabase } from "@/tests/helpers/database";
import { EffectLog, scenarioFunctions } from "./executor-scenarios";

/**
 * The same scenarios against the embedded executor, or against a real server: start `inngest dev` or
 * `inngest start`, then run this file with INNGEST_BASE_URL (and INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY).
 */
const server = process.env.INNGEST_BASE_URL;
const embeddedTest = test.skipIf(server);
const log = new EffectLog();
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const patience = server ? 180_000 : 60_000;
vi.setConfig({ testTimeout: 2 * patience });

interface Harness {
  send(...events: { name: string; id?: string; ts?: number; data: Record<string, unknown> }[]): Promise<unknown>;
  /** Resolves when nothing more is to be expected for now. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}
let harness: Harness;

beforeAll(async () => {
  harness = server ? await openServer(server) : await openEmbedded();
});
afterAll(() => harness.close());

const send = (name: string, ...all: Record<string, unknown>[]) =>
  harness.send(
    ...all.map(({ id, ts, ...data }) => ({
      name: `scenario/${name}`,
      data,
      ...(id ? { id: String(id) } : {}),
      ...(ts ? { ts: Number(ts) } : {}),
    })),
  );
const until = (check: () => void) => vi.waitFor(check, { timeout: patience, interval: 20 });
const gaps = (times: number[]) => times.slice(1).map((at, n) => at - (times[n] ?? 0));
const newKey = () => randomUUID();

describe.concurrent("steps", () => {
  test("run in order, once each, with the results of those before, for every function of the event", async () => {
    const key = newKey();
    await send("steps", { key });
    await until(() => expect(log.names(key)).toEqual(["a", "b", "c"]));
    expect(log.of(key, "b")[0]).toMatchObject({ a: { n: 1, text: "nul \u0000 and 💙", nothing: null } });
    expect(log.of(key, "c")[0]).toMatchObject({ b: 2 });
    await until(() => expect(log.names(`${key} also`)).toEqual(["also"]));
  });

  test("started together run side by side and are joined with their results in place", async () => {
    const key = newKey();
    await send("parallel", { key });
    await until(() => expect(log.of(key, "join").length).toBe(1));
    expect(log.of(key, "start")).toHaveLength(3);
    expect(log.overlap(key)).toBeGreaterThan(1);
    expect(log.of(key, "chain-1")).toHaveLength(1);
    expect(log.of(key, "chain-2")).toHaveLength(1);
    expect(log.of(key, "join")[0]?.results).toEqual(["x", "y", "z", null, "chain"]);
  });

  test("sleep at least as long as asked and then go on where they were", async () => {
    const key = newKey();
    await send("sleep", { key });
    await until(() => expect(log.names(key)).toEqual(["before", "after"]));
    expect(gaps(log.of(key).map(({ at }) => at))[0]).toBeGreaterThanOrEqual(1_450);
  });

  test("send events that start other functions, once an id", async () => {
    const key = newKey();
    await send("fan-out", { key });
    await until(() => expect(log.of(key).length).toBe(4));
    expect(
      log
        .of(key, "child")
        .map(({ n }) => n)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(log.of(key, "sent")[0]?.ids).toHaveLength(3);
  });
});

describe.concurrent("failures", () => {
  test("are retried step by step, each with its own attempts, and finished steps do not run again", async () => {
    const key = newKey();
    await send("retry", { key, failFirst: 1, failBetween: 0, failSecond: 2 });
    await until(() => expect(log.of(key, "second").length).toBe(3));
    await harness.quiet();
    expect(log.of(key).map(({ what, attempt }) => [what, attempt])).toEqual([
      ["first", 0],
      ["first", 1],
      ["second", 0],
      ["second", 1],
      ["second", 2],
    ]);
  });

  test("between steps are retried without running the finished step again", async () => {
    const key = newKey();
    await send("retry", { key, failFirst: 0, failBetween: 2, failSecond: 0 });
    await until(() => expect(log.names(key)).toContain("second"));
    await harness.quiet();
    // The finished step gives the rest attempts of its own, so the part between steps fails twice again after it.
    expect(log.of(key).map(({ what, attempt }) => [what, attempt])).toEqual([
      ["first", 0],
      ["between", 0],
      ["between", 1],
      ["second", 2],
      ["between", 0],
      ["between", 1],
    ]);
  });

  test("for good reach the failure handler once, with the run, the error and the event", async () => {
    const key = newKey();
    await send("retry", { key, failFirst: 0, failBetween: 0, failSecond: 9 });
    await until(() => expect(log.of(key, "failure").length).toBe(1));
    await harness.quiet();
    expect(log.of(key, "second").map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
    expect(log.of(key, "failure")).toHaveLength(1);
    expect(log.of(key, "failure")[0]).toMatchObject({
      message: "never well",
      data: {
        function_id: "scenarios-retry",
        run_id: expect.any(String),
        error: { name: "TypeError", message: "never well" },
        event: { name: "scenario/retry", data: { key } },
      },
    });
  });

  test("with no retries are tried once, and the function may carry on", async () => {
    const key = newKey();
    await send("no-retries", { key });
    await until(() => expect(log.names(key)).toEqual(["fragile", "instead"]));
    expect(log.of(key, "instead")[0]).toMatchObject({ result: "broken" });
  });

  test("that say when to come back are retried no sooner", async () => {
    const key = newKey();
    await send("retry-after", { key });
    await until(() => expect(log.of(key).map(({ attempt }) => attempt)).toEqual([0, 1]));
    expect(gaps(log.of(key).map(({ at }) => at))[0]).toBeGreaterThanOrEqual(1_900);
  });

  test("that are not worth a retry fail at once", async () => {
    const key = newKey();
    await send("hopeless", { key });
    await until(() => expect(log.names(key)).toEqual(["try", "failure"]));
    expect(log.of(key, "failure")[0]).toMatchObject({ message: "no use" });
  });
});

describe.concurrent("flow", () => {
  test("a keyed concurrency limit holds for each key and not across keys", async () => {
    const key = newKey();
    await send("lane", ...["a", "b", "a", "b", "a", "b"].map((board) => ({ key, board })));
    await until(() => expect(log.of(key, "end").length).toBe(6));
    const ofBoard = (board: string) =>
      log
        .of(key)
        .filter((effect) => effect.board === board)
        .map(({ what }) => what);
    for (const board of ["a", "b"]) expect(ofBoard(board)).toEqual(Array(3).fill(["start", "end"]).flat());
    expect(log.overlap(key)).toBe(2);
  });

  test("two concurrency limits hold at once", async () => {
    const key = newKey();
    await send("two-lanes", ...["a", "a", "a", "b", "b", "c", "c", "d"].map((board) => ({ key, board })));
    await until(() => expect(log.of(key, "end").length).toBe(8));
    expect(log.overlap(key)).toBe(2);
    for (const board of ["a", "b", "c", "d"]) expect(log.overlap(`${key} ${board}`)).toBe(1);
  });

  test("a throttle spaces the starts of a key and delays nothing else", async () => {
    const [key, other] = [newKey(), newKey()];
    await send("throttled", { key }, { key }, { key }, { key: other });
    await until(() => expect(log.of(key).length).toBe(3));
    for (const gap of gaps(log.of(key).map(({ at }) => at))) expect(gap).toBeGreaterThanOrEqual(1_500);
    expect(log.of(other)[0]?.at).toBeLessThan(log.of(key)[1]?.at ?? 0);
  });

  test("a singleton skips while one is under way and takes the next afterwards", async () => {
    const key = newKey();
    await send("single", { key, n: 1 });
    await until(() => expect(log.names(key)).toEqual(["start"]));
    await send("single", { key, n: 2 });
    await until(() => expect(log.names(key)).toEqual(["start", "end"]));
    await harness.quiet();
    await send("single", { key, n: 3 });
    await until(() =>
      expect(log.of(key).map(({ what, n }) => [what, n])).toEqual([
        ["start", 1],
        ["end", 1],
        ["start", 3],
        ["end", 3],
      ]),
    );
  });

  test("a canceling singleton gives way to the newest", async () => {
    const key = newKey();
    await send("latest", { key, n: 1 });
    await until(() => expect(log.names(key)).toEqual(["start"]));
    await send("latest", { key, n: 2 });
    await until(() =>
      expect(log.of(key).map(({ what, n }) => [what, n])).toEqual([
        ["start", 1],
        ["start", 2],
        ["end", 2],
      ]),
    );
  });

  test("an idempotency key runs once", async () => {
    const key = newKey();
    await send("once", { key, order: 1 }, { key, order: 1 }, { key, order: 2 });
    await send("once", { key, order: 1 });
    await until(() => expect(log.of(key).length).toBe(2));
    await harness.quiet();
    expect(
      log
        .of(key)
        .map(({ order }) => order)
        .sort(),
    ).toEqual([1, 2]);
  });

  test("an event id is taken once", async () => {
    const key = newKey();
    await send("child", { key, id: key, n: 1 }, { key, id: key, n: 2 });
    await send("child", { key, id: key, n: 3 });
    await until(() => expect(log.of(key).length).toBe(1));
    await harness.quiet();
    expect(log.of(key)).toHaveLength(1);
  });

  test("an event dated ahead waits for its time", async () => {
    const [key, now] = [newKey(), Date.now()];
    await send("child", { key, ts: now + 2_000, n: 1 });
    await until(() => expect(log.of(key).length).toBe(1));
    expect(log.of(key)[0]?.at).toBeGreaterThanOrEqual(now + 1_900);
  });

  test("a cron comes by itself, each slot once", async () => {
    await until(() => expect(log.of("cron").length).toBeGreaterThanOrEqual(2));
    const slots = log.of("cron").map(({ ts }) => ts);
    expect(new Set(slots).size).toBe(slots.length);
    expect(log.of("cron")[0]?.name).toBe("inngest/scheduled.timer");
  });
});

describe("the embedded executor refuses at run time", () => {
  embeddedTest("a kind of step it does not have, naming both", async () => {
    const key = newKey();
    await send("unsupported", { key });
    await until(() =>
      expect(log.of(key, "failure")[0]?.message).toBe(
        'Step "wait-for-it" uses WaitForEvent, which the embedded executor does not have',
      ),
    );
  });

  embeddedTest("an answer over the limit, saying what to do", async () => {
    const key = newKey();
    await send("unsupported", { key, big: true });
    await until(() =>
      expect(log.of(key, "failure")[0]?.message).toMatch(/over the limit of 1000000: store it, return its id/),
    );
  });
});

async function openEmbedded(): Promise<Harness> {
  const client = new Inngest({
    id: "scenarios",
    isDev: false,
    signingKey: embeddedSigningKey(),
    eventKey: "embedded",
    baseUrl: "http://embedded.invalid",
    fetch: embeddedFetch,
    checkpointing: false,
    logger: silent,
  });
  const functions = scenarioFunctions(client, log, "* * * * * *");
  const executor = await startExecutor({
    db: await testDatabase(),
    handler: serve({ client, functions }),
    signingKey: embeddedSigningKey(),
    parallelism: 32,
    retryInMs: () => 20,
  });
  return { send: (...events) => client.send(events), quiet: () => executor.idle(), close: () => executor.stop() };
}

/** Serves the functions on loopback and registers them with the server, as an app does. */
async function openServer(baseUrl: string): Promise<Harness> {
  const client = new Inngest({
    id: "scenarios",
    isDev: process.env.INNGEST_SIGNING_KEY === undefined,
    baseUrl,
    eventKey: process.env.INNGEST_EVENT_KEY ?? "local",
    checkpointing: false,
    logger: silent,
  });
  const functions = scenarioFunctions(client, log, "* * * * *");
  const http = createServer(serveNode({ client, functions, servePath: "/api/inngest" }));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!registered.ok) throw new Error(`${baseUrl} did not take the functions: ${await registered.text()}`);
  return {
    send: (...events) => client.send(events),
    quiet: () => new Promise((resolve) => setTimeout(resolve, 5_000)),
    close: () => new Promise((resolve) => http.close(() => resolve())),
  };
}
