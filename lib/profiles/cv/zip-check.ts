import { Unzip, UnzipInflate, unzipSync, zipSync } from "fflate";
import { AppError } from "@/lib/errors";
import { refuse } from "./refusal";

const MAX_ENTRIES = 2_000;
const MAX_TOTAL_BYTES = 60 * 1024 * 1024;
const MAX_READ_BYTES = 20 * 1024 * 1024;
const BITE = 16 * 1024;
const MAX_RATIO = 150;
const RATIO_FREE_BYTES = 1024 * 1024;
/** Text, styles and lists: all that a CV's words need. Pictures, macros and embedded files stay packed. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\d?\.xml|word\/_rels\/document\d?\.xml\.rels)$/;

const BOMB = "This file unpacks to far more than a CV would ever hold, so JOBA did not open it.";
const DAMAGED = "This file is damaged and cannot be opened. Save it again, or paste its text.";

interface Entry {
  name: string;
  size: number;
  originalSize: number;
}

/**
 * The parts of a DOCX that hold text, in a new, stored archive. Names, counts and sizes are checked before anything is
 * unpacked, and what is unpacked cannot outgrow its stated size, so no later reader meets the original archive.
 */
export function repackDocx(bytes: Uint8Array): Uint8Array {
  const entries = listEntries(bytes);
  checkEntries(entries);
  if (!entries.some(({ name }) => name === "word/document.xml")) throw refuse(otherKind(entries));
  const files = unpack(bytes, entries);
  for (const content of Object.values(files)) {
    // Word never writes one; entities are how XML explodes.
    if (new TextDecoder().decode(content.subarray(0, 2048)).includes("<!DOCTYPE")) throw refuse(DAMAGED);
  }
  return zipSync(files, { level: 0 });
}

function listEntries(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (entries.length <= MAX_ENTRIES) entries.push({ name, size, originalSize });
        return false;
      },
    });
  } catch (error) {
    throw refuse(DAMAGED, error);
  }
  return entries;
}

/** Unpacks in small bites and stops at the first byte beyond the stated size: the directory may lie. */
function unpack(bytes: Uint8Array, entries: readonly Entry[]): Record<string, Uint8Array> {
  const stated = new Map(entries.map(({ name, originalSize }) => [name, originalSize]));
  const chunks = new Map<string, Uint8Array[]>();
  let failure: unknown;
  const unzip = new Unzip((file) => {
    if (!NEEDED.test(file.name) || chunks.has(file.name)) return;
    const parts: Uint8Array[] = [];
    chunks.set(file.name, parts);
    let left = stated.get(file.name) ?? 0;
    file.ondata = (error, chunk) => {
      left -= chunk?.length ?? 0;
      failure ??= error ?? (left < 0 ? refuse(BOMB) : undefined);
      if (!failure) parts.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure; at += BITE) {
      unzip.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
    }
  } catch (error) {
    failure ??= error;
  }
  if (failure) throw failure instanceof AppError ? failure : refuse(DAMAGED, failure);
  return Object.fromEntries([...chunks].map(([name, parts]) => [name, Buffer.concat(parts)]));
}

function checkEntries(entries: readonly Entry[]): void {
  if (entries.length > MAX_ENTRIES) throw refuse(BOMB);
  let total = 0;
  let read = 0;
  for (const { name, size, originalSize } of entries) {
    if (/^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\\|\p{Cc}/iu.test(name)) {
      throw refuse("This file holds names that point outside of it, so JOBA did not open it.");
    }
    total += originalSize;
    if (NEEDED.test(name)) read += originalSize;
    const isBlownUp = originalSize > RATIO_FREE_BYTES && originalSize > size * MAX_RATIO;
    // Packed data larger than what it claims to unpack to: the claim is false.
    const isUnderstated = size > originalSize * 1.1 + 1024;
    if (isBlownUp || isUnderstated) throw refuse(BOMB);
  }
  if (total > MAX_TOTAL_BYTES || read > MAX_READ_BYTES) throw refuse(BOMB);
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw refuse(DAMAGED);
}

function otherKind(entries: readonly Entry[]): string {
  const has = (test: RegExp) => entries.some(({ name }) => test.test(name));
  if (has(/^xl\//)) return "This is a spreadsheet. Export your CV as PDF or DOCX, or paste its text.";
  if (has(/^ppt\//)) return "This is a presentation. Export your CV as PDF or DOCX, or paste its text.";
  if (has(/^(?:mimetype|content\.xml)$/)) return "This is an OpenDocument file. Save it as .docx or PDF and try again.";
  if (has(/\.iwa$/)) return "This is a Pages file. Export it as PDF or DOCX and try again.";
  return "This is an archive, not a CV. JOBA reads PDF, DOCX, Markdown, plain text and JSON Resume.";
}
