import { clip, wellFormed } from "@/lib/jobs/text";

/** Longer CVs are cut: nobody's career needs more, and every step below takes time that grows with it. */
export const MAX_CV_CHARS = 200_000;

export interface Line {
  /** Offsets into the text; `text.slice(start, end)` is the line without its outer blanks. */
  start: number;
  end: number;
  /** Without bullets and Markdown marks, for reading. */
  plain: string;
  isBlank: boolean;
  isBullet: boolean;
  /** Marked as a heading by Markdown (# … or a line of its own in bold). */
  isMarked: boolean;
}

const BULLET = /^(?:[-*+•‣◦▪▫●○■□–—]|\d{1,2}[.)]|[\uf0a7\uf0b7\uf0d8])\s+/;

/** The text as it is kept: line ends, blanks and bullets of one kind, nothing invisible. Spans point into this. */
export function tidyCvText(raw: string): string {
  return (
    clip(wellFormed(clip(raw, MAX_CV_CHARS * 2)), MAX_CV_CHARS)
      .replace(/\r\n?/g, "\n")
      .replace(/\t/g, "   ")
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      // Three blanks part columns; longer runs say no more and make patterns slow.
      .replace(/ {4,}/g, "   ")
      .replace(/^[ ]*[•‣◦▪▫●○■□\uf0a7\uf0b7\uf0d8][ ]*/gm, "- ")
      .replace(/[ ]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split("\n")) {
    const content = raw.trim();
    const start = at + raw.length - raw.trimStart().length;
    lines.push(lineOf(content, start));
    at += raw.length + 1;
  }
  return lines;
}

function lineOf(content: string, start: number): Line {
  const isBullet = BULLET.test(content) && !/^[*_]{2}/.test(content);
  return {
    start,
    end: start + content.length,
    plain: withoutMarks(isBullet ? content.replace(BULLET, "") : content),
    isBlank: content === "" || /^[-=_*•·─━ ]+$/.test(content),
    isBullet,
    isMarked: /^#{1,6}\s/.test(content) || /^(\*\*|__)[^*_]+\1:?$/.test(content),
  };
}

function withoutMarks(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, "")
    .replace(/\s+#+$/, "")
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\s]{0,400}\)/g, "$1")
    .replace(/[*_]{2}|`/g, "")
    .replace(/(?<![\p{L}\p{N}])[*_]([^*_\n]+)[*_](?![\p{L}\p{N}])/gu, "$1")
    .trim();
}
