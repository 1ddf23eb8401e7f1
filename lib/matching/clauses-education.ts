import type { Reading } from "./clauses";
import type { Unit } from "./posting-units";

const LEVELS: [string, RegExp][] = [
  [
    "bachelor",
    /\b(?:bachelor\w*(?:['’]s)?|b\.?\s?sc\.?|b\.?s\.?(?=[\s/,.)]|$)|b\.?a\.?(?=[\s/)])|b\.?eng|undergraduate degree|fachhochschul\w*)(?![\p{L}])/iu,
  ],
  [
    "master",
    /\b(?:master(?:['’]?s)?(?: of| in|['’]s| degree|\/|,|\b(?= or))|m\.?\s?sc\.?|m\.?s\.?(?=[\s/,.)]|$)|m\.?eng|advanced degree|graduate degree|diplom)(?![\p{L}])/iu,
  ],
  ["doctorate", /\b(?:ph\.?\s?d|doctora(?:te|l)|promotion in)\b/i],
];
const DEGREE =
  /\bdegrees?\b|\bstudium\b|\bhochschulabschluss\b|\bstudies\b|\bdiploma\b|\bdiplom\b|\bph\.?d\b|\bb\.?sc\b|\bm\.?sc\b|\bbachelor|\bbs\/(?:ms|ba)\b|\bgraduate of\b/i;
const EQUIVALENT =
  /\b(?:or|and\/or|oder|or an?|or other)\b[^.;]{0,40}\b(?:equivalent|comparable|similar|related|relevant|practical|work|hands[- ]on|professional|industry|self[- ]taught|vergleichbar\w*|gleichwertig\w*|entsprechend\w*|ähnlich\w*|\d+\+? years)\b[^.;]{0,40}(?:experience|qualification|training|education|background|combination|ausbildung|qualifikation|erfahrung|knowledge|skills|$|[.,)])|equivalent (?:experience|work|combination|practical)|in lieu of|or equivalent|ausbildung\b[^.;]{0,30}\boder\b|\boder\b[^.;]{0,40}ausbildung|no degree|degree (?:is )?not/i;
/** "2 years of experience, or 1 year with an advanced degree" asks for no degree. */
const ONE_WAY_OF_SEVERAL =
  /\byears?\b[^.;]{0,120}\bor\b[^.;]{0,80}\bdegree|\bdegree\b[^.;]{0,80}\bor\b[^.;]{0,80}\byears?\b|\bmay be considered\b|\bsubstitut\w+|\bwith an? (?:advanced|graduate) degree\b|\bwithout (?:a |prior )/i;
const STUDYING = /\b(?:pursuing|students?|studierende\w*|enrolled)\b/i;
const NOT_ASKED =
  /\b(?:high degree|degree of|some degree|360[- ]degree|to a degree|degrees? (?:of freedom|celsius)|tuition|degree program|reimburs\w+|no degree|not required to have)\b/i;
const GRADUATION =
  /\bgraduat\w+\b[^.;]{0,30}\b(?:between|in|by|from|date|before|after|within)\b|\bclass of 20\d\d|\b(?:currently |be )?enrolled in\b|\bpursuing (?:an? |your |the |for )?(?:\w+ )?(?:degree|bachelor|master|ph\.?d|b\.?sc|m\.?sc|studies|undergraduate|graduate)|\bimmatrikul\w+|\beingeschrieben\b|\brecent (?:college |university )?graduates?\b|\bgraduation (?:date|year)/i;

/** Degrees and graduation windows. The value of a degree is the lowest level that satisfies the sentence. */
export function educationClauses({ text, section }: Unit): Reading[] {
  const readings: Reading[] = [];
  if (GRADUATION.test(text)) readings.push({ kind: "graduation", value: windowOf(text), isHard: true });
  if (!DEGREE.test(text) || NOT_ASKED.test(text) || STUDYING.test(text)) return readings;
  const level =
    LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ??
    (/\bdegree|studium|hochschul|studies/i.test(text) ? "bachelor" : undefined);
  if (!level) return readings;
  const isAsked =
    section === "must" ||
    /\b(?:must|required?|minimum|need|you have|hold|completed|abgeschlossen\w*|voraussetzung)\b/i.test(text);
  readings.push({
    kind: "degree",
    value: level,
    isHard: isAsked && !EQUIVALENT.test(text) && !ONE_WAY_OF_SEVERAL.test(text),
  });
  return readings;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const DATE = new RegExp(
  `\\b(?:(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|spring|summer|fall|autumn|winter)\\.?\\s+)?(20\\d\\d)\\b`,
  "gi",
);
const SEASON: Record<string, [string, string]> = {
  spring: ["01", "06"],
  summer: ["05", "09"],
  fall: ["08", "12"],
  autumn: ["08", "12"],
  winter: ["11", "12"],
};

/** "2025-12..2026-06"; "enrolled" when the sentence names no year. */
function windowOf(text: string): string {
  const dates = Array.from(text.matchAll(DATE), ([, word, year]) => bounds(word?.toLowerCase(), year as string));
  if (dates.length === 0) return /enrolled|pursuing|immatrikul|eingeschrieben/i.test(text) ? "enrolled" : "recent";
  const from = dates.map(([first]) => first).sort()[0];
  const to = dates
    .map(([, last]) => last)
    .sort()
    .at(-1);
  return `${from}..${to}`;
}

function bounds(word: string | undefined, year: string): [string, string] {
  if (word === undefined) return [`${year}-01`, `${year}-12`];
  const season = SEASON[word];
  if (season) return [`${year}-${season[0]}`, `${year}-${season[1]}`];
  const month = String(MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1).padStart(2, "0");
  return [`${year}-${month}`, `${year}-${month}`];
}
