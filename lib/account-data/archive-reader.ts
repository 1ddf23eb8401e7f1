import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { AppError } from "@/lib/errors";
import { type ArchiveEntry, readDirectory } from "./archive-directory";

const CHUNK = 64 * 1024;
const MAX_LINE_CHARS = 4 * 1024 * 1024;

export interface Archive {
  has(name: string): boolean;
  /** A small file, whole. */
  text(name: string, maxBytes: number): Promise<string>;
  /** Its lines with their numbers from 1, one at a time. Throws at the end when the checksum is another. */
  lines(name: string, sha256: string): AsyncGenerator<{ number: number; text: string }>;
}

/** Opens a ZIP without unpacking anything. @throws AppError("invalid") in words for the person. */
export async function openArchive(file: FileHandle): Promise<Archive> {
  const entries = await readDirectory(file);
  const find = (name: string): ArchiveEntry => {
    const entry = entries.get(name);
    if (!entry) throw new AppError("invalid", `This archive has no ${name}`);
    return entry;
  };
  return {
    has: (name) => entries.has(name),
    async text(name, maxBytes) {
      const entry = find(name);
      if (entry.bytes > maxBytes) throw new AppError("invalid", `${name} is larger than JOBA ever writes it`);
      const parts: Buffer[] = [];
      for await (const part of unpack(file, entry)) parts.push(part);
      return decodeUtf8(name, (decoder) => decoder.decode(Buffer.concat(parts)));
    },
    async *lines(name, sha256) {
      const hash = createHash("sha256");
      const decoder = new TextDecoder("utf-8", { fatal: true });
      let number = 0;
      let rest = "";
      for await (const part of unpack(file, find(name))) {
        hash.update(part);
        rest += decodeUtf8(name, () => decoder.decode(part, { stream: true }));
        const lines = rest.split("\n");
        rest = lines.pop() ?? "";
        for (const text of lines) yield { number: ++number, text };
        if (rest.length > MAX_LINE_CHARS) throw new AppError("invalid", `${name} line ${number + 1}: is far too long`);
      }
      if (rest) yield { number: ++number, text: rest };
      if (hash.digest("hex") !== sha256) {
        throw new AppError("invalid", `${name} was changed after it was exported: its checksum is another`);
      }
    },
  };
}

/** Never more than the directory states, however much the packed data would become. */
async function* unpack(file: FileHandle, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const damaged = (cause?: unknown) =>
    new AppError("invalid", `${entry.name} is damaged and cannot be read`, { cause });
  let bytes = 0;
  try {
    for await (const chunk of unpacked(file, entry)) {
      bytes += chunk.length;
      if (bytes > entry.bytes) throw damaged();
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? damaged(error) : error;
  }
  if (bytes !== entry.bytes) throw damaged();
}

async function* unpacked(file: FileHandle, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  if (entry.isStored) {
    yield* packedBytes(file, entry);
    return;
  }
  const inflate = createInflateRaw();
  const packed = Readable.from(packedBytes(file, entry));
  packed.on("error", (error) => inflate.destroy(error));
  try {
    yield* packed.pipe(inflate);
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

/** Not `createReadStream`: destroying one closes the file for everybody. */
async function* packedBytes(file: FileHandle, { start, packedBytes: length }: ArchiveEntry): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, Math.min(CHUNK, length - done), start + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

const isZlibError = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith("Z_");

function decodeUtf8(name: string, decode: (decoder: TextDecoder) => string): string {
  try {
    return decode(new TextDecoder("utf-8", { fatal: true }));
  } catch (cause) {
    throw new AppError("invalid", `${name} is not UTF-8 text`, { cause });
  }
}
