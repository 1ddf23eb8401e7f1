import { splitLines } from "./lines";
import { splitSections } from "./sections";

/** A line, or a piece of one, that begins like this says what must not count when work is judged. */
const PRIVATE =
  /^(?:date of birth|birth ?(?:date|day|place)|d\.?o\.?b\.?|born|place of birth|age|gender|sex|marital status|family status|civil status|children|nationality|citizenship|religion|photo|picture|geburts(?:datum|tag|ort|name)|geb(?:oren)?\.?(?= |:|$)|alter|geschlecht|familienstand|kinder|staatsangeh[oö]rigkeit|nationalit[aä]t|konfession|foto|pronouns|ledig|verheiratet|geschieden|verwitwet|single|married|divorced)(?![\p{L}])/iu;
const LABEL_ONLY = /^[^:]{3,30}:?$/;
const PHONE =
  /(?:(?:tel(?:efon)?|phone|mobil(?:e|funk)?|cell|handy|fon|fax|m|t|p)\s?(?:no|nr|number|nummer)?\s?[.:]+\s*)?(?:\+|\b00)\d{1,3}[\s()./-]*\d[\d\s()./-]{5,18}\d/giu;
const LABELED_PHONE =
  /\b(?:tel(?:efon)?|phone|mobil(?:e|funk)?|cell|handy|fon|fax)(?: ?(?:no|nr|number|nummer))?\s?[.:]+\s*[\d(][\d\s()./-]{5,20}\d/giu;
const LOCAL_PHONE =
  /(?<![\d.])(?:\(0?\d{2,5}\)|0\d{2,5})[\s/-]*\d[\d\s/-]{4,14}\d(?!\d)|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b/g;
const HOUSE_DE =
  /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|graben)\s{0,2}\d{1,4}\s?[a-z]?(?:\s?[-–/]\s?\d{1,4}[a-z]?)?(?![\p{L}\p{N}])/giu;
/** The words of a street's name right before its kind: "Alte Schön", "Am ". */
const STREET_NAME = /(?:\p{Lu}[\p{L}.'-]{0,30}[ -]){0,3}[\p{L}.'-]{0,30}$/u;
const STREET_EN =
  /\b\d{1,5}[a-z]?\s{1,3}(?:[\p{L}.'-]{1,30}\s{1,3}){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|terrace|close|crescent)\b\.?(?:,?\s*(?:apt|apartment|suite|unit|flat|#)\.?\s*\w+)?/giu;
const PIECE = /(\s*[|·•;]\s*|\s{3,})/;

/**
 * The text without phone numbers, street, birth date, family, gender, nationality and the like: they never reach the
 * database. Outside the contact part only labeled lines and international numbers are taken for private.
 */
export function withoutPrivate(text: string): string {
  const contact = new Set(
    splitSections(splitLines(text))
      .filter(({ kind }) => kind === "header" || kind === "contact")
      .flatMap(({ lines }) => lines.map(({ start }) => start)),
  );
  const kept: string[] = [];
  let isValueNext = false;
  for (const line of splitLines(text)) {
    const raw = text.slice(line.start, line.end);
    const indent = text.slice(text.lastIndexOf("\n", line.start - 1) + 1, line.start);
    const isLabel = PRIVATE.test(line.plain) && line.plain.length <= 80 && !line.isMarked;
    if (isLabel && (contact.has(line.start) || /^[^:]{2,30}:/.test(line.plain))) {
      isValueNext = LABEL_ONLY.test(line.plain) && !/\d/.test(line.plain);
      continue;
    }
    if (isValueNext && /^[\p{L}\d][\p{L}\d .\-/,]{0,40}$/u.test(line.plain) && contact.has(line.start)) {
      isValueNext = false;
      continue;
    }
    isValueNext = false;
    const cleaned = contact.has(line.start) ? cleanContact(raw) : raw.replace(PHONE, "").replace(LABELED_PHONE, "");
    if (cleaned === raw) kept.push(indent + raw);
    else if (/[\p{L}\d]/u.test(cleaned) && !/^[\p{L}. -]{1,20}[:.]$/u.test(cleaned.trim()))
      kept.push(indent + cleaned.replace(/\s+$/, ""));
  }
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function cleanContact(raw: string): string {
  const pieces = raw.split(PIECE);
  const kept: string[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? "";
    const cleaned = PRIVATE.test(piece.trim())
      ? ""
      : withoutGermanStreet(piece)
          .replace(PHONE, "")
          .replace(LABELED_PHONE, "")
          .replace(LOCAL_PHONE, "")
          .replace(STREET_EN, "");
    const tidy =
      cleaned === piece
        ? piece
        : cleaned.replace(/^[\s,/]+|[\s,/]+$/g, "").replace(/^(?:address|adresse|anschrift):\s*$/i, "");
    if (tidy.trim() === "") continue;
    if (kept.length > 0) kept.push(pieces[index - 1] ?? " ");
    kept.push(tidy);
  }
  return kept.join("");
}

/** From the house number back over the name: a pattern for both would try every letter of a long line as a beginning. */
function withoutGermanStreet(text: string): string {
  let kept = "";
  let at = 0;
  for (const match of text.matchAll(HOUSE_DE)) {
    const before = text.slice(Math.max(at, match.index - 120), match.index);
    const name = STREET_NAME.exec(before)?.[0].length ?? 0;
    kept += text.slice(at, match.index - name);
    at = match.index + match[0].length;
  }
  return kept + text.slice(at);
}
