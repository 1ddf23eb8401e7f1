import type { ProfileFacts } from "@/db/schema/shapes";
import { AppError } from "@/lib/errors";
import { CV_TOO_LARGE, MAX_CV_BYTES } from "../limits";
import { decodeText } from "./decode";
import { readDocx } from "./docx";
import { readJsonResume } from "./json-resume";
import { readPdf } from "./pdf";
import { refuse } from "./refusal";
import { sniffFormat, UNKNOWN } from "./sniff";
import { type ReadCv, readCvText } from "./text";

export interface CvFile {
  name: string;
  bytes: Uint8Array;
}

/** A CV as it was understood, for review. Nothing of it is stored yet. */
export interface CvDraft {
  facts: ProfileFacts;
  cvText: string;
  /** Null for pasted text. */
  cvFileName: string | null;
}

const MIN_WORDS = 12;

/**
 * Reads a CV file on this machine. The kind is told by the bytes, never by the name; nothing in the file is executed and
 * nothing it points to is fetched. @throws AppError("invalid") in words for the person, also under the field `file`.
 */
export async function readCv(file: CvFile, now: Date): Promise<CvDraft> {
  if (file.bytes.length > MAX_CV_BYTES) throw refuse(CV_TOO_LARGE);
  return { ...(await readBytes(file.bytes, now)), cvFileName: tidyName(file.name) };
}

/** Reads a pasted CV. @throws AppError("invalid") when there is hardly any text. */
export function readPastedCv(text: string, now: Date): CvDraft {
  if (countWords(text) < MIN_WORDS) {
    throw new AppError("invalid", TOO_LITTLE, { fields: { text: [TOO_LITTLE] } });
  }
  return { ...readCvText(text, now), cvFileName: null };
}

const TOO_LITTLE = "There is hardly any text in it. A CV needs at least a few lines.";

async function readBytes(bytes: Uint8Array, now: Date): Promise<ReadCv> {
  const kind = sniffFormat(bytes);
  if ("refusal" in kind) throw refuse(kind.refusal);
  if (kind.format === "json") return readJsonResume(textOf(bytes), now);
  const text =
    kind.format === "pdf" ? await readPdf(bytes) : kind.format === "docx" ? await readDocx(bytes) : textOf(bytes);
  if (countWords(text) < MIN_WORDS) throw refuse(TOO_LITTLE);
  return readCvText(text, now);
}

function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === undefined) throw refuse(UNKNOWN);
  return text;
}

function countWords(text: string): number {
  return text.slice(0, 5000).match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** The name to show, without a path and nothing that could steer a screen. */
function tidyName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  return (
    base
      .replace(/[\p{Cc}\p{Cf}<>"|]/gu, "")
      .trim()
      .slice(0, 120) || "CV"
  );
}
