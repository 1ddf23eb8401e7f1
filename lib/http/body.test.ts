import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBody } from "./body";
import { decodeText } from "./charset";

const read = (bytes: Buffer | Readable, contentEncoding?: string, maxBytes = 1_000_000) =>
  readBody(bytes instanceof Readable ? bytes : Readable.from(pieces(bytes)), {
    contentEncoding,
    maxBytes,
    host: "a.test",
  });

function* pieces(bytes: Buffer, size = 1_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const text = Buffer.from("jobs ".repeat(5_000));

describe("decompressing", () => {
  test.each([
    ["plain", undefined, text],
    ["identity", "identity", text],
    ["gzip", "gzip", gzipSync(text)],
    ["x-gzip", "X-GZIP", gzipSync(text)],
    ["deflate with zlib header", "deflate", deflateSync(text)],
    ["raw deflate", "deflate", deflateRawSync(text)],
    ["brotli", "br", brotliCompressSync(text)],
    ["identity and gzip", "identity, gzip", gzipSync(text)],
  ])("%s", async (_name, encoding, bytes) => {
    expect((await read(bytes, encoding)).equals(text)).toBe(true);
  });

  test.each(["gzip", "br", "deflate", undefined])("an empty body is empty (%s)", async (encoding) => {
    expect(await read(Buffer.alloc(0), encoding)).toHaveLength(0);
  });

  test.each([
    ["six layers", "gzip, gzip, gzip, gzip, gzip, gzip", gzipSync(text)],
    ["two layers", "gzip, br", brotliCompressSync(gzipSync(text))],
    ["an unknown encoding", "zstd", text],
    ["no gzip at all", "gzip", text],
    ["no brotli at all", "br", Buffer.from([255, 255, 255, 255])],
    ["a cut-off gzip", "gzip", gzipSync(randomBytes(9_000)).subarray(0, 5_000)],
  ])("%s is refused", async (_name, encoding, bytes) => {
    await expect(read(bytes, encoding)).rejects.toMatchObject({ kind: "decode" });
  });
});

describe("the cap", () => {
  test("counts after decompression", async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    await expect(read(bomb, "gzip")).rejects.toMatchObject({ kind: "too_large" });
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  });

  test("holds for brotli", async () => {
    const bomb = brotliCompressSync(Buffer.alloc(50_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    await expect(read(bomb, "br")).rejects.toMatchObject({ kind: "too_large" });
  });

  test("counts on the wire as well: input without output also ends", async () => {
    const empties = Buffer.concat(Array(10_000).fill(gzipSync("")));
    await expect(read(empties, "gzip", 100_000)).rejects.toMatchObject({ kind: "too_large" });
  });

  test("is exact", async () => {
    await expect(read(Buffer.alloc(1_000), undefined, 1_000)).resolves.toHaveLength(1_000);
    await expect(read(Buffer.alloc(1_001), undefined, 1_000)).rejects.toMatchObject({ kind: "too_large" });
  });

  test("or the first part is kept, when that is asked for", async () => {
    const stream = Readable.from(pieces(text));
    const body = await readBody(stream, { maxBytes: 10, isTruncated: true, host: "a.test" });
    expect(body.toString()).toBe("jobs jobs ");
    expect(stream.destroyed).toBe(true);
  });

  test("a stream that fails keeps its own error, also behind a decoder", async () => {
    for (const encoding of [undefined, "gzip"]) {
      const stream = new PassThrough();
      stream.write(gzipSync(text).subarray(0, 20));
      setImmediate(() => stream.destroy(new Error("reset")));
      await expect(read(stream, encoding)).rejects.toThrow("reset");
    }
  });
});

describe("text", () => {
  const latin1 = Buffer.from("Zürich", "latin1");

  test.each([
    ["UTF-8 by default", Buffer.from("Zürich"), ""],
    ["the header's charset", latin1, "text/html; charset=ISO-8859-1"],
    ["a quoted charset", latin1, 'text/html;charset="windows-1252"'],
    ["a charset we do not know", Buffer.from("Zürich"), "text/html; charset=x-klingon"],
    ["a UTF-8 mark", Buffer.from("\uFEFFZürich"), "text/html; charset=latin1"],
    ["a UTF-16 mark", Buffer.from("\uFEFFZürich", "utf16le"), ""],
  ])("%s", (_name, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe("Zürich");
  });

  test.each([
    '<html><meta charset="iso-8859-1"><p>Zürich',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Zürich',
    '<?xml version="1.0" encoding="ISO-8859-1"?><p>Zürich',
  ])("a page that declares itself: %s", (page) => {
    expect(decodeText(Buffer.from(page, "latin1"), "text/html")).toBe(page);
  });

  test("a JSON string that mentions a charset is not a declaration, and bad bytes do not throw", () => {
    expect(decodeText(Buffer.from('{"a":"<meta charset=latin1>ü"}'))).toContain("ü");
    expect(decodeText(Buffer.from([0x61, 0xff, 0x62]))).toBe("a\uFFFDb");
    expect(decodeText(Buffer.from('<meta charset="utf-16le">ü'))).toContain("ü");
  });
});
