/** A span of time as a CV states it. Dates are ISO months, or bare years where the CV names no month. */
export interface DateRange {
  from?: string;
  /** Absent while it lasts. */
  to?: string;
  isCurrent: boolean;
}

export interface FoundRange extends DateRange {
  /** Offsets into the text given. */
  start: number;
  end: number;
}

const YEAR = "(?:19[6-9]\\d|20[0-4]\\d)";
const MONTH_NUMBER = "(?:0?[1-9]|1[0-2])";
const MONTH_NAME =
  "(?:jan(?:uary|uar)?|jän(?:ner)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|maerz|mrz|apr(?:il)?|ma[yi]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";
const POINT = [
  `${MONTH_NAME}\\.?,?\\s{0,3}['’]?(?:${YEAR}|(?<=['’])\\d{2})`,
  `(?:(?:0?[1-9]|[12]\\d|3[01])\\.)?${MONTH_NUMBER}\\s?[./]\\s?${YEAR}`,
  `${YEAR}[-/.](?:0[1-9]|1[0-2])(?!\\d)`,
  `(?<![\\d/.])(?:0[1-9]|1[0-2])/\\d{2}(?![\\d/])`,
  YEAR,
].join("|");
const OPEN =
  "present|current(?:ly)?|now|today|ongoing|to date|heute|aktuell|jetzt|laufend|derzeit|gegenwart|gegenwärtig|dato";
const DASH = "\\s{0,3}(?:[-–—−→]|\\b(?:to|until|till|bis(?: zum)?)\\b)\\s{0,3}";
const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${POINT})${DASH}(?:(${POINT})(?!\\d)|(${OPEN})(?!\\p{L})|(\\d{2})(?![\\d./])|(?=\\s*(?:$|[)|·,])))`,
  "iu",
);
const SINCE = new RegExp(`(?<![\\p{L}\\p{N}])(?:since|seit|ab|from)\\s{1,3}(${POINT})(?!\\d)`, "iu");
const SINGLE = new RegExp(`(?<![\\p{L}\\p{N}.,$€£-])(${POINT})(?![\\p{N}%]|[.,]\\d)`, "iu");

/** The first "03/2019 – present", "seit März 2020" or "2015-18" of a line. */
export function findDateRange(text: string): FoundRange | undefined {
  if (!/\d{2}/.test(text)) return undefined;
  const range = RANGE.exec(text);
  if (range) {
    const from = readPoint(range[1] as string);
    const to = range[2] ? readPoint(range[2]) : range[4] ? shortYear(from, range[4]) : undefined;
    if (from && (to === undefined || orderOf(to) >= orderOf(from))) {
      return { from, ...(to && { to }), isCurrent: to === undefined, ...offsets(range) };
    }
  }
  const since = SINCE.exec(text);
  const from = since && readPoint(since[1] as string);
  return since && from ? { from, isCurrent: true, ...offsets(since) } : undefined;
}

/** The first lone date of a line, such as a year of graduation. */
export function findDate(text: string): { date: string; start: number; end: number } | undefined {
  const match = /\d{2}/.test(text) ? SINGLE.exec(text) : undefined;
  const date = match && readPoint(match[1] as string);
  return match && date ? { date, ...offsets(match) } : undefined;
}

/** Months since year 0 of `now`. */
export function monthOf(now: Date): number {
  return now.getUTCFullYear() * 12 + now.getUTCMonth();
}

/** First month and the month after the last, counted from year 0. A bare year begins in January and ends where the next date begins. */
export function rangeMonths({ from, to, isCurrent }: DateRange, now: Date): { start: number; end: number } | undefined {
  if (from === undefined) return undefined;
  const start = orderOf(from);
  const limit = monthOf(now) + 1;
  let end = limit;
  if (!isCurrent && to !== undefined) {
    const last = orderOf(to);
    const isBareYear = to.length === 4;
    end = isBareYear ? (last > start && from.slice(0, 4) !== to ? last : last + 12) : last + 1;
  }
  end = Math.min(end, limit);
  return end > start ? { start, end } : undefined;
}

/** Months covered by at least one of the ranges. */
export function mergedMonths(ranges: readonly DateRange[], now: Date): number {
  const months = ranges.flatMap((range) => rangeMonths(range, now) ?? []).sort((a, b) => a.start - b.start);
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of months) {
    if (end <= reached) continue;
    total += end - Math.max(start, reached);
    reached = end;
  }
  return total;
}

/** ISO month of an index of `monthOf`. */
export function isoMonth(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function orderOf(date: string): number {
  const [year = "0", month = "1"] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

function readPoint(text: string): string | undefined {
  const year = new RegExp(YEAR).exec(text)?.[0] ?? fullYear(/(?:['’]|\/)(\d{2})$/.exec(text)?.[1]);
  if (year === undefined) return undefined;
  const name = new RegExp(`^${MONTH_NAME}`, "i").exec(text)?.[0];
  const number = name ? monthNumber(name) : numericMonth(text);
  return number ? `${year}-${String(number).padStart(2, "0")}` : year;
}

function numericMonth(text: string): number | undefined {
  const iso = /^\d{4}[-/.](\d{2})$/.exec(text);
  const local = /^(?:\d{1,2}\.)?(\d{1,2})\s?[./]\s?\d{2,4}$/.exec(text);
  const month = Number(iso?.[1] ?? local?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : undefined;
}

const MONTHS = [
  "jan jän",
  "feb",
  "mar mär mrz mae",
  "apr",
  "may mai",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct okt",
  "nov",
  "dec dez",
];

function monthNumber(name: string): number {
  return MONTHS.findIndex((names) => names.split(" ").includes(name.slice(0, 3).toLowerCase())) + 1;
}

/** "03/19" is 2019, "11/98" is 1998. */
function fullYear(digits: string | undefined): string | undefined {
  if (digits === undefined) return undefined;
  return Number(digits) < 60 ? `20${digits}` : `19${digits}`;
}

function shortYear(from: string | undefined, digits: string): string | undefined {
  return from && from.length === 4 ? `${from.slice(0, 2)}${digits}` : undefined;
}

function offsets(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
