import type { SalaryInterval } from "@/db/schema/vocabulary";
import type { NormalizedSalary } from "@/lib/jobs/normalized";
import { oneLine } from "@/lib/jobs/text";
import type { SourceSalary } from "@/lib/sources/adapter";
import { type Amount, findAmounts } from "./amounts";
import { currencyOf, isUnambiguous, roughDollars } from "./currencies";
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
const MONEY =
  /[$€£¥₹₩₪₺₽₴฿₫₱]|zł|Kč|\d\s?[kK](?![\p{L}])|LPA|lpa|lakh|\bkr\b|\b(?:[A-Z]{3}|eur|usd|gbp|pln|chf)\b|salary|gehalt|salaire|euro/u;

const PAY =
  /\b(?:salar(?:y|ies)|base|pay(?! ?pal)|compensation|remuneration|wages?|rate|ote|on[- ]target earnings|earn(?:ings)?|income|package|range|(?:jahres|monats|brutto|grund|fest)?gehalt|vergütung|entgelt|lohn|verdienst|bezahlung|salaire|rémunération|salario|retribuci[oó]n|sueldo|remuneração|stipendio|retribuzione|ral|wynagrodzenie|widełki|stawka|salaris|lön|løn)/giu;
const NOT_PAY =
  /\b(?:revenues?|arr|mrr|funding|funded|raised?|raising|series [a-f]\b|seed|valuation|valued|investors?|invest(?:ment|ed)|backed|budgets?|401|pension|retirement|bonus(?:es)?|sign(?:ing)?[- ]?on|signing|stipends?|allowances?|reimburse\w*|equity|stocks?|rsus?|options|shares|referr?als?|rewards?|commissions?|transport\w*(?: compensation)?|commut\w+|relocation|perks?|benefits?|wellness|wellbeing|learning|education|training|tuition|contribut\w+|match(?:ing|ed)?|deals?|clients|assets|aum|savings|grants?|donat\w+|customers|transactions?|gmv|volume|turnover|umsatz|market|industry|insurance|coverage|per child|vouchers?|credits?|discounts?|gift|spend(?:ing)?|portfolio|projects worth|worth of|fees?|fines?|penalt\w+|prämie|zuschuss|prime|compensation insurance|home ?office setup|equipment|internet|phone|lunch|meal|gym)\b/giu;
const OPEN_END = /\b(?:up to|upto|max(?:imum)?(?: of)?|bis(?: zu)?|jusqu'à|jusqu’à|hasta|do|fino a|at most|tot)\s*$/iu;
const OPEN_START =
  /\b(?:from|starting (?:at|from)|starts? (?:at|from)|min(?:imum)?(?: of)?|at least|ab|mindestens|à partir de|desde|a partir d[aei]|da|od|vanaf|over|above)\s*$/iu;
const RANGE_GAP = /^\s*(?:[-–—~]|to|bis(?: zu)?|à|a|al|hasta|até|do|tot|until|up to|and|und|et|y|e)\s*$/iu;

/**
 * The pay a text states, kept as written; undefined when it states none. Money that is no pay (revenue, funding, bonus,
 * stipend, allowance, 401k) is never taken for it, and what is not said stays out: without a period only amounts that no
 * one earns otherwise get one (20,000 dollars and more: a year; under 100: an hour).
 */
export function parseSalary(text: string, hint: SalaryHint = {}): NormalizedSalary | undefined {
  const bounded = text.slice(0, MAX_TEXT);
  if (!hint.isField && !MONEY.test(bounded)) return undefined;
  let best: { salary: NormalizedSalary; rank: number } | undefined;
  for (const [low, high] of pairUp(findAmounts(bounded), bounded)) {
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
  const lineStart = Math.max(text.lastIndexOf("\n", low.start - 1) + 1, low.start - 160);
  const before = lastClause(text.slice(lineStart, low.start));
  const taxEnd = end + (/^\s*\+\s?(?:vat|mwst\.?|iva|btw|moms)\b/iu.exec(text.slice(end, end + 12))?.[0].length ?? 0);
  const following = text.slice(taxEnd, taxEnd + 80);
  const after = /^[^\n+;,•|]{0,60}/u.exec(following)?.[0].split(/\s(?:plus|and|with|und|et|y)\s|\.\s|\(/iu)[0] ?? "";
  const pay = lastEnd(before, PAY);
  const notPay = lastEnd(before, NOT_PAY);
  if (notPay >= 0 && notPay >= pay) return undefined;
  if (!/^\s*(?:base|gross|basic)/i.test(after) && lastEnd(after.slice(0, 45), NOT_PAY) >= 0) return undefined;

  const mark = [high?.after, high?.before, low.after, low.before].filter((found) => found !== undefined);
  const lead = mark.find(isUnambiguous) ?? mark[0];
  const isLakh = low.isLakhPerAnnum || high?.isLakhPerAnnum === true;
  const currency =
    lead === undefined
      ? (hint.currencyHint ?? (isLakh ? "INR" : undefined))
      : (currencyOf(lead, hint.country) ?? hint.currencyHint);
  const { min, max } = bounds(low, high, before, text.slice(end, end + 2));
  const top = max ?? min ?? 0;
  const stated = isLakh
    ? { interval: "year" as const, end: 0 }
    : (firstInterval(after.slice(0, 40)) ?? (high && firstInterval(text.slice(low.end, high.start))));
  const interval = stated?.interval ?? lastInterval(before.slice(-70))?.interval ?? inferInterval(top, currency);

  const heading = text.slice(Math.max(0, lineStart - 80), lineStart);
  const hasCue =
    pay >= 0 || lastEnd(after, PAY) >= 0 || (/^[^\n]*\n+$/.test(heading.slice(-60)) && lastEnd(heading, PAY) >= 0);
  const lineEnd = text.indexOf("\n", end);
  const isAlone = (lineEnd === -1 ? text.length : lineEnd) - lineStart - (end - low.start) < 60;
  const isMoney = lead !== undefined || isLakh;
  const isTrusted =
    hint.isField ||
    isLakh ||
    hasCue ||
    (high !== undefined && stated !== undefined) ||
    (isAlone && (stated !== undefined || high !== undefined));
  if (!isTrusted || !isPlausible(min, max, interval, currency)) return undefined;
  if (
    !isMoney &&
    !hint.isField &&
    !(hasCue && (stated !== undefined || low.multiplier > 1 || top >= 10_000) && pay >= 0)
  )
    return undefined;
  if (!isMoney && interval === undefined && top < 1000) return undefined;

  const statedEnd = firstInterval(after.slice(0, 40))?.end;
  const quoted = text.slice(low.start, statedEnd === undefined ? end : taxEnd + statedEnd);
  const rank = (high ? 2 : 0) + (hasCue ? 2 : 0) + (stated ? 1 : 0) + (isMoney ? 1 : 0);
  return { salary: finish({ text: oneLine(quoted, 300), min, max, currency, interval }), rank };
}

function bounds(low: Amount, high: Amount | undefined, before: string, next: string): { min?: number; max?: number } {
  if (high) {
    const scaled =
      low.multiplier === 1 && high.multiplier > 1 && low.value < 1000 ? low.value * high.multiplier : low.value;
    const top =
      high.multiplier === 1 && low.multiplier > 1 && high.value < 1000 ? high.value * low.multiplier : high.value;
    return scaled <= top ? { min: scaled, max: top } : { min: top, max: scaled };
  }
  if (OPEN_END.test(before)) return { max: low.value };
  if (OPEN_START.test(before) || next.startsWith("+")) return { min: low.value };
  return { min: low.value, max: low.value };
}

/** The last sentence or clause before an amount; "Base salary (excluding bonus):" loses its bracket. */
function lastClause(text: string): string {
  const clause = text.split(/[.!?]\s|[;•|]|\s\+\s/u).at(-1) ?? "";
  return clause.replace(
    /\((?:excl|plus|not incl|before|without|ohne|zzgl)[^)]{0,80}\)|\b(?:excluding|not including|without)\s+\w+/giu,
    " ",
  );
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
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
