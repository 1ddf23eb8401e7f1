import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { HttpError } from "./errors";

export const ACCEPT_ENCODING = "gzip, deflate, br";

export interface ReadBodyOptions {
  contentEncoding?: string;
  /** Counted on the wire and again after decompression. */
  maxBytes: number;
  /** Keep the first `maxBytes` instead of throwing "too_large". */
  isTruncated?: boolean;
  host: string;
}

/**
 * Reads a body to its end or its cap, whatever Content-Length says. The stream is destroyed unless it was read to its end.
 * Throws HttpError "too_large" or "decode", or whatever the stream failed with.
 */
export async function readBody(stream: Readable, options: ReadBodyOptions): Promise<Buffer> {
  const { contentEncoding = "", host, maxBytes, isTruncated } = options;
  const failure: { wire?: unknown } = {};
  const wire = readWire(stream, failure, maxBytes, tooLarge(host, maxBytes));
  const chunks: Buffer[] = [];
  let bytes = 0;
  let decoder: Transform | undefined;
  try {
    const first = await wire.next();
    if (first.done) return Buffer.alloc(0);
    decoder = createDecoder(contentEncoding, first.value, host);
    const source = decoder ? pipeline(startWith(first.value, wire), decoder, ignore) : startWith(first.value, wire);
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes && !isTruncated) throw tooLarge(host, maxBytes);
      chunks.push(chunk);
      if (bytes > maxBytes) break;
    }
    return Buffer.concat(chunks).subarray(0, maxBytes);
  } catch (cause) {
    if (failure.wire) throw failure.wire;
    if (cause instanceof HttpError || !decoder) throw cause;
    throw new HttpError("decode", `The answer of ${host} could not be decompressed`, { cause });
  } finally {
    decoder?.destroy();
    stream.on("error", ignore).destroy();
  }
}

/** The pieces as they came; remembers why the wire failed, to tell that from a fault of the compression. */
async function* readWire(stream: Readable, failure: { wire?: unknown }, maxBytes: number, tooLarge: HttpError) {
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
      if (bytes > maxBytes) throw tooLarge;
    }
  } catch (error) {
    failure.wire = error;
    throw error;
  }
}

async function* startWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function createDecoder(contentEncoding: string, first: Buffer, host: string): Transform | undefined {
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name && name !== "identity");
  const [encoding, second] = encodings;
  if (!encoding) return undefined;
  if (second) throw new HttpError("decode", `The answer of ${host} is compressed more than once`);
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      // Some servers send raw deflate; a zlib header has 8 in the low half of its first byte (RFC 1950).
      return ((first[0] ?? 0) & 0x0f) === 0x08 ? createInflate() : createInflateRaw();
    case "br":
      return createBrotliDecompress();
    default:
      throw new HttpError("decode", `The answer of ${host} is compressed in an unknown way`);
  }
}

function tooLarge(host: string, maxBytes: number): HttpError {
  return new HttpError("too_large", `${host} sent more than ${Math.round(maxBytes / 1024)} kB`);
}

function ignore(): void {}
