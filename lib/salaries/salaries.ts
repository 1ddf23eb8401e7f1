import type { SalaryInterval } from "@/db/schema/vocabulary";
import type { NormalizedSalary } from "@/lib/jobs/normalized";
import { oneLine } from "@/lib/jobs/text";
import type { SourceSalary } from "@/lib/sources/adapter";
import { type Amount, findAmounts } from "./amounts";
import { type AmountContext, readContext } from "./context";
import { CURRENCY_CODES, currencyOf, isUnambiguous, roughDollars } from "./currencies";
import { firstInterval, lastInterval, PER_YEAR } from "./intervals";

export interface SalaryHint {
  /** ISO 3166-1 alpha-2: decides what "$" and "kr" mean. */
  country?: string;
  /** ISO 4217 the board gives apart from the text. */
  currencyHint?: string;
  /** The text is the board's own salary field, so it needs no word like "salary". */
  isField?: boolean;
}

const MAX_TEXT = 60_000;
/** No posting weighs more amounts than this before it comes to its own pay. */
const MAX_CANDIDATES = 200;
/** Lines without any of these hold no pay worth looking for. */
const MONEY = new RegExp(
  `[$€£¥₹₩₪₺₽₴฿₫₱]|zł|Kč|\\d\\s?[kK](?![\\p{L}])|LPA|lpa|[Ll]akh|\\b(?:${CURRENCY_CODES.join("|")}|eur|usd|gbp|pln|chf|kr|euros?|Euros?)\\b|(?:[Ss]alary|SALARY|[Cc]ompensation|[Gg]ehalt|[Ss]alaire|RAL)[^\\n]{0,40}\\d`,
  "u",
);

const RANGE_GAP = /^\s*(?:[-–—~]|to|bis(?: zu)?|à|a|al|hasta|até|do|tot|until|up to|and|und|et|y|e)\s*$/iu;

/**
 * The pay a text states, kept as written; undefined when it states none. Money that is no pay (revenue, funding, bonus,
 * stipend, allowance, 401k) is never taken for it, and what is not said stays out: without a period only amounts that no
 * one earns otherwise get one (20,000 dollars and more: a year; under 100: an hour).
 */
export function parseSalary(text: string, hint: SalaryHint = {}): NormalizedSalary | undefined {
  const bounded = text.slice(0, MAX_TEXT);
  let best: { salary: NormalizedSalary; rank: number } | undefined;
  for (const [low, high] of pairUp(amountsIn(bounded, hint.isField === true), bounded).slice(0, MAX_CANDIDATES)) {
    const found = judge(bounded, low, high, hint);
    if (found && (best === undefined || found.rank > best.rank)) best = found;
  }
  return best?.salary;
}

/** Pay from a board's own fields, else from its salary text. Estimates and stipends of the board are not the employer's word. */
export function salaryFromSource(
  salary: SourceSalary | undefined,
  hint: SalaryHint = {},
): NormalizedSalary | undefined {
  if (salary === undefined || salary.isEstimate) return undefined;
  const min = positive(salary.min);
  const max = positive(salary.max);
  const currency = /^[A-Za-z]{3}$/.test(salary.currency ?? "") ? salary.currency?.toUpperCase() : undefined;
  const parsed = salary.text
    ? parseSalary(salary.text, { ...hint, currencyHint: currency ?? hint.currencyHint, isField: true })
    : undefined;
  if (min === undefined && max === undefined) return parsed;
  const [low, high] = min !== undefined && max !== undefined && min > max ? [max, min] : [min, max];
  const known = currency ?? parsed?.currency ?? hint.currencyHint;
  const interval = salary.interval ?? parsed?.interval ?? inferInterval(high ?? low ?? 0, known);
  const stated = [low, high === low ? undefined : high].filter((amount) => amount !== undefined).join(" – ");
  const text = salary.text ?? [stated, known, interval && `per ${interval}`].filter(Boolean).join(" ");
  return finish({ text: oneLine(text, 300), min: low, max: high, currency: known, interval });
}

function amountsIn(text: string, isField: boolean): Amount[] {
  const amounts: Amount[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (isField || MONEY.test(line)) amounts.push(...findAmounts(line, start));
    start = end + 1;
  }
  return amounts;
}

/** Neighbors with only "–" or "to" between them are one range. */
function pairUp(amounts: readonly Amount[], text: string): [Amount, Amount | undefined][] {
  const pairs: [Amount, Amount | undefined][] = [];
  for (let i = 0; i < amounts.length; i++) {
    const low = amounts[i] as Amount;
    const high = amounts[i + 1];
    if (high && high.start - low.end < 30 && isRangeGap(text.slice(low.end, high.start))) {
      pairs.push([low, high]);
      i++;
    } else pairs.push([low, undefined]);
  }
  return pairs;
}

function isRangeGap(gap: string): boolean {
  if (RANGE_GAP.test(gap)) return true;
  const interval = firstInterval(gap);
  return interval !== undefined && RANGE_GAP.test(gap.slice(interval.end));
}

function judge(text: string, low: Amount, high: Amount | undefined, hint: SalaryHint) {
  if (low.isHuge || high?.isHuge) return undefined;
  const end = (high ?? low).end;
  const isLakh = low.isLakhPerAnnum || high?.isLakhPerAnnum === true;
  const marks = [high?.after, high?.before, low.after, low.before].filter((mark) => mark !== undefined);
  const mark = marks.find(isUnambiguous) ?? marks[0];
  const isMoney = mark !== undefined || isLakh;
  const context = readContext(text, low.start, end);
  if (context.isNotPay || (!isMoney && !hint.isField && !context.hasCueBefore)) return undefined;

  const marked = mark === undefined ? undefined : currencyOf(mark, hint.country);
  const currency = marked ?? hint.currencyHint ?? (isLakh ? "INR" : undefined);
  const { min, max } = bounds(low, high, context.opens);
  const top = max ?? min ?? 0;
  const behind = firstInterval(context.after.slice(0, 40));
  const stated = isLakh ? "year" : (behind ?? (high && firstInterval(text.slice(low.end, high.start))))?.interval;
  const interval = stated ?? lastInterval(context.before.slice(-70))?.interval ?? inferInterval(top, currency);

  const isStatedPay = context.hasCue || (high !== undefined && stated !== undefined);
  const standsAlone = context.isAlone && (stated !== undefined || high !== undefined);
  if (!hint.isField && !isLakh && !isStatedPay && !standsAlone) return undefined;
  if (!isMoney && !isLikelyPay(low, top, interval, stated !== undefined || hint.isField === true)) return undefined;
  if (!isPlausible(min, max, interval, currency)) return undefined;

  const quoted = text.slice(low.start, behind === undefined ? end : context.afterStart + behind.end);
  const rank = (high ? 2 : 0) + (context.hasCue ? 2 : 0) + (stated ? 1 : 0) + (isMoney ? 1 : 0);
  return { salary: finish({ text: oneLine(quoted, 300), min, max, currency, interval }), rank };
}

/** A number without any currency: "Salary: 60,000 - 80,000" is pay, "Salary review after 12 months" is none. */
function isLikelyPay(low: Amount, top: number, interval: SalaryInterval | undefined, isCertain: boolean): boolean {
  return (isCertain || low.multiplier > 1 || top >= 10_000) && (interval !== undefined || top >= 1000);
}

function bounds(low: Amount, high: Amount | undefined, opens: AmountContext["opens"]): { min?: number; max?: number } {
  if (!high) {
    return { min: opens === "below" ? undefined : low.value, max: opens === "above" ? undefined : low.value };
  }
  // "120-150k" means thousands twice.
  const bottom = low.multiplier === 1 && low.value < 1000 ? low.value * high.multiplier : low.value;
  const top = high.multiplier === 1 && high.value < 1000 ? high.value * low.multiplier : high.value;
  return bottom <= top ? { min: bottom, max: top } : { min: top, max: bottom };
}

function inferInterval(amount: number, currency: string | undefined): SalaryInterval | undefined {
  const dollars = roughDollars(amount, currency);
  if (dollars === undefined) return undefined;
  return dollars >= 20_000 ? "year" : dollars < 100 && dollars >= 5 ? "hour" : undefined;
}

function isPlausible(
  min: number | undefined,
  max: number | undefined,
  interval: SalaryInterval | undefined,
  currency: string | undefined,
): boolean {
  const top = max ?? min ?? 0;
  if (top < 5 || (min !== undefined && max !== undefined && min > 0 && max / min > 12)) return false;
  if (interval === undefined) return true;
  const yearly = roughDollars(top * PER_YEAR[interval], currency) ?? top * PER_YEAR[interval];
  return yearly >= 600 && yearly <= 8_000_000;
}

function positive(amount: number | undefined): number | undefined {
  return amount !== undefined && Number.isFinite(amount) && amount > 0 ? amount : undefined;
}

function finish(salary: Omit<NormalizedSalary, "annualMin" | "annualMax">): NormalizedSalary {
  const factor = salary.interval && PER_YEAR[salary.interval];
  const yearly = (amount: number | undefined) =>
    factor === undefined || amount === undefined ? undefined : Math.round(amount * factor);
  const all = { ...salary, annualMin: yearly(salary.min), annualMax: yearly(salary.max) };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as NormalizedSalary;
}
