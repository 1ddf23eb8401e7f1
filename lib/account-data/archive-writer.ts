import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { Zip, ZipDeflate } from "fflate";

export interface WrittenEntry {
  /** Unpacked. */
  bytes: number;
  sha256: string;
}

export interface ArchiveWriter {
  /** Packs the parts one after the other; no more than one of them is held. */
  add(name: string, parts: Iterable<string> | AsyncIterable<string>): Promise<WrittenEntry>;
  /** @returns the size of the archive. */
  finish(): Promise<number>;
}

const LEVEL = 5;

/** Writes a ZIP into a file. */
export function createArchive(file: FileHandle, now: Date): ArchiveWriter {
  const ready: Uint8Array[] = [];
  let failure: unknown;
  let size = 0;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    if (chunk?.length) ready.push(chunk);
  });
  const flush = async () => {
    if (failure) throw failure;
    for (const chunk of ready.splice(0)) {
      await file.write(chunk, 0, chunk.length, size);
      size += chunk.length;
    }
  };
  return {
    async add(name, parts) {
      const entry = new ZipDeflate(name, { level: LEVEL });
      entry.mtime = now;
      zip.add(entry);
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const part of parts) {
        const chunk = Buffer.from(part);
        hash.update(chunk);
        bytes += chunk.length;
        entry.push(chunk);
        await flush();
      }
      entry.push(new Uint8Array(), true);
      await flush();
      return { bytes, sha256: hash.digest("hex") };
    },
    async finish() {
      zip.end();
      await flush();
      return size;
    },
  };
}
