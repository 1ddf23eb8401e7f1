import type { FileHandle } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { MAX_IMPORT_BYTES, MAX_UNPACKED_BYTES } from "./limits";

export interface ArchiveEntry {
  name: string;
  /** Where the packed data begins. */
  start: number;
  packedBytes: number;
  /** Unpacked, as the directory states it. */
  bytes: number;
  isStored: boolean;
}

/** The only names there can be: nothing to traverse with. */
const NAME = /^(?:README\.txt|manifest\.json|data\/[a-z-]{1,60}\.jsonl|csv\/[a-z-]{1,60}\.csv)$/;
const FOLDER = /^(?:data|csv)\/$/;
const MAX_ENTRIES = 200;
const MAX_RATIO = 300;
const RATIO_FREE_BYTES = 1024 * 1024;

const END_SIZE = 22;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIZE = 46;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIZE = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const ENCRYPTED = 1;

const NO_ZIP = "This is not a ZIP file that JOBA wrote, or it arrived incomplete";
const refuse = (message = NO_ZIP) => new AppError("invalid", message);

/** The table of contents, checked for everything that makes a ZIP dangerous before a byte of it is unpacked. */
export async function readDirectory(file: FileHandle): Promise<Map<string, ArchiveEntry>> {
  const { size } = await file.stat();
  if (size > MAX_IMPORT_BYTES) throw refuse(`This file is larger than ${MAX_IMPORT_BYTES / 1024 ** 2} MB`);
  const end = await findEnd(file, size);
  const [count, directoryBytes, directoryStart] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count > MAX_ENTRIES) throw refuse(`This archive holds ${count} files; JOBA writes far fewer`);
  if (directoryStart + directoryBytes > size) throw refuse();
  const directory = await readAt(file, directoryStart, directoryBytes);
  const entries = new Map<string, ArchiveEntry>();
  const claims: { from: number; to: number }[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw refuse();
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const name = directory.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + (nameBytes ?? 0));
    const header = directory.subarray(at, at + ENTRY_SIZE);
    at += ENTRY_SIZE + (nameBytes ?? 0) + (extraBytes ?? 0) + (noteBytes ?? 0);
    if (FOLDER.test(name)) continue;
    if (!NAME.test(name)) throw refuse(`This archive holds a file that is not JOBA's: ${shown(name)}`);
    if (entries.has(name)) throw refuse(`This archive holds ${name} twice`);
    const { entry, localStart } = await readEntry(file, name, header, directoryStart);
    entries.set(name, entry);
    claims.push({ from: localStart, to: entry.start + entry.packedBytes });
  }
  if (overlaps(claims)) throw refuse("Files in this archive overlap, so JOBA did not open it");
  const total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MAX_UNPACKED_BYTES) throw refuse("This archive unpacks to far more than JOBA ever writes");
  return entries;
}

async function readEntry(file: FileHandle, name: string, header: Buffer, directoryStart: number) {
  const method = header.readUInt16LE(10);
  const [packedBytes, bytes, localStart] = [header.readUInt32LE(20), header.readUInt32LE(24), header.readUInt32LE(42)];
  if (header.readUInt16LE(8) & ENCRYPTED) throw refuse(`${name} is encrypted`);
  if (method !== 0 && method !== 8) throw refuse(`${name} is packed in a way JOBA does not read`);
  if (bytes > RATIO_FREE_BYTES && bytes > packedBytes * MAX_RATIO) {
    throw refuse("This archive unpacks to far more than JOBA ever writes");
  }
  if (localStart + LOCAL_SIZE > directoryStart) throw refuse();
  const local = await readAt(file, localStart, LOCAL_SIZE);
  if (local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw refuse();
  const start = localStart + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + packedBytes > directoryStart) throw refuse();
  return { localStart, entry: { name, start, packedBytes, bytes, isStored: method === 0 } };
}

/** The end record must close the file: what trails behind it would be read by nobody and checked by nobody. */
async function findEnd(file: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, END_SIZE + 0xffff);
  const tail = await readAt(file, size - length, length);
  for (let at = length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE || at + END_SIZE + tail.readUInt16LE(at + 20) !== length) continue;
    return tail.subarray(at, at + END_SIZE);
  }
  throw refuse();
}

function overlaps(claims: { from: number; to: number }[]): boolean {
  const sorted = claims.toSorted((one, other) => one.from - other.from);
  return sorted.some(({ from }, index) => index > 0 && from < (sorted[index - 1]?.to ?? 0));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw refuse();
  return buffer;
}

const shown = (name: string) => JSON.stringify(name.slice(0, 80));
