import { CURRENCY_CODES } from "./currencies";

/** A number in a text that may be money. */
export interface Amount {
  start: number;
  end: number;
  value: number;
  /** Currency marks as written, the one before and the one after. */
  before?: string;
  after?: string;
  multiplier: number;
  /** "12 LPA": lakh rupees a year. */
  isLakhPerAnnum: boolean;
  /** Millions and billions: revenue or funding, never pay. */
  isHuge: boolean;
}

const CODES = [...CURRENCY_CODES, "RMB"].join("|");
const LOWER_CODES = "eur|usd|gbp|pln|chf|sek|cad|aud|inr|dkk|nok|czk|sgd";
const BEFORE = `US\\$|U\\$S|CAD?\\$|CDN\\$|C\\$|AUD?\\$|A\\$|NZ\\$|SG?\\$|HK\\$|MX\\$|NT\\$|R\\$|[$€£¥₹₩₪₺₽₴฿₫₱₦]|(?:(?<![\\p{L}])(?:${CODES}|${LOWER_CODES}|Rs\\.?|RM|Rp|Fr\\.|SFr\\.?|kr\\.?)(?:\\s?[$€£])?)`;
const NUMBER = "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d])|\\d{1,9}(?:[.,]\\d{1,2})?(?![\\d])";
const MULTIPLIER =
  "[kK](?![\\p{L}])|[Tt]sd\\.?|thousand|tys\\.?|mille(?![\\p{L}])|LPA|lpa|[Ll]akhs?|[Ll]acs?|L(?![\\p{L}])|万|[Cc]rores?|[Cc]r(?![\\p{L}])|[Mm]illions?|[Mm]io\\.?|[Mm]ln|[Mm][Nn]?(?![\\p{L}/²])|[Bb]illions?|[Bb][Nn]?(?![\\p{L}2])";
const AFTER = `[$€£¥₹₩₪₺₽₴฿₫₱]|zł(?:otych)?|zl(?![\\p{L}])|Kč|kr(?![\\p{L}])\\.?|Ft(?![\\p{L}])|lei(?![\\p{L}])|円|元|(?:${CODES}|${LOWER_CODES}|euros?|Euros?|EUROS?|(?:US )?dollars?|pounds)(?![\\p{L}])`;
const AMOUNT = new RegExp(
  `(?<![\\d.,\\p{L}])(?:(${BEFORE})\\s?)?(${NUMBER})(?:\\s?(${MULTIPLIER}))?(?:\\s?(${AFTER}))?(?![\\p{L}])`,
  "gu",
);

/** Every number of a line with the currency and multiplier beside it; percentages, 401(k) and the like left out. */
export function findAmounts(text: string, offset = 0): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, before, digits = "", unit = "", after] = match;
    const start = match.index;
    const end = start + whole.length;
    if (/^\s?%/.test(text.slice(end, end + 2)) || isRetirementPlan(digits, text, start)) continue;
    const multiplier = factorOf(unit);
    amounts.push({
      start: start + offset,
      end: end + offset,
      value: parseNumber(digits) * multiplier,
      before: before?.trim(),
      after,
      multiplier,
      isLakhPerAnnum: /^lpa$/i.test(unit),
      isHuge: /^(?:m|b|cr)/i.test(unit) && !/^mille$/i.test(unit),
    });
  }
  return amounts;
}

/** "120.000", "120,000.50", "120 000", "12,5" → 120000, 120000.5, 120000, 12.5. */
export function parseNumber(digits: string): number {
  const compact = digits.replace(/['’\s\u00a0\u202f]/g, "");
  const decimal = /[.,](\d{1,2})$/.exec(compact);
  const whole = (decimal ? compact.slice(0, decimal.index) : compact).replace(/[.,]/g, "");
  return Number(decimal ? `${whole}.${decimal[1]}` : whole);
}

function factorOf(unit: string): number {
  if (unit === "") return 1;
  if (/^(?:k|t|mille$)/i.test(unit)) return 1000;
  if (/^l/i.test(unit)) return 100_000;
  if (unit === "万") return 10_000;
  return /^b/i.test(unit) ? 1e9 : /^cr/i.test(unit) ? 1e7 : 1e6;
}

function isRetirementPlan(digits: string, text: string, start: number): boolean {
  return (
    /^40[13]$/.test(digits) &&
    /^\d{3}\s?(?:\(?[kb]\)?)/i.test(
      text
        .slice(start)
        .replace(/^[^\d]+/, "")
        .slice(0, 6),
    )
  );
}
