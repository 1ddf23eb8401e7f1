import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { closeClients, errorOf, openClient, policyFor } from "./testing/client";
import { closeServers, startServer, startTcpServer, type TestServer } from "./testing/servers";

afterEach(async () => {
  await closeClients();
  await closeServers();
});

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
const QUICK = { idleTimeoutMs: 150, deadlineMs: 300, maxTries: 2 };

/** Also shows that the socket is gone. A body that had arrived in full may keep its connection for the next request. */
async function failureOf(server: TestServer, limits: object = QUICK, { isReusable = false } = {}) {
  const startedAt = Date.now();
  const error = await errorOf(openClient().fetch({ url: server.origin }, policyFor(server.origin, limits)));
  // Generous: only shows that it ends at all.
  expect(Date.now() - startedAt).toBeLessThan(5_000);
  if (!isReusable) await expect.poll(() => server.openSockets(), { timeout: 2_000 }).toBe(0);
  return error;
}

describe("a server that does not finish", () => {
  test("accepts and never answers", async () => {
    const server = await startTcpServer(() => {});
    expect(await failureOf(server)).toMatchObject({ kind: "timeout" });
  });

  test("sends headers and then nothing", async () => {
    const server = await startTcpServer((socket) => socket.write(`${HEAD}Content-Length: 10\r\n\r\n`));
    expect(await failureOf(server)).toMatchObject({ kind: "timeout" });
  });

  test("drips a byte at a time, faster than the idle limit", async () => {
    const server = await startTcpServer((socket) => {
      socket.write(`${HEAD}Content-Length: 100000\r\n\r\n`);
      const timer = setInterval(() => socket.write("x"), 40);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await failureOf(server)).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  test("drips its headers", async () => {
    const server = await startTcpServer((socket) => {
      socket.write(HEAD);
      const timer = setInterval(() => socket.write("X-A: 1\r\n"), 40);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await failureOf(server)).toMatchObject({ kind: "timeout" });
  });

  test("stalls inside TLS", async () => {
    const server = await startTcpServer(() => {});
    const url = server.origin.replace("http:", "https:");
    const client = openClient({ limits: { idleTimeoutMs: 200 } });
    const error = await errorOf(client.fetch({ url }, policyFor(url, { deadlineMs: 250 })));
    expect(error.kind).toBe("timeout");
    await client.close();
    await expect.poll(() => server.openSockets()).toBe(0);
  });

  test("has a name that is never resolved", async () => {
    const client = openClient({ resolver: () => new Promise(() => {}) });
    const error = await errorOf(
      client.fetch({ url: "http://slow.test/" }, policyFor([], { ...QUICK, hosts: ["slow.test"] })),
    );
    expect(error).toMatchObject({ kind: "timeout", attempts: 1 });
  });

  test("refuses, and stalls in the page that says so: the status still counts", async () => {
    const server = await startTcpServer((socket) => {
      socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\nno");
    });
    expect(await failureOf(server)).toMatchObject({ kind: "status", status: 403, attempts: 1 });
  });
});

describe("a server that sends too much", () => {
  const small = { maxBytes: 200_000 };

  test("endless chunks", async () => {
    const server = await startServer((_request, response) => {
      const chunk = Buffer.alloc(16_384);
      const push = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", push).on("error", () => {});
      push();
    });
    expect(await failureOf(server, small)).toMatchObject({ kind: "too_large", attempts: 1 });
  });

  test("fifty megabytes behind a small lie about the length", async () => {
    let sent = 0;
    const server = await startTcpServer((socket) => {
      socket.write(`${HEAD}Content-Length: 50000000\r\n\r\n`);
      const push = () => {
        while (!socket.destroyed && sent < 50_000_000 && socket.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      socket.on("drain", push).on("error", () => {});
      push();
    });
    expect(await failureOf(server, small)).toMatchObject({ kind: "too_large", attempts: 1 });
    expect(sent).toBeLessThan(20_000_000);
  });

  test("a gzip bomb", async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000), { level: 9 });
    const server = await startServer((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    expect(await failureOf(server, small, { isReusable: true })).toMatchObject({ kind: "too_large" });
  });

  test("more bytes than it announced: the rest is not read", async () => {
    const server = await startTcpServer((socket) => {
      socket.once("data", () => socket.write(`${HEAD}Content-Length: 4\r\n\r\njobsAND MORE`));
    });
    const answer = await openClient().fetch({ url: server.origin }, policyFor(server.origin, small));
    expect(answer.body).toBe("jobs");
  });

  test("nested encodings", async () => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync("x")));
    });
    expect(await failureOf(server, small, { isReusable: true })).toMatchObject({ kind: "decode", attempts: 1 });
  });

  test("a refusal with a huge page is cut, not failed", async () => {
    const server = await startServer((_request, response) => response.writeHead(403).end("x".repeat(5_000_000)));
    const error = await failureOf(server, small);
    expect([error.kind, error.status, error.body?.length]).toEqual(["status", 403, 65_536]);
  });

  test("nonsense instead of HTTP", async () => {
    const server = await startTcpServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    expect(await failureOf(server)).toMatchObject({ kind: "network" });
  });
});

describe("a caller that gives up", () => {
  test.each(["waiting for headers", "inside the body"])("%s", async (when) => {
    const server = await startTcpServer((socket) => {
      if (when === "inside the body") socket.write(`${HEAD}Content-Length: 10\r\n\r\nhalf`);
    });
    const controller = new AbortController();
    const pending = openClient().fetch({ url: server.origin, signal: controller.signal }, policyFor(server.origin));
    setTimeout(() => controller.abort(), 60);
    expect(await errorOf(pending)).toMatchObject({ kind: "aborted", attempts: 1 });
    await expect.poll(() => server.openSockets()).toBe(0);
  });

  test("before it began, or while waiting to try again", async () => {
    const server = await startServer((_request, response) => response.writeHead(503, { "retry-after": "20" }).end());
    const gone = { url: server.origin, signal: AbortSignal.abort() };
    expect(await errorOf(openClient().fetch(gone, policyFor(server.origin)))).toMatchObject({
      kind: "aborted",
      attempts: 0,
    });
    const controller = new AbortController();
    const pending = openClient().fetch({ url: server.origin, signal: controller.signal }, policyFor(server.origin));
    await expect.poll(() => server.requests.length).toBe(1);
    setTimeout(() => controller.abort(), 20);
    expect((await errorOf(pending)).kind).toBe("aborted");
    expect(server.requests).toHaveLength(1);
  });
});
