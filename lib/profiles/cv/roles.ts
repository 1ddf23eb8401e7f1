import { type DateRange, findDateRange } from "./dates";
import type { Line } from "./lines";
import { isTitle, type RoleHeader, readRoleHeader } from "./role-header";
import type { Section } from "./sections";

export interface CvRole extends DateRange, RoleHeader {
  /** From its first header line to its last line, offsets into the text. */
  start: number;
  end: number;
  /** Where the description begins; `end` when there is none. */
  bodyStart: number;
}

interface Anchor {
  index: number;
  range: DateRange;
  /** The date line without its dates. */
  leftover: string;
}

const MAX_ABOVE = 3;
/** More than a profile keeps; a text with more dates than that is no CV. */
const MAX_ROLES = 80;

/** The dated roles of a section, in its order. A role without dates is found only under a Markdown heading. */
export function readRoles({ lines }: Section): CvRole[] {
  const anchors = findAnchors(lines);
  if (anchors.length === 0) return readUndated(lines);
  const first = anchors[0] as Anchor;
  const headersAbove = Math.min(MAX_ABOVE, headerLinesAbove(lines, first.index, -1).length);
  const heads = anchors.map((anchor, at) => {
    const floor = anchors[at - 1]?.index ?? -1;
    return headOf(lines, anchor, floor, headersAbove);
  });
  return heads.map((head, at) => {
    const next = heads[at + 1];
    const until = next ? next.from : lines.length;
    const last = lastFilled(lines, head.to, until);
    const body = lines.slice(head.to + 1, last + 1).find(({ isBlank }) => !isBlank);
    const end = (lines[last] as Line).end;
    const { range } = anchors[at] as Anchor;
    return { ...range, ...head.header, start: (lines[head.from] as Line).start, end, bodyStart: body?.start ?? end };
  });
}

function findAnchors(lines: readonly Line[]): Anchor[] {
  const plain = lines.flatMap((line, index) => (line.isBullet ? [] : anchorOf(line, index)));
  if (plain.length > 0) return plain.slice(0, MAX_ROLES);
  return lines.flatMap((line, index) => (line.isBullet ? anchorOf(line, index) : [])).slice(0, MAX_ROLES);
}

function anchorOf(line: Line, index: number): Anchor[] {
  if (line.isBlank || line.plain.length > 220) return [];
  const found = findDateRange(line.plain);
  if (!found) return [];
  const before = line.plain.slice(0, found.start).replace(/[\s,;:|·•(–—-]+$/u, "");
  const after = line.plain.slice(found.end).replace(/^[\s,;:|·•)–—-]+/u, "");
  const isAtEdge = before === "" || after.length <= 45;
  const leftover = before === "" ? after : after === "" ? before : `${before}   ${after}`;
  if (!isAtEdge || leftover.length > 130 || /[.!?]$/.test(before) || isSentence(leftover)) return [];
  const { from, to, isCurrent } = found;
  return [{ index, range: { from, to, isCurrent }, leftover: withoutDuration(leftover) }];
}

/** "Built x from 2019 to 2020 for y" tells a story; a header does not. */
function isSentence(text: string): boolean {
  return /[a-zäöüß]{2}\. \p{Lu}/u.test(text) || (text.split(" ").length > 9 && !/[|·•–—,]/.test(text));
}

function withoutDuration(text: string): string {
  return text
    .replace(
      /[·•(|,]?\s*\d{1,2}\s*(?:years?|yrs?|jahre?)(?:[ ,]*(?:and |und )?\d{1,2}\s*(?:months?|mos?|monate?))?\.?\)?|[·•(|,]?\s*\d{1,2}\s*(?:months?|mos|monate?)\.?\)?/gi,
      "",
    )
    .trim();
}

interface Head {
  from: number;
  to: number;
  header: RoleHeader;
}

function headOf(lines: readonly Line[], anchor: Anchor, floor: number, headersAbove: number): Head {
  const above = headersAbove > 0 ? headerLinesAbove(lines, anchor.index, floor).slice(-headersAbove) : [];
  const texts = [...above.map((index) => (lines[index] as Line).plain), anchor.leftover].filter((text) => text !== "");
  let header = readRoleHeader(texts);
  let to = anchor.index;
  const below = headersAbove > 0 ? 1 : 2;
  for (let index = anchor.index + 1; index <= anchor.index + below && index < lines.length; index++) {
    if (header.title !== "" && header.company !== "") break;
    const line = lines[index] as Line;
    if (!isHeaderLike(line) || findDateRange(line.plain)) break;
    if (headersAbove > 0 && isTitle(line.plain) && header.title !== "") break;
    const wider = readRoleHeader([...texts, line.plain]);
    const gains =
      (header.title === "" && isTitle(line.plain)) ||
      (header.company === "" && wider.company !== "") ||
      texts.length === 0;
    if (!gains) break;
    texts.push(line.plain);
    header = wider;
    to = index;
  }
  return { from: above[0] ?? anchor.index, to, header };
}

/** Indexes of the short lines right above; a single blank line is passed over once, as Markdown and PDFs put one there. */
function headerLinesAbove(lines: readonly Line[], index: number, floor: number): number[] {
  const found: number[] = [];
  let hasSkipped = false;
  for (let at = index - 1; at > floor && found.length < MAX_ABOVE; at--) {
    const line = lines[at] as Line;
    if (line.isBlank) {
      const above = lines[at - 1];
      const isNear = found.length === 0 || above?.isMarked;
      if (hasSkipped || !isNear || !above || (!above.isMarked && !isTitle(above.plain))) break;
      hasSkipped = true;
      continue;
    }
    if (!isHeaderLike(line)) break;
    found.unshift(at);
    if (line.isMarked) break;
  }
  return found;
}

function isHeaderLike(line: Line): boolean {
  return (
    !line.isBlank &&
    !line.isBullet &&
    line.plain.length <= 100 &&
    !/[.;:!?]$/.test(line.plain.replace(/\b(?:inc|ltd|co|e\.v)\.$/i, ""))
  );
}

function readUndated(lines: readonly Line[]): CvRole[] {
  const starts = lines.flatMap((line, index) => (line.isMarked && isTitle(line.plain) ? [index] : []));
  return starts.map((index, at) => {
    const line = lines[index] as Line;
    const last = lastFilled(lines, index, starts[at + 1] ?? lines.length);
    const body = lines.slice(index + 1, last + 1).find(({ isBlank }) => !isBlank);
    const end = (lines[last] as Line).end;
    return { ...readRoleHeader([line.plain]), isCurrent: false, start: line.start, end, bodyStart: body?.start ?? end };
  });
}

function lastFilled(lines: readonly Line[], from: number, until: number): number {
  for (let index = until - 1; index > from; index--) if (!lines[index]?.isBlank) return index;
  return from;
}
