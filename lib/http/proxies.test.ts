import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createProxyPool, parseProxies } from "./proxies";
import { closeClients, createTestClock, errorOf, openClient, policyFor } from "./testing/client";
import { closeServers, startServer, startTcpServer } from "./testing/servers";

const proxies = new Set<{ server: Server; sockets: Set<Socket> }>();
afterEach(async () => {
  await closeClients();
  await closeServers();
  for (const { server, sockets } of proxies) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  proxies.clear();
});

/** A real CONNECT proxy that sends every tunnel to one port. */
async function startProxy(toPort: number) {
  const tunnels: { to: string; authorization?: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (request, socket) => {
    tunnels.push({ to: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    const upstream = connect(toPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on("error", () => {});
    sockets.add(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxies.add({ server, sockets });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels };
}

const publicName = async () => [{ address: "8.8.8.8", family: 4 }];
const policy = policyFor([], { hosts: ["board.test"], idleTimeoutMs: 500 });

describe("HTTP_PROXIES", () => {
  test("is a list with blanks allowed", () => {
    expect(parseProxies(" http://a.test:1 ,, https://u:p@b.test:2 ").map(({ host }) => host)).toEqual([
      "a.test:1",
      "b.test:2",
    ]);
    expect(parseProxies(undefined)).toEqual([]);
  });

  test.each(["http://a.test,nonsense", "http://a.test,socks4://secret:word@b.test", "http://a.test,http://"])(
    "%s: the fault names the variable and the entry, not the secret",
    (text) => {
      expect(() => parseProxies(text)).toThrow(/^HTTP_PROXIES: entry 2 is not/);
      expect(() => parseProxies(text)).not.toThrow(/secret|word/);
      expect(() => openClient({ proxies: text })).toThrow("HTTP_PROXIES");
    },
  );
});

describe("the pool", () => {
  test("takes turns, rests what fails for longer each time, and falls back to what rests the shortest", async () => {
    const clock = createTestClock();
    const pool = createProxyPool(parseProxies("http://a.test,http://b.test,http://c.test"), clock, 1_000);
    const names = (times: number) => Array.from({ length: times }, () => pool.pick()?.name);
    expect(names(4)).toEqual(["a.test", "b.test", "c.test", "a.test"]);
    const b = pool.pick();
    if (!b) throw new Error("no proxy");
    pool.fail(b);
    expect(names(3)).toEqual(["c.test", "a.test", "c.test"]);
    expect(pool.health()[1]).toEqual({ name: "b.test", failures: 1, restsUntil: clock.now() + 60_000 });
    clock.advance(60_000);
    expect(names(2)).toEqual(["a.test", "b.test"]);
    pool.fail(b);
    expect(pool.health()[1]?.restsUntil).toBe(clock.now() + 120_000);
    for (const proxy of [pool.pick(), pool.pick()]) if (proxy) pool.fail(proxy);
    expect(pool.pick()?.name).not.toBe("b.test");
    pool.succeed(b);
    expect(names(2)).toEqual(["b.test", "b.test"]);
    await pool.close();
  });

  test("is empty without proxies", () => {
    expect(createProxyPool([], createTestClock(), 1_000).pick()).toBeUndefined();
  });
});

describe("through a proxy", () => {
  test("requests rotate and carry the proxy's own password", async () => {
    const server = await startServer((_request, response) => response.end("jobs"));
    const [one, two] = [await startProxy(server.port), await startProxy(server.port)];
    const client = openClient({ resolver: publicName, proxies: `http://me:pass@${one.host},http://${two.host}` });
    for (let n = 0; n < 4; n++) {
      expect(await client.fetch({ url: "http://board.test/" }, policy)).toMatchObject({ body: "jobs", attempts: 1 });
    }
    expect(one.tunnels[0]).toEqual({ to: "board.test:80", authorization: `Basic ${btoa("me:pass")}` });
    expect(two.tunnels[0]?.authorization).toBeUndefined();
    expect(server.requests.every(({ headers }) => !("proxy-authorization" in headers))).toBe(true);
    expect(JSON.stringify(client.health().proxies)).not.toContain("pass");
  });

  test("the target is still judged first, and the proxy never asked for an inner one", async () => {
    const server = await startServer((_request, response) => response.end("secret"));
    const proxy = await startProxy(server.port);
    const client = openClient({
      resolver: async () => [{ address: "10.0.0.1", family: 4 }],
      proxies: `http://${proxy.host}`,
    });
    expect(await errorOf(client.fetch({ url: "http://board.test/" }, policy))).toMatchObject({
      kind: "blocked_address",
    });
    expect(proxy.tunnels).toEqual([]);
  });

  test("a configured override is reached directly", async () => {
    const server = await startServer((_request, response) => response.end("replay"));
    const proxy = await startProxy(server.port);
    const client = openClient({ proxies: `http://${proxy.host}` });
    expect(await client.fetch({ url: server.origin }, policyFor(server.origin))).toMatchObject({ body: "replay" });
    expect(proxy.tunnels).toEqual([]);
  });

  test("a dead proxy rests and the next one is taken; the board is not blamed", async () => {
    const server = await startServer((_request, response) => response.end("jobs"));
    const dead = await startTcpServer((socket) => socket.destroy());
    const alive = await startProxy(server.port);
    const client = openClient({
      resolver: publicName,
      clock: createTestClock(),
      proxies: `${dead.origin},http://${alive.host}`,
    });
    expect(await client.fetch({ url: "http://board.test/" }, policy)).toMatchObject({ body: "jobs", attempts: 2 });
    expect(client.health()).toMatchObject({
      hosts: [],
      proxies: [{ failures: 1, restsUntil: expect.any(Number) }, { failures: 0 }],
    });
  });

  test("a proxy the board refuses rests too, and the refusal stands", async () => {
    const server = await startServer((_request, response) => response.writeHead(403).end());
    const proxy = await startProxy(server.port);
    const client = openClient({ resolver: publicName, proxies: `http://${proxy.host}` });
    expect(await errorOf(client.fetch({ url: "http://board.test/" }, policy))).toMatchObject({
      status: 403,
      attempts: 1,
    });
    expect(client.health().proxies).toMatchObject([{ failures: 1 }]);
  });
});
