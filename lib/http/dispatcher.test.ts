import { afterEach, describe, expect, test } from "vitest";
import type { Address } from "./address-guard";
import { createDispatchers, type Dispatchers, pinnedLookup } from "./dispatcher";
import { closeServers, startServer } from "./testing/servers";

let dispatchers: Dispatchers | undefined;
afterEach(async () => {
  await dispatchers?.close();
  await closeServers();
});

const address = (text: string): Address => ({ address: text, family: text.includes(":") ? 6 : 4 });

async function get(isOverride: boolean, origin: string): Promise<number> {
  const answer = await dispatchers?.direct(isOverride).request({ origin, path: "/", method: "GET" });
  await answer?.body.dump();
  return answer?.statusCode ?? 0;
}

describe("connecting", () => {
  test("a name that flips between public and inner addresses never reaches the inner one", async () => {
    const inner = await startServer((_request, response) => response.end("secret"));
    const answers = [
      ["127.0.0.1"],
      ["8.8.8.8", "127.0.0.1"],
      ["127.0.0.1", "8.8.8.8"],
      ["::ffff:127.0.0.1"],
      ["::1"],
      ["10.0.0.1"],
    ];
    let lookups = 0;
    dispatchers = createDispatchers(async () => (answers[lookups++ % answers.length] ?? []).map(address), 1_000);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        get(false, `http://rebind-${n}.test:${inner.port}`).catch((error: { kind: string }) => error.kind),
      ),
    );
    expect(new Set(outcomes)).toEqual(new Set(["blocked_address"]));
    expect(lookups).toBe(500);
    expect(inner.connections()).toBe(0);
  });

  test("a literal is judged too, although sockets do not look it up", async () => {
    const inner = await startServer((_request, response) => response.end("secret"));
    dispatchers = createDispatchers(async () => [address("8.8.8.8")], 1_000);
    for (const host of ["127.0.0.1", "[::ffff:127.0.0.1]"]) {
      await expect(get(false, `http://${host}:${inner.port}`)).rejects.toMatchObject({ kind: "blocked_address" });
    }
    expect(inner.connections()).toBe(0);
  });

  test("a configured override may be private, and is resolved once for each connection", async () => {
    const server = await startServer((_request, response) => response.end("ok"));
    let lookups = 0;
    dispatchers = createDispatchers(async () => {
      lookups += 1;
      return [address("127.0.0.1")];
    }, 1_000);
    expect(await get(true, `http://replay.test:${server.port}`)).toBe(200);
    expect([lookups, server.connections()]).toEqual([1, 1]);
    await expect(get(false, `http://replay.test:${server.port}`)).rejects.toMatchObject({ kind: "blocked_address" });
    expect(server.connections()).toBe(1);
  });

  test("the socket gets the addresses that were checked, from one lookup", async () => {
    let lookups = 0;
    const lookup = pinnedLookup(async () => [address(lookups++ === 0 ? "8.8.8.8" : "127.0.0.1")]);
    const all = await new Promise((resolve) => lookup("a.test", { all: true }, (_error, found) => resolve(found)));
    expect(all).toEqual([address("8.8.8.8")]);
    const one = await new Promise((resolve) => lookup("a.test", {}, (_error, found) => resolve(found)));
    expect([one, lookups]).toEqual(["127.0.0.1", 2]);
  });

  test("a name that cannot be resolved fails like any lookup", async () => {
    dispatchers = createDispatchers(async () => [], 1_000);
    await expect(get(false, "http://gone.test:8080")).rejects.toMatchObject({ kind: "network" });
  });
});
