import { afterEach, describe, expect, test, vi } from "vitest";

type Env = Record<string, string>;

/** The helpers as they are under another configuration. */
async function under(env: Env) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.resetModules();
  const { isOwnOrigin } = await import("./origin");
  const { addressKey, clientAddress, PEER_APPENDED } = await import("./address");
  return {
    isOwnOrigin: (headers: Env) => isOwnOrigin((name) => headers[name]),
    addressKey,
    clientAddress,
    PEER_APPENDED,
  };
}

afterEach(() => vi.unstubAllEnvs());

describe("an origin", () => {
  const own = { host: "joba.example", origin: "https://joba.example" };

  test.each<[string, Env, boolean]>([
    ["its own", own, true],
    ["its own, witnessed by the browser", { ...own, "sec-fetch-site": "same-origin" }, true],
    ["its own, but the browser says otherwise", { ...own, "sec-fetch-site": "cross-site" }, false],
    ["none", { host: "joba.example" }, false],
    ["empty", { ...own, origin: "" }, false],
    ["null", { ...own, origin: "null" }, false],
    ["another site", { ...own, origin: "https://evil.example" }, false],
    ["a subdomain", { ...own, origin: "https://evil.joba.example" }, false],
    ["a name that begins the same", { ...own, origin: "https://joba.example.evil.example" }, false],
    ["the other scheme", { ...own, origin: "http://joba.example" }, false],
    ["another port", { ...own, origin: "https://joba.example:8443" }, false],
    ["two at once", { ...own, origin: "https://joba.example, https://evil.example" }, false],
    ["a path behind it", { ...own, origin: "https://joba.example/" }, false],
    [
      "a forwarded host nobody configured",
      { ...own, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      false,
    ],
    ["the address it is reached by", { host: "192.168.0.7", origin: "https://192.168.0.7" }, true],
  ])("%s: %j is own: %s", async (_name, headers, expected) => {
    const { isOwnOrigin } = await under({ APP_URL: "https://joba.example" });
    expect(isOwnOrigin(headers)).toBe(expected);
  });

  test("on plain http the same host over https is a stranger", async () => {
    const { isOwnOrigin } = await under({ APP_URL: "http://localhost:3000" });
    expect(isOwnOrigin({ host: "localhost:3000", origin: "http://localhost:3000" })).toBe(true);
    expect(isOwnOrigin({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" })).toBe(true);
    expect(isOwnOrigin({ host: "localhost:3000", origin: "https://localhost:3000" })).toBe(false);
  });

  test("what a proxy forwards counts once a proxy is configured, its last word alone", async () => {
    const { isOwnOrigin } = await under({ APP_URL: "http://localhost:3000", TRUST_PROXY: "true" });
    const forwarded = { host: "10.0.0.2:3000", "x-forwarded-host": "joba.example", "x-forwarded-proto": "https" };
    expect(isOwnOrigin({ ...forwarded, origin: "https://joba.example" })).toBe(true);
    expect(isOwnOrigin({ ...forwarded, origin: "http://joba.example" })).toBe(false);
    expect(
      isOwnOrigin({ ...forwarded, "x-forwarded-host": "evil.example, joba.example", origin: "https://evil.example" }),
    ).toBe(false);
  });
});

describe("an address", () => {
  const chain = (value: string) => new Headers({ "x-forwarded-for": value });

  test.each<[string, string, boolean, string]>([
    ["0", "6.6.6.6", false, "direct"],
    ["0", "6.6.6.6, 192.0.2.9", true, "192.0.2.9"],
    ["1", "6.6.6.6, 198.51.100.4", false, "198.51.100.4"],
    ["1", "6.6.6.6, 198.51.100.4, 127.0.0.1", true, "198.51.100.4"],
    ["2", "6.6.6.6, 198.51.100.4, 10.0.0.1, 127.0.0.1", true, "198.51.100.4"],
    ["2", "127.0.0.1", true, "127.0.0.1"],
    ["1", "", false, "direct"],
    ["1", "<script>", false, "direct"],
    ["1", "[2001:db8::1]:4711", false, "2001:db8::1"],
    ["0", "::ffff:192.0.2.9", true, "192.0.2.9"],
  ])("behind %s proxies, %j (peer known: %s) is %s", async (hops, value, isPeerLast, expected) => {
    const { clientAddress, PEER_APPENDED } = await under({ TRUST_PROXY: hops });
    const holder = globalThis as { [key: symbol]: unknown };
    holder[PEER_APPENDED] = isPeerLast;
    expect(clientAddress(chain(value))).toBe(expected);
    delete holder[PEER_APPENDED];
  });

  test("is counted by itself, or by its /64", async () => {
    const { addressKey } = await under({});
    expect(addressKey("192.0.2.9")).toBe("192.0.2.9");
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressKey("2001:db8:1:2:ffff::1")).toBe("2001:db8:1:2::/64");
    expect(addressKey("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
    expect(addressKey("::ffff:192.0.2.9")).toBe("192.0.2.9");
    expect(addressKey("direct")).toBe("direct");
  });
});
