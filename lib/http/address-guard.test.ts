import { describe, expect, test } from "vitest";
import { checkUrl, isPublicAddress, resolvePublic } from "./address-guard";
import { HttpError } from "./errors";

/** Each is refused although its host is on the allow-list. */
const HOSTILE_URLS = [
  // Loopback in every spelling a URL parser understands.
  ..."127.0.0.1 127.1 127.0.1 127.000.000.001 127.0.0.1. 127.255.255.254 127.127.127.127".split(" "),
  ..."2130706433 017700000001 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1 0177.1 0x7F.0x00.0x00.0x01".split(" "),
  ..."[::1] [0:0:0:0:0:0:0:1] [0000::0001] [::] [0::0] 0 0.0.0.0 00 0x0 0.0.0.1 0.1.2.3".split(" "),
  ..."１２７.0.0.1 127。0。0。1 127．0．0．1 127｡0｡0｡1 ①②⑦.⓪.⓪.① %31%32%37.0.0.1 127%2e0%2e0%2e1".split(" "),
  // Private, shared and link-local networks.
  ..."10.0.0.1 10.255.255.255 10.1 167772161 0xa.0.0.1 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1".split(" "),
  ..."192.168.1.254 3232235521 0xc0a80001 0300.0250.0.1 100.64.0.1 100.127.255.254 169.254.0.1".split(" "),
  // Metadata services.
  ..."169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 169.254.170.2".split(" "),
  ..."100.100.100.200 168.63.129.16 192.0.0.192 [fd00:ec2::254]".split(" "),
  // Reserved, documentation, benchmarking, multicast, broadcast.
  ..."192.0.0.1 192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9".split(" "),
  ..."224.0.0.1 239.255.255.250 240.0.0.1 250.1.2.3 255.255.255.255 4294967295".split(" "),
  // IPv6 that is local, or carries an inner IPv4 address.
  ..."[fe80::1] [febf::1] [fec0::1] [fc00::1] [fd12:3456::1] [ff02::1] [ff05::2] [100::1] [2001:db8::1]".split(" "),
  ..."[3fff::1] [5f00::1] [2001::1] [2001:10::1] [2001:20::1] [2001:2::1] [2001:0:4136:e378::1]".split(" "),
  ..."[::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe] [::ffff:0:127.0.0.1]".split(" "),
  ..."[::127.0.0.1] [::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b::a9fe:a9fe]".split(" "),
  ..."[64:ff9b:1::1] [2002:7f00:1::] [2002:a00:1::1] [2002:c0a8:101::1] [2002:a9fe:a9fe::1]".split(" "),
]
  .map((host) => `http://${host}/`)
  .concat(
    // Schemes.
    "file:///etc/passwd",
    "gopher://example.com:70/_x",
    "data:text/html,hello",
    "ftp://example.com/",
    "ws://example.com/",
    "wss://example.com/",
    "javascript:alert(1)",
    "blob:https://example.com/1",
    "dict://example.com:11211/stat",
    "ldap://example.com/",
    "jar:http://example.com!/",
    "about:blank",
    "unix:/var/run/docker.sock",
    "http+unix://%2fvar%2frun%2fdocker.sock/info",
    // Ports.
    ...[1, 21, 22, 23, 25, 53, 110, 2375, 3000, 3306, 5432, 6379, 8000, 8080, 8443, 9200, 11211, 27017].map(
      (port) => `http://example.com:${port}/`,
    ),
    "https://example.com:8443/",
    // User names.
    "http://user@example.com/",
    "http://user:pass@example.com/",
    "http://:pass@example.com/",
    "http://example.com@127.0.0.1/",
    "http://127.0.0.1:80@example.com/",
    "http://example.com%40127.0.0.1/",
    // Confusing, or no address at all.
    "http:127.0.0.1",
    "http:\\\\127.0.0.1\\",
    "http:///127.0.0.1/",
    " http://127.0.0.1/",
    "ht\ntp://127.0.0.1/",
    "http://127.0.\t0.1/",
    "HTTP://127.0.0.1/",
    "//127.0.0.1/",
    "/etc/passwd",
    "http://",
    "http://[::1",
    "http://256.256.256.256/",
    "http://1.2.3.4.5/",
    "http://0x100000000/",
    "http://exa mple.com/",
    "http://example.com:99999/",
    "http://[fe80::1%25eth0]/",
    "",
    "not a url",
    `http://example.com/${"a".repeat(20_000)}`,
  );

describe("a hostile address is refused before anything is resolved", () => {
  test(`the table has ${HOSTILE_URLS.length} entries, at least 100`, () => {
    expect(new Set(HOSTILE_URLS).size).toBe(HOSTILE_URLS.length);
    expect(HOSTILE_URLS.length).toBeGreaterThanOrEqual(100);
  });

  test.each(HOSTILE_URLS.map((url) => [url.slice(0, 80), url]))("%s", (_label, url) => {
    const hosts = ["example.com", ...(URL.canParse(url) ? [new URL(url).hostname] : [])];
    const refused = refusal(() => checkUrl(url, { hosts }));
    expect(refused.kind).toBe("blocked_address");
    // No oracle: the text never says which address was found.
    expect(refused.message.length).toBeLessThan(200);
  });
});

describe("what may be reached", () => {
  const hosts = ["boards.example.com", "*.tenants.example", "8.8.8.8"];

  test.each([
    "https://boards.example.com/v1",
    "http://boards.example.com/",
    "https://BOARDS.example.com:443/",
    "http://boards.example.com:443/",
    "https://acme.tenants.example/jobs",
    "http://8.8.8.8/",
  ])("%s", (url) => {
    expect(checkUrl(url, { hosts }).isOverride).toBe(false);
  });

  test.each([
    "https://example.com/",
    "https://evil-boards.example.com/",
    "https://boards.example.com.evil.test/",
    "https://boards.example.com./",
    "https://tenants.example/",
    "https://.tenants.example/",
    "https://eviltenants.example/",
    "https://localhost/",
    "http://1.1.1.1/",
  ])("%s is not on the list", (url) => {
    expect(refusal(() => checkUrl(url, { hosts })).kind).toMatch(/host_not_allowed|blocked_address/);
  });

  test("only exactly the configured origin may be private", () => {
    const policy = { hosts, allowedPrivateOrigins: ["http://127.0.0.1:4010"] };
    expect(checkUrl("http://127.0.0.1:4010/v1?x=1", policy).isOverride).toBe(true);
    expect(checkUrl("http://2130706433:4010/", policy).isOverride).toBe(true);
    for (const url of [
      "http://127.0.0.1:4011/",
      "https://127.0.0.1:4010/",
      "http://127.0.0.2:4010/",
      "http://localhost:4010/",
      "http://[::1]:4010/",
      "http://me@127.0.0.1:4010/",
    ]) {
      expect(refusal(() => checkUrl(url, policy)).kind).toBe("blocked_address");
    }
  });
});

describe("resolved addresses", () => {
  const resolver =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

  test.each(["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each(["", "example.com", "127.1", "0x7f000001", "fe80::1%eth0", "2606:4700::1111%1"])("%j is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test("one private address among public ones refuses the name", async () => {
    await expect(resolvePublic("a.test", resolver("8.8.8.8", "1.1.1.1"))).resolves.toHaveLength(2);
    for (const inner of ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "garbage"]) {
      await expect(resolvePublic("a.test", resolver("8.8.8.8", inner))).rejects.toMatchObject({
        kind: "blocked_address",
      });
    }
  });

  test("a name without addresses does not exist", async () => {
    await expect(resolvePublic("a.test", resolver())).rejects.toMatchObject({ kind: "network" });
  });
});

function refusal(run: () => unknown): HttpError {
  try {
    run();
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
