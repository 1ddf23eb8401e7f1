import { afterEach, describe, expect, test } from "vitest";
import { firstHop, nextHop } from "./hop";
import { closeClients, errorOf, openClient, policyFor } from "./testing/client";
import { closeServers, startServer, type TestServer } from "./testing/servers";

afterEach(async () => {
  await closeClients();
  await closeServers();
});

const redirecting = (to: string, status = 302) =>
  startServer((request, response) => {
    if (request.url === "/end") response.end("end");
    else response.writeHead(status, { location: to }).end("moved");
  });

const fetchFrom = (server: TestServer, maxRedirects: number, others: string[] = []) =>
  openClient().fetch({ url: `${server.origin}/start` }, policyFor([server.origin, ...others], { maxRedirects }));

test("redirects are off unless asked for", async () => {
  const server = await redirecting("/end");
  expect(await errorOf(fetchFrom(server, 0))).toMatchObject({
    kind: "redirect",
    status: 302,
    location: "/end",
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

test("one on the same host is followed and reported", async () => {
  const server = await redirecting("/end");
  expect(await fetchFrom(server, 1)).toMatchObject({
    status: 200,
    body: "end",
    url: `${server.origin}/end`,
    attempts: 2,
  });
});

test("a loop ends at the limit", async () => {
  const server = await redirecting("/again");
  expect(await errorOf(fetchFrom(server, 20))).toMatchObject({ kind: "redirect", attempts: 21 });
});

describe("one that leads inside never arrives", () => {
  test.each([301, 302, 303, 307, 308])("%s", async (status) => {
    const inner = await startServer((_request, response) => response.end("secret"));
    const [, , port] = inner.origin.split(":");
    for (const to of [
      inner.origin,
      `//127.0.0.1:${port}/`,
      "http://127.0.0.1/",
      "http://[::1]/",
      "http://2130706433/",
      "file:///etc/passwd",
    ]) {
      const server = await redirecting(to, status);
      const error = await errorOf(fetchFrom(server, 5));
      expect([to, error.kind]).toEqual([to, "blocked_address"]);
    }
    expect(inner.connections()).toBe(0);
  });

  test("also by a name that resolves there", async () => {
    const server = await redirecting("http://inner.test/");
    const client = openClient({ resolver: async () => [{ address: "127.0.0.1", family: 4 }] });
    const policy = policyFor(server.origin, { maxRedirects: 5, hosts: ["inner.test"] });
    expect(await errorOf(client.fetch({ url: server.origin }, policy))).toMatchObject({ kind: "blocked_address" });
  });
});

test.each(["https://evil.test/", "", "http://["])("one to %j, off the list or unreadable, is refused", async (to) => {
  const server = await redirecting(to);
  expect(await errorOf(fetchFrom(server, 5))).toMatchObject({ kind: "redirect", location: to });
});

test("one is refused that leads from the internet to an override, or from https to http", () => {
  const policy = policyFor("http://127.0.0.1:4010", { hosts: ["board.test"] });
  const hop = firstHop({ url: "https://board.test/" }, policy);
  const to = (location: string) =>
    nextHop(hop, { status: 302, headers: { location }, body: "", bytes: 0 }, policy, true);
  expect(to("/next").target.url.href).toBe("https://board.test/next");
  expect(() => to("http://127.0.0.1:4010/")).toThrow("board.test redirects to another page");
  expect(() => to("http://board.test/")).toThrow("board.test redirects to another page");
});

test("a POST becomes a GET except for 307 and 308, and secrets stay with their origin", async () => {
  const other = await startServer((_request, response) => response.end("other"));
  for (const [status, method] of [
    [302, "GET"],
    [307, "POST"],
  ] as const) {
    const server = await redirecting(`${other.origin}/end`, status);
    const policy = policyFor([server.origin, other.origin], { maxRedirects: 1 });
    const headers = {
      authorization: "Bearer t",
      cookie: "a=1",
      "x-api-key": "k",
      "content-type": "application/json",
      accept: "text/a",
    };
    await openClient().fetch({ url: server.origin, method: "POST", body: "{}", headers }, policy);
    const sent = other.requests.at(-1);
    expect([sent?.method, sent?.body]).toEqual([method, method === "POST" ? "{}" : ""]);
    expect(sent?.headers).toMatchObject({ accept: "text/a" });
    for (const name of ["authorization", "cookie", "x-api-key"]) expect(sent?.headers).not.toHaveProperty(name);
  }
});
