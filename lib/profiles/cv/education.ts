import type { ProfileFacts } from "@/db/schema/shapes";
import { findDate, findDateRange } from "./dates";
import type { Line } from "./lines";
import type { Section } from "./sections";

export type Education = ProfileFacts["education"][number] & { start: number; end: number };

const LEVELS: readonly [Education["level"], RegExp][] = [
  ["doctorate", /\b(?:ph\.?\s?d\.?|doctor(?:ate|al)?|dr\.(?: rer\.?| ing\.?)|dr\.-ing|promotion|dphil)(?!\p{L})/iu],
  [
    "master",
    /\b(?:master\w*|m\.?\s?sc\.?|m\.?\s?a\.?(?=[\s,(]|$)|m\.?\s?eng\.?|mba|m\.?\s?s\.?(?=[\s,(]|$)|diplom(?!a\b)\w*|dipl\.?-?\w*|magister|staatsexamen|mres|mphil)(?!\p{L})/iu,
  ],
  [
    "bachelor",
    /\b(?:bachelor\w*|b\.?\s?sc\.?|b\.?\s?a\.?(?=[\s,(]|$)|b\.?\s?eng\.?|b\.?\s?s\.?(?=[\s,(]|$)|b\.?\s?tech\.?|undergraduate degree)(?!\p{L})/iu,
  ],
  [
    "associate",
    /\b(?:associate(?:'s)? (?:degree|of)|a\.?a\.?s\.?|foundation degree|hnd|fachinformatiker\w*|berufsausbildung|ausbildung zum?r?|ihk|apprenticeship|staatlich gepr[uü]fte\w*)(?!\p{L})/iu,
  ],
];
const MAX_LINE = 400;
const SCHOOL =
  /\b(?:abitur|high school|gymnasium|matura|a-levels?|secondary school|realschule|fachabitur|baccalaur[eé]at|gcse)\b/i;
const INSTITUTION =
  /universit|college|institute?\b|institut |school|hochschule|akademie|academy|polytechnic|gymnasium|\bfh\b|\bth\b|\btu\b|\bmit\b|\beth\b|\buc\b|berufsschule|\bihk\b|\bfernuni|campus|bootcamp|faculty|dhbw/i;
const DEGREE_WORD = /\bdegree\b|abschluss|studium|studies/i;

/** The level a degree's name states. */
export function degreeLevel(text: string): Education["level"] | undefined {
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Degrees and schools under the headings for them. A school diploma has the level "none". */
export function readEducation({ lines }: Section): Education[] {
  return entriesOf(lines.filter(({ plain }) => plain.length <= MAX_LINE))
    .slice(0, 40)
    .flatMap((entry) => readEntry(entry) ?? []);
}

function entriesOf(lines: readonly Line[]): Line[][] {
  const entries: Line[][] = [];
  let isAfterBlank = true;
  for (const line of lines) {
    if (line.isBlank) {
      isAfterBlank = true;
      continue;
    }
    const current = entries.at(-1);
    if (!current || startsNew(line, current, isAfterBlank)) entries.push([line]);
    else current.push(line);
    isAfterBlank = false;
  }
  return entries;
}

/** A new degree, school or date begins an entry when the one being read has that already. */
function startsNew(line: Line, current: readonly Line[], isAfterBlank: boolean): boolean {
  const has = (test: (text: string) => boolean) => current.some(({ plain }) => test(plain));
  const isDegree = (text: string) => degreeLevel(text) !== undefined || SCHOOL.test(text);
  const isDated = (text: string) => findDateRange(text) !== undefined;
  if (line.isMarked) return true;
  if (isDegree(line.plain) && has(isDegree)) return !line.isBullet || (current[0] as Line).isBullet;
  if (isDated(line.plain) && has(isDated)) return true;
  if (!isAfterBlank) return false;
  const isSchool = (text: string) => INSTITUTION.test(text);
  return (isSchool(line.plain) && has(isSchool)) || (has(isDegree) && has(isSchool));
}

function readEntry(entry: readonly Line[]): Education | undefined {
  const text = entry.map(({ plain }) => plain).join("   ");
  const level = degreeLevel(text);
  if (!level && !SCHOOL.test(text) && !INSTITUTION.test(text) && !DEGREE_WORD.test(text)) return undefined;
  const range = findDateRange(text);
  const lone = range ? undefined : findDate(text);
  const dates = range ?? lone;
  const bare = dates ? `${text.slice(0, dates.start)}   ${text.slice(dates.end)}` : text;
  const pieces = bare
    .split(
      /\s{3,}|\s*[|·•;]\s*|\s+[–—-]+\s+|,\s+|\s+(?:at|an der|bei)\s+(?=[^,|]*(?:niversit|ollege|nstitut|chool|ochschule|kadem|cadem))/u,
    )
    .map((piece) => piece.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/g, ""))
    .filter(
      (piece) =>
        piece !== "" &&
        !/^(?:gpa|grade|note|abschlussnote|final grade|thesis|bachelorarbeit|masterarbeit)\b/i.test(piece),
    );
  const isDegree = (piece: string) => degreeLevel(piece) !== undefined || SCHOOL.test(piece) || DEGREE_WORD.test(piece);
  const institution = pieces.find((piece) => INSTITUTION.test(piece) && !/\bdegree\b/i.test(piece)) ?? "";
  const degreePiece = pieces.find((piece) => piece !== institution && isDegree(piece)) ?? "";
  const { degree, field } = splitDegree(degreePiece, pieces, institution);
  const first = entry[0] as Line;
  return {
    institution: institution.slice(0, 200),
    degree: degree.slice(0, 200),
    field: field.slice(0, 200),
    level: level ?? "none",
    ...(range?.from && { from: range.from }),
    ...((range?.to ?? lone?.date) && { to: range?.to ?? lone?.date }),
    start: first.start,
    end: (entry.at(-1) as Line).end,
  };
}

/** "M.Sc. in Computer Science" and "B.Sc., Informatik". */
function splitDegree(piece: string, pieces: readonly string[], institution: string): { degree: string; field: string } {
  const inside = /^(.*?)\s+(?:in|der|of (?=computer|software|information|electrical))\s+(.+)$/i.exec(piece);
  if (inside?.[1] && inside[2] && !SCHOOL.test(piece)) return { degree: inside[1].trim(), field: inside[2].trim() };
  const short =
    /^((?:[bm]\.?\s?(?:sc|a|eng|s|tech)\.?|bachelor|master|diplom|ph\.?d\.?|mba))\s+(?:of science\s+)?(\p{Lu}.+)$/iu.exec(
      piece,
    );
  if (short?.[1] && short[2] && !/^of\b/i.test(short[2])) return { degree: short[1], field: short[2] };
  const next = pieces[pieces.indexOf(piece) + 1];
  const isField =
    next !== undefined &&
    next !== institution &&
    /comput|informati|software|engineer|mathemat|physi|science|ingenieur|technik|wirtschaft|design|elektro/i.test(next);
  return { degree: piece, field: piece !== "" && isField ? next : "" };
}
