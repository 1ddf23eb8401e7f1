import { describe, expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds";
import { readJsonBody } from "./body";

const MAX = 100_000;
const read = (body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) =>
  readJsonBody(
    new Request("http://localhost/x", { method: "POST", body, headers, duplex: "half" } as RequestInit),
    MAX,
  );
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const listOf = (length: number) => JSON.stringify(Array.from({ length }, () => 0));
const membersOf = (length: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length }, (_, i) => [`k${i}`, i])));

describe("a body is read", () => {
  test.each<[string, unknown]>([
    ["", {}],
    ["  ", {}],
    ['{"a":[1,"x",null]}', { a: [1, "x", null] }],
    ['{"a":{"a":1},"b":{"a":"\\"a\\":1"}}', { a: { a: 1 }, b: { a: '"a":1' } }],
    [nested(BOUNDS.depth), JSON.parse(nested(BOUNDS.depth))],
    [listOf(BOUNDS.elements), JSON.parse(listOf(BOUNDS.elements))],
    [membersOf(BOUNDS.keys), JSON.parse(membersOf(BOUNDS.keys))],
  ])("%.40j", async (body, value) => {
    expect(await read(body)).toEqual(value);
  });

  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
    "application/merge-patch+json",
  ])("as %s", async (type) => expect(await read("{}", { "content-type": type })).toEqual({}));
});

describe("a body is refused", () => {
  test.each<[string, BodyInit]>([
    ["no JSON", "{"],
    ["one level too many", nested(BOUNDS.depth + 1)],
    ["very many levels", nested(40_000)],
    ["very many objects", '{"a":'.repeat(15_000)],
    ["one element too many", listOf(BOUNDS.elements + 1)],
    ["one member too many", membersOf(BOUNDS.keys + 1)],
    ["a long name", JSON.stringify({ ["k".repeat(BOUNDS.keyLength + 1)]: 1 })],
    ["a prototype", '{"__proto__":{"role":"admin"}}'],
    ["a constructor, deep down", '{"a":[{"constructor":{"prototype":1}}]}'],
    ["a member named twice", '{"role":"user","role":"admin"}'],
    ["a member named twice in two spellings", '{"role":"user","\\u0072ole":"admin"}'],
    ["bad UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ["UTF-8 cut short", new Uint8Array([0x22, 0xe2, 0x82])],
    ["UTF-16", new Uint8Array(Buffer.from('{"a":1}', "utf16le"))],
  ])("with %s", async (_name, body) => {
    const startedAt = performance.now();
    await expect(read(body)).rejects.toMatchObject({ code: "invalid" });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  test.each([
    {},
    { "content-type": "text/plain" },
    { "content-type": "text/plain; application/json" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "multipart/form-data; boundary=x" },
    { "content-type": "application/json; charset=utf-16" },
    { "content-type": "application/jsonp" },
  ])("as %j", async (headers) => {
    await expect(read(new Blob(["{}"]), headers as Record<string, string>)).rejects.toMatchObject({
      problem: "unsupported_media_type",
    });
  });

  test("beyond the limit, before it is all there", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    await expect(read(endless)).rejects.toMatchObject({ problem: "payload_too_large" });
    expect(sent).toBeLessThan(MAX * 4);
    await expect(
      read(new Blob(["{}"]), { "content-type": "application/json", "content-length": "100000001" }),
    ).rejects.toMatchObject({ problem: "payload_too_large" });
  });
});
