import { afterEach, describe, expect, test } from "vitest";
import { closeClients, createTestClock, errorOf, openClient, policyFor } from "./testing/client";
import { closeServers, startServer } from "./testing/servers";

afterEach(async () => {
  await closeClients();
  await closeServers();
});

const refusing = (retryAfter?: string, status = 429) =>
  startServer((_request, response) => {
    response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end("slow down");
  });

describe("Retry-After", () => {
  test.each([
    ["120", 120],
    ["1000000000", 86_400],
    ["1e9", 86_400],
    [new Date(Date.UTC(2026, 0, 5) + 300_000).toUTCString(), 300],
  ])("%s is longer than we wait: given up at once and said", async (retryAfter, seconds) => {
    const server = await refusing(retryAfter);
    const clock = createTestClock();
    const error = await errorOf(openClient({ clock }).fetch({ url: server.origin }, policyFor(server.origin)));
    expect(error).toMatchObject({ kind: "status", status: 429, attempts: 1, retryAfterSeconds: seconds });
    expect(clock.sleeps).toEqual([]);
  });

  test("is a floor, and the sum of all waits has a limit", async () => {
    const server = await refusing("9");
    const clock = createTestClock();
    const error = await errorOf(openClient({ clock }).fetch({ url: server.origin }, policyFor(server.origin)));
    expect(error).toMatchObject({ status: 429, attempts: 4, retryAfterSeconds: 9 });
    expect(clock.sleeps).toHaveLength(3);
    for (const slept of clock.sleeps) expect(slept).toBeGreaterThanOrEqual(9_000);
  });

  test.each(["-5", "0", "soon", "Sun, 04 Jan 2026 00:00:00 GMT", undefined])(
    "%j means our own back-off",
    async (retryAfter) => {
      const server = await refusing(retryAfter);
      const clock = createTestClock();
      const error = await errorOf(openClient({ clock }).fetch({ url: server.origin }, policyFor(server.origin)));
      expect(error).toMatchObject({ status: 429, attempts: 5, retryAfterSeconds: undefined });
      expect(new Set(clock.sleeps).size).toBe(4);
      expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(8_000);
    },
  );

  test("holds back everyone else for that host until it has passed", async () => {
    const server = await refusing("120");
    const clock = createTestClock();
    const client = openClient({ clock });
    const policy = policyFor(server.origin, { rate: { perSecond: 1_000, concurrency: 1 } });
    const errors = await Promise.all(
      Array.from({ length: 1_000 }, () => errorOf(client.fetch({ url: server.origin }, policy))),
    );
    expect(server.requests).toHaveLength(1);
    expect(
      errors.filter(({ kind, retryAfterSeconds }) => kind === "breaker_open" && retryAfterSeconds === 120),
    ).toHaveLength(999);
    expect(client.health().hosts).toMatchObject([{ scope: "test", pausedUntil: clock.now() + 120_000 }]);
    clock.advance(120_000);
    await errorOf(client.fetch({ url: server.origin }, policy));
    expect(server.requests).toHaveLength(2);
  });
});

describe("a host that keeps failing", () => {
  test("is left alone, while other hosts and other sources on the same host go on", async () => {
    const bad = await refusing(undefined, 503);
    const good = await startServer((_request, response) => response.end("ok"));
    const clock = createTestClock();
    const client = openClient({ clock });
    const policy = policyFor([bad.origin, good.origin]);
    const errors = [];
    for (let n = 0; n < 50; n++) errors.push(await errorOf(client.fetch({ url: bad.origin }, policy)));
    expect(bad.requests.length).toBe(10);
    expect(errors.slice(0, 2).every(({ kind }) => kind === "status")).toBe(true);
    expect(
      errors
        .slice(2)
        .every(({ kind, status, attempts }) => kind === "breaker_open" && status === 503 && attempts === 0),
    ).toBe(true);
    expect(await client.fetch({ url: good.origin }, policy)).toMatchObject({ body: "ok", attempts: 1 });
    const other = { ...policy, scope: "other" };
    expect(await errorOf(client.fetch({ url: bad.origin }, { ...other, maxTries: 1 }))).toMatchObject({
      kind: "status",
    });
    expect(client.health().hosts).toContainEqual(
      expect.objectContaining({
        scope: "test",
        host: `127.0.0.1:${bad.port}`,
        state: "open",
        failures: 10,
        lastStatus: 503,
      }),
    );
  });

  test("gets one trial after the cool-down and is well again when it answers", async () => {
    let isWell = false;
    const server = await startServer((_request, response) => response.writeHead(isWell ? 200 : 502).end());
    const clock = createTestClock();
    const client = openClient({ clock, breaker: { threshold: 3, coolDownMs: 60_000 } });
    const policy = policyFor(server.origin);
    // The breaker opens between two tries; what the server said is what is told.
    expect(await errorOf(client.fetch({ url: server.origin }, policy))).toMatchObject({
      kind: "status",
      status: 502,
      attempts: 3,
    });
    clock.advance(60_000);
    await errorOf(client.fetch({ url: server.origin }, policy));
    expect(server.requests).toHaveLength(4);
    isWell = true;
    clock.advance(120_000);
    expect(await client.fetch({ url: server.origin }, policy)).toMatchObject({ status: 200 });
    expect(client.health().hosts).toEqual([]);
  });

  test("missing boards do not count as failures of their host", async () => {
    const server = await refusing(undefined, 404);
    const client = openClient();
    for (let n = 0; n < 30; n++) await errorOf(client.fetch({ url: server.origin }, policyFor(server.origin)));
    expect(server.requests).toHaveLength(30);
    expect(client.health().hosts).toEqual([]);
  });
});

test("the rate of a policy is kept on the wire", async () => {
  let active = 0;
  let most = 0;
  const server = await startServer((_request, response) => {
    most = Math.max(most, ++active);
    setTimeout(() => {
      active -= 1;
      response.end();
    }, 5);
  });
  const client = openClient();
  const policy = policyFor(server.origin, { rate: { perSecond: 10_000, concurrency: 3 } });
  await Promise.all(Array.from({ length: 30 }, () => client.fetch({ url: server.origin }, policy)));
  expect(most).toBe(3);
});
