import type { Reading } from "./clauses";

const LANGUAGES: [string, string][] = [
  ["en", "english|englisch\\w*"],
  ["de", "german|deutsch(?!land)\\w*"],
  ["fr", "french|französisch\\w*"],
  ["es", "spanish|spanisch\\w*"],
  ["it", "italian|italienisch\\w*"],
  ["pt", "portuguese|portugiesisch\\w*"],
  ["nl", "dutch|niederländisch\\w*"],
  ["pl", "polish|polnisch\\w*"],
  ["sv", "swedish"],
  ["da", "danish"],
  ["no", "norwegian"],
  ["fi", "finnish"],
  ["cs", "czech"],
  ["ru", "russian"],
  ["uk", "ukrainian"],
  ["tr", "turkish"],
  ["ar", "arabic"],
  ["he", "hebrew"],
  ["hi", "hindi"],
  ["ja", "japanese"],
  ["ko", "korean"],
  ["zh", "mandarin|chinese|cantonese"],
  ["hu", "hungarian"],
  ["ro", "romanian"],
  ["el", "greek"],
];
const NAMES = LANGUAGES.map(([code, names]) => [code, new RegExp(`\\b(?:${names})`, "giu")] as const);
const SKILL =
  /\b(?:fluen(?:t|cy|tly)|native|proficien\w+|business[- ]level|professional(?: working)?|c1|c2|b1|b2|a2|excellent|strong|very good|good|advanced|upper[- ]intermediate|intermediate|conversational|verhandlungssicher\w*|fließend\w*|sehr gute|gute|sichere?|muttersprach\w*|language|languages|written|spoken|verbal(?:ly)?|speak(?:ers?|ing)?|command|bilingual|communicat\w+|sprachkenntnisse|kenntnisse|in wort und schrift|required|mandatory|must|basic)\b|kenntnisse\b|\b\w+kenntnisse/i;
const OTHER_USE =
  /\b(?:classes|courses?|lessons|team|market|customers?|company|office|version|speaking countries|citizens?|translation|localization|food|cuisine|startup|law|engineering)\b/i;

/** Human languages a sentence asks for. "German or English" is one clause "de|en"; "German and English" are two. */
export function languageClauses(text: string): Reading[] {
  if (!SKILL.test(text)) return [];
  const found: { code: string; start: number; end: number }[] = [];
  for (const [code, pattern] of NAMES) {
    for (const match of text.matchAll(pattern))
      found.push({ code, start: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.start - b.start);
  const asked = found.filter(({ start, end }) => isAsked(text, start, end));
  const readings: Reading[] = [];
  for (let i = 0; i < asked.length; i++) {
    const item = asked[i] as (typeof asked)[number];
    const codes = [item.code];
    for (
      let next = asked[i + 1];
      next && isOr(text.slice((asked[i] as typeof item).end, next.start));
      next = asked[i + 1]
    ) {
      codes.push(next.code);
      i++;
    }
    const value = [...new Set(codes)].join("|");
    if (readings.every((reading) => reading.value !== value)) {
      readings.push({ kind: "language", value, isHard: isHard(text, item.start, (asked[i] as typeof item).end) });
    }
  }
  return readings;
}

function isAsked(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 70), end + 50);
  const after = text.slice(end, end + 25);
  return (
    SKILL.test(near) &&
    !OTHER_USE.test(after) &&
    !/\b(?:no|not|without|kein\w*)\b[^.;,]{0,25}$/i.test(text.slice(0, start))
  );
}

function isOr(gap: string): boolean {
  return /^[\s,/]*(?:and\/or|or|oder)\s*(?:\w+\s)?$/i.test(gap) && gap.length < 25;
}

/** "English (German a plus)": the wish belongs to the language beside it only. */
function isHard(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 40).split(/[.;]|,\s*(?!and|or)/)[0] ?? "";
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[.;,(]/)
      .at(-1) ?? "";
  const wish =
    /\b(?:plus|bonus|advantage|preferred|appreciated|nice to have|desirable|optional|von vorteil|beneficial|willing to learn|not required|helpful)\b/i;
  return (
    !wish.test(after) &&
    !/\b(?:ideally|preferably|nice to have|plus|bonus|willing to learn|basic|learn|idealerweise)\b/i.test(before)
  );
}
