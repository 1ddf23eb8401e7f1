import { afterEach, expect, test } from "vitest";
import { httpFetch, httpHealth, resetHttp } from "./fetch";
import { createTestClock, errorOf, policyFor } from "./testing/client";
import { closeServers, startServer } from "./testing/servers";

afterEach(async () => {
  await resetHttp();
  await closeServers();
});

test("one client serves the whole process, and its health can be read", async () => {
  const server = await startServer((_request, response) => response.writeHead(403).end());
  expect(httpHealth()).toEqual({ hosts: [], proxies: [] });
  await errorOf(httpFetch({ url: server.origin }, policyFor(server.origin)));
  expect(httpHealth().hosts).toMatchObject([{ scope: "test", state: "closed", failures: 1, lastStatus: 403 }]);
  await resetHttp({ clock: createTestClock() });
  expect(httpHealth().hosts).toEqual([]);
});

test("a list of proxies that cannot be read fails with the variable's name", async () => {
  await expect(resetHttp({ proxies: "nonsense" })).rejects.toThrow("HTTP_PROXIES");
});
