import { cron, Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { describe, expect, test } from "vitest";
import { parseCron, readFunctions } from "./functions";
import { fetchFunctions } from "./protocol";
import { signBody } from "./signature";
import { embeddedSigningKey } from "./transport";

const limits = { timeoutMs: 10_000, maxOutput: 1_000_000 };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe("refuses, naming function and feature,", () => {
  const client = new Inngest({ id: "app", isDev: true, logger: silent });
  const run = async () => {};
  const trigger = { event: "a/b" };
  const refused: [string, InngestFunction.Any][] = [
    [
      "batchEvents",
      client.createFunction({ id: "f", triggers: trigger, batchEvents: { maxSize: 2, timeout: "1s" } }, run),
    ],
    ["debounce", client.createFunction({ id: "f", triggers: trigger, debounce: { period: "1s" } }, run)],
    ["rateLimit", client.createFunction({ id: "f", triggers: trigger, rateLimit: { limit: 1, period: "1m" } }, run)],
    ["priority", client.createFunction({ id: "f", triggers: trigger, priority: { run: "1" } }, run)],
    ["cancelOn", client.createFunction({ id: "f", triggers: trigger, cancelOn: [{ event: "a/c" }] }, run)],
    ["timeouts", client.createFunction({ id: "f", triggers: trigger, timeouts: { finish: "1m" } }, run)],
    ["condition (if)", client.createFunction({ id: "f", triggers: { event: "a/b", if: "event.data.x > 1" } }, run)],
    [
      "scope env",
      client.createFunction(
        { id: "f", triggers: trigger, concurrency: { limit: 1, key: "event.data.a", scope: "env" } },
        run,
      ),
    ],
    [
      "more than paths",
      client.createFunction({ id: "f", triggers: trigger, concurrency: { limit: 1, key: "int(event.data.a)" } }, run),
    ],
    ["more than paths", client.createFunction({ id: "f", triggers: trigger, idempotency: "event.data.a + 1" }, run)],
    [
      "more than paths",
      client.createFunction({ id: "f", triggers: trigger, singleton: { mode: "skip", key: "event.data.a +" } }, run),
    ],
    [
      "not a duration",
      client.createFunction({ id: "f", triggers: trigger, throttle: { limit: 1, period: "10 s" as "10s" } }, run),
    ],
    [
      "triggered by inngest/function.finished",
      client.createFunction({ id: "f", triggers: { event: "inngest/function.finished" } }, run),
    ],
    ["never sends", client.createFunction({ id: "f", triggers: { event: "a/*" } }, run)],
    ["jitter", client.createFunction({ id: "f", triggers: { cron: "0 0 * * *", jitter: "5m" } }, run)],
    ["CronPattern", client.createFunction({ id: "f", triggers: cron("61 * * * *") }, run)],
    ["never comes", client.createFunction({ id: "f", triggers: cron("0 0 30 2 *") }, run)],
  ];

  test.each(refused)("%s", async (feature, fn) => {
    const handler = serve({ client, functions: [fn] });
    await expect(fetchFunctions({ ...limits, handler })).rejects.toThrow(
      new RegExp(`app-f: .*${feature.replace(/[()]/g, "\\$&")}`),
    );
  });

  test("a field no present SDK has", () => {
    const config = { id: "app-f", triggers: [], steps: { step: { runtime: { url: "http://x" } } }, teleport: true };
    expect(() => readFunctions([config])).toThrow(/app-f: .*teleport/);
  });
});

test("a cron is UTC unless it names a zone", () => {
  const at = new Date("2026-07-01T00:00:00Z");
  expect(parseCron("0 9 * * *").nextRun(at)?.toISOString()).toBe("2026-07-01T09:00:00.000Z");
  expect(parseCron("TZ=Europe/Berlin 0 9 * * *").nextRun(at)?.toISOString()).toBe("2026-07-01T07:00:00.000Z");
});

describe("a call of /api/inngest from outside", () => {
  const client = new Inngest({ id: "app", isDev: false, signingKey: embeddedSigningKey(), logger: silent });
  const handler = serve({
    client,
    functions: [client.createFunction({ id: "f", triggers: { event: "a/b" } }, async () => "done")],
  });
  const body = {
    ctx: { run_id: "x", attempt: 0, stack: { stack: [], current: 0 } },
    event: { data: { toJSON: 1, b: 2, 10: 3, 9: 4 } },
    events: [],
  };
  const call = (method: string, signature?: string) =>
    handler(
      new Request("http://localhost/api/inngest?fnId=app-f&stepId=step", {
        method,
        headers: { host: "localhost", ...(signature && { "x-inngest-signature": signature }) },
        ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const now = new Date();
  const shifted = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

  test.each([
    ["without a signature", undefined],
    ["signed with another key", signBody(body, "signkey-embedded-0000", now)],
    ["signed over another body", signBody({}, embeddedSigningKey(), now)],
    ["signed too long ago", signBody(body, embeddedSigningKey(), shifted(-600))],
    ["signed for the future", signBody(body, embeddedSigningKey(), shifted(600))],
  ])("is refused %s", async (_, signature) => {
    for (const method of ["POST", "GET"]) {
      const response = await call(method, signature);
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('{"message":"Unauthorized"}');
    }
  });

  test("gets through with the key of this process", async () => {
    const response = await call("POST", signBody(body, embeddedSigningKey(), now));
    expect([response.status, await response.json()]).toEqual([200, "done"]);
  });
});
