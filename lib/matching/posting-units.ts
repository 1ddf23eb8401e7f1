import { decodeHTML } from "entities";
import { type Section, sectionOfHeading, sectionOfLine } from "./headings";

/** A bullet or a sentence of a description, with the section it stands in. */
export interface Unit {
  start: number;
  end: number;
  text: string;
  section: Section;
}

const BULLET = /^\s*(?:[-*•‣◦▪●·–✓✔➤►]|\d{1,2}[.)])\s+/;
const MARKDOWN_HEADING = /^\s*#{1,6}\s+/;
const MAX_HEADING = 90;
const MAX_UNITS = 2000;
/** Longer runs without a sentence end are cut, so that no pattern ever meets more text than this. */
const MAX_UNIT = 1000;

/**
 * Reads the lines of a description into units. A heading governs everything below it until the next one.
 * The HTML only says which lines are headings; every offset is into the text.
 */
export function readUnits(text: string, html: string): Unit[] {
  const marked = markedHeadings(html);
  const units: Unit[] = [];
  let section: Section = "other";
  let offset = 0;
  let isAfterList = false;
  for (const line of text.split("\n")) {
    const start = offset;
    offset += line.length + 1;
    if (line.trim() === "" || units.length >= MAX_UNITS) {
      isAfterList &&= line.trim() === "";
      continue;
    }
    const heading = headingOf(line, marked, section);
    if (heading) {
      section = heading;
      isAfterList = false;
      continue;
    }
    const bullet = BULLET.exec(line);
    // A heading governs its list; running text after the list speaks for itself.
    if (!bullet && isAfterList && text[start - 2] === "\n" && GOVERNS_LIST.has(section)) section = "other";
    isAfterList = bullet !== null;
    section = pushLine(units, text, start + (bullet?.[0].length ?? 0), start + line.length, section);
  }
  return units;
}

const GOVERNS_LIST = new Set<Section>(["must", "nice", "negated"]);

function headingOf(line: string, marked: ReadonlyMap<string, boolean>, current: Section): Section | undefined {
  const bare = line.replace(MARKDOWN_HEADING, "").trim();
  const isBullet = BULLET.test(line);
  const isMarked = !isBullet && (marked.has(headingKey(bare)) || MARKDOWN_HEADING.test(line));
  if (isMarked && bare.length <= MAX_HEADING) {
    return sectionOfHeading(bare) ?? (marked.get(headingKey(bare)) === false ? current : "other");
  }
  if (!isBullet && bare.length <= MAX_HEADING && bare.endsWith(":")) {
    // "Backend:" below "Requirements" is a part of it.
    return sectionOfHeading(bare) ?? current;
  }
  const words = bare.split(/\s+/).length;
  if (
    !isBullet &&
    words <= 7 &&
    bare.length <= 60 &&
    /^[\p{Lu}\p{Extended_Pictographic}]/u.test(bare) &&
    !/[.,;]$|:\s/.test(bare)
  ) {
    const section = sectionOfHeading(bare);
    if (section && !/\d/.test(bare) && isTitleLike(bare)) return section;
  }
  return;
}

/** "You have experience" is a heading's wording only when nothing follows the known phrase. */
function isTitleLike(bare: string): boolean {
  return !/\b(?:experience|knowledge|skills?|familiarity|proficien\w+) (?:with|in|of|using)\b/i.test(bare);
}

const INLINE_HEADING = /(?<=^|[\s•])(\p{Lu}[\p{L}'’ &/-]{2,40}):\s/gu;

/** Splits a line at inline headings and sentence ends; returns the section that holds after it. */
function pushLine(units: Unit[], text: string, start: number, end: number, section: Section): Section {
  const line = text.slice(start, end);
  let from = 0;
  let current = section;
  for (const match of line.matchAll(INLINE_HEADING)) {
    const phrase = match[1] as string;
    const opened = isStandalonePhrase(phrase) ? sectionOfHeading(phrase) : undefined;
    if (!opened) continue;
    pushSentences(units, text, start + from, start + match.index, current);
    current = opened;
    from = match.index + match[0].length;
  }
  pushSentences(units, text, start + from, end, current);
  // A label inside one bullet ("Bonus: Rust") holds for that bullet; in running text it holds until the next heading.
  return from > 0 && line.length > 300 ? current : section;
}

function isStandalonePhrase(phrase: string): boolean {
  return phrase.split(/\s+/).length <= 6;
}

const SENTENCE_END =
  /(?<!\b(?:e\.g|i\.e|z\.b|etc|vs|incl|approx|inc|ca|bzw|sr|jr|no)\.?)[.!?](?:["”)\]]*)\s+(?=["“(\p{Lu}\d•*-])|\s[•*]\s/giu;

function pushSentences(units: Unit[], text: string, start: number, end: number, section: Section): void {
  const part = text.slice(start, end);
  let from = 0;
  for (const match of part.matchAll(SENTENCE_END)) {
    const next = part.slice(match.index + match[0].length);
    if (/^NET\b/.test(next) || /^[\p{Ll}]/u.test(next)) continue;
    pushUnit(units, text, start + from, start + match.index + (match[0].startsWith(" ") ? 0 : 1), section);
    from = match.index + match[0].length;
  }
  pushUnit(units, text, start + from, end, section);
}

function pushUnit(units: Unit[], text: string, start: number, end: number, section: Section): void {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const to = end - (raw.length - raw.trimEnd().length);
  if (to <= from) return;
  if (to - from > MAX_UNIT && units.length < MAX_UNITS) {
    const blank = text.lastIndexOf(" ", from + MAX_UNIT);
    const cut = blank > from ? blank : from + MAX_UNIT;
    pushUnit(units, text, from, cut, section);
    pushUnit(units, text, cut, to, section);
    return;
  }
  const trimmed = text.slice(from, Math.min(to, from + MAX_UNIT));
  units.push({ start: from, end: from + trimmed.length, text: trimmed, section: sectionOfLine(trimmed, section) });
}

const MARKUP = /<(h[1-6]|strong|b)(?:\s[^>]*)?>([\s\S]{1,400}?)<\/\1>/gi;

/** Text of headings and of bold runs, by key; true for real heading tags. */
function markedHeadings(html: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const [, tag = "", inner = ""] of html.matchAll(MARKUP)) {
    const key = headingKey(decodeHTML(inner.replace(/<[^>]*>/g, " ")));
    if (key !== "") found.set(key, found.get(key) === true || /^h/i.test(tag));
  }
  return found;
}

function headingKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
