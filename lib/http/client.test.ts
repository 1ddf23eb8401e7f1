import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { closeClients, createTestClock, errorOf, openClient, policyFor } from "./testing/client";
import { closeServers, startServer, startTcpServer } from "./testing/servers";

afterEach(async () => {
  await closeClients();
  await closeServers();
});

describe("an answer", () => {
  test("comes back decoded, with what a caller needs to know", async () => {
    const server = await startServer((_request, response) => {
      response.setHeader("Content-Type", "text/plain; charset=iso-8859-1");
      response.setHeader("Content-Encoding", "gzip");
      response.setHeader("Set-Cookie", ["a=1; Expires=Mon, 05 Jan 2026 12:00:00 GMT", "b=2"]);
      response.setHeader("ETag", '"v1"');
      response.end(gzipSync(Buffer.from("Zürich", "latin1")));
    });
    const answer = await openClient().fetch({ url: `${server.origin}/jobs?q=1#top` }, policyFor(server.origin));
    expect(answer).toMatchObject({ status: 200, body: "Zürich", bytes: 6, attempts: 1, notModified: false });
    expect(answer.headers).toMatchObject({ etag: '"v1"', "set-cookie": expect.stringContaining("GMT\nb=2") });
    expect(server.requests[0]).toMatchObject({ method: "GET", url: "/jobs?q=1" });
  });

  test("is asked for honestly, unless the adapter says otherwise, and never with forged framing", async () => {
    const server = await startServer((_request, response) => response.end());
    const client = openClient();
    const policy = policyFor(server.origin);
    await client.fetch({ url: server.origin }, policy);
    const headers = {
      "User-Agent": "Mozilla/5.0",
      Host: "inner.test",
      "Content-Length": "999",
      "Transfer-Encoding": "chunked",
      Connection: "upgrade",
      "Accept-Encoding": "zstd",
      "X-Csrf": "t",
    };
    await client.fetch({ url: server.origin, method: "POST", body: '{"a":1}', headers }, policy);
    const [plain, custom] = server.requests;
    expect(plain?.headers["user-agent"]).toMatch(/^JOBA\//);
    expect(custom).toMatchObject({ method: "POST", body: '{"a":1}' });
    expect(custom?.headers).toMatchObject({
      "user-agent": "Mozilla/5.0",
      host: `127.0.0.1:${server.port}`,
      "accept-encoding": "gzip, deflate, br",
      "content-length": "7",
      "x-csrf": "t",
    });
  });

  test("that has not changed says so", async () => {
    const server = await startServer((request, response) => {
      const isSame =
        request.headers["if-none-match"] === '"v1"' && request.headers["if-modified-since"] === "yesterday";
      response.writeHead(isSame ? 304 : 200, { etag: '"v1"' }).end(isSame ? undefined : "jobs");
    });
    const validators = { etag: '"v1"', lastModified: "yesterday" };
    const answer = await openClient().fetch({ url: server.origin, validators }, policyFor(server.origin));
    expect(answer).toMatchObject({ status: 304, notModified: true, body: "" });
  });

  test("connections are reused and none is left after closing", async () => {
    const server = await startServer((_request, response) => response.end("ok"));
    const client = openClient();
    for (let n = 0; n < 5; n++) await client.fetch({ url: server.origin }, policyFor(server.origin));
    expect(server.connections()).toBeLessThan(5);
    await client.close();
    await expect.poll(() => server.openSockets()).toBe(0);
  });
});

describe("what is tried again", () => {
  const answering = (...statuses: number[]) =>
    startServer((_request, response) => response.writeHead(statuses.shift() ?? 200).end("body"));

  test.each([429, 502, 503, 504])("%s, until it works", async (status) => {
    const server = await answering(status, status);
    const clock = createTestClock();
    const answer = await openClient({ clock }).fetch({ url: server.origin }, policyFor(server.origin));
    expect([answer.status, answer.attempts, clock.sleeps.length]).toEqual([200, 3, 2]);
  });

  test("at most five times", async () => {
    const server = await answering(...Array(20).fill(503));
    const error = await errorOf(
      openClient({ clock: createTestClock() }).fetch(
        { url: server.origin },
        policyFor(server.origin, { maxTries: 50 }),
      ),
    );
    expect(error).toMatchObject({ kind: "status", status: 503, attempts: 5, body: "body" });
    expect(server.requests).toHaveLength(5);
  });

  test.each([400, 401, 403, 404, 410, 451, 500, 999])("never %s", async (status) => {
    const server = await answering(status);
    const error = await errorOf(openClient().fetch({ url: server.origin }, policyFor(server.origin)));
    expect(error).toMatchObject({ kind: "status", status, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test("a connection closed as soon as it is made", async () => {
    const server = await startTcpServer((socket) => socket.destroy());
    const error = await errorOf(
      openClient({ clock: createTestClock() }).fetch({ url: server.origin }, policyFor(server.origin)),
    );
    expect(error).toMatchObject({ kind: "network", attempts: 5 });
    expect(server.connections()).toBeLessThanOrEqual(10);
  });

  test("a reset connection, and no longer than the deadline", async () => {
    const server = await startTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
    const clock = createTestClock();
    const error = await errorOf(openClient({ clock }).fetch({ url: server.origin }, policyFor(server.origin)));
    expect(error).toMatchObject({ kind: "network", attempts: 5 });
    expect(error.message).not.toContain(String(server.port));
    const short = policyFor(server.origin, { deadlineMs: 1 });
    expect(await errorOf(openClient({ clock }).fetch({ url: server.origin }, short))).toMatchObject({ attempts: 1 });
  });

  test("a connection cut in the middle of the body", async () => {
    let isFirst = true;
    const server = await startTcpServer((socket) => {
      socket.once("data", () => {
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n${isFirst ? "jo" : "jobs"}`);
        isFirst = false;
      });
    });
    const answer = await openClient({ clock: createTestClock() }).fetch(
      { url: server.origin },
      policyFor(server.origin),
    );
    expect(answer).toMatchObject({ body: "jobs", attempts: 2 });
  });

  test("not a name that does not exist, nor a request that cannot be built", async () => {
    const resolver = async () => {
      throw Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
    };
    const gone = openClient({ resolver }).fetch({ url: "http://gone.test/" }, policyFor([], { hosts: ["gone.test"] }));
    expect(await errorOf(gone)).toMatchObject({ kind: "network", attempts: 1, message: "gone.test does not exist" });
    const server = await answering();
    const forged = { url: server.origin, headers: { "x-a": "1\r\nx-b: 2" } };
    expect(await errorOf(openClient().fetch(forged, policyFor(server.origin)))).toMatchObject({
      kind: "network",
      attempts: 1,
    });
    expect(server.requests).toHaveLength(0);
  });
});

describe("where requests may go", () => {
  test("nowhere but the policy's hosts and origins; nothing is sent", async () => {
    const inner = await startServer((_request, response) => response.end("secret"));
    const client = openClient({ resolver: async () => [{ address: "127.0.0.1", family: 4 }] });
    for (const [url, kind] of [
      [inner.origin, "blocked_address"],
      ["http://board.test/", "blocked_address"],
      ["http://other.test/", "host_not_allowed"],
      ["file:///etc/passwd", "blocked_address"],
    ] as const) {
      const error = await errorOf(client.fetch({ url }, policyFor([], { hosts: ["board.test", "127.0.0.1"] })));
      expect([error.kind, error.message.includes("127.0.0.1") && url !== inner.origin]).toEqual([kind, false]);
    }
    expect(inner.connections()).toBe(0);
  });
});
