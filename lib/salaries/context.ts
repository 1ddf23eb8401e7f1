/** What the words around an amount say about it. */

const PAY =
  /\b(?:salar(?:y|ies)|base|pay(?! ?pal)|compensation|remuneration|wages?|rate|ote|on[- ]target earnings|earn(?:ings)?|income|package|range|(?:jahres|monats|brutto|grund|fest)?gehalt|vergütung|entgelt|lohn|verdienst|bezahlung|salaire|rémunération|salario|retribuci[oó]n|sueldo|remuneração|stipendio|retribuzione|ral|wynagrodzenie|widełki|stawka|salaris|lön|løn)/giu;
const NOT_PAY =
  /\b(?:revenues?|arr|mrr|funding|funded|raised?|raising|series [a-f]\b|seed|valuation|valued|investors?|invest(?:ment|ed)|backed|budgets?|401|pension|retirement|bonus(?:es)?|sign(?:ing)?[- ]?on|signing|stipends?|allowances?|reimburse\w*|equity|stocks?|rsus?|options|shares|referr?als?|rewards?|commissions?|transport\w*(?: compensation)?|commut\w+|relocation|perks?|benefits?|wellness|wellbeing|learning|education|training|tuition|contribut\w+|match(?:ing|ed)?|deals?|clients|assets|aum|savings|grants?|donat\w+|customers|transactions?|gmv|volume|turnover|umsatz|market|industry|insurance|coverage|per child|vouchers?|credits?|discounts?|gift|spend(?:ing)?|portfolio|projects worth|worth of|fees?|fines?|penalt\w+|prämie|zuschuss|prime|compensation insurance|home ?office setup|equipment|internet|phone|lunch|meal|gym)\b/giu;
const OPEN_END = /\b(?:up to|upto|max(?:imum)?(?: of)?|bis(?: zu)?|jusqu'à|jusqu’à|hasta|do|fino a|at most|tot)\s*$/iu;
const OPEN_START =
  /\b(?:from|starting (?:at|from)|starts? (?:at|from)|min(?:imum)?(?: of)?|at least|ab|mindestens|à partir de|desde|a partir d[aei]|da|od|vanaf|over|above)\s*$/iu;
const TAX = /^\s*\+\s?(?:vat|mwst\.?|iva|btw|moms)\b/iu;
const BREAK = /\s(?:plus|and|with|und|et|y)\s|\.\s|\(/iu;
const BASE = /^\s*(?:base|gross|basic)/i;

export interface AmountContext {
  /** The clause before the amount. */
  before: string;
  /** The words after it, up to a comma, "plus" or the end of the sentence; `afterStart` is where they begin. */
  after: string;
  afterStart: number;
  /** A word like "salary" stands before it, after it or in the heading above. */
  hasCue: boolean;
  hasCueBefore: boolean;
  /** A word like "bonus" or "revenue" is nearer than any pay word. */
  isNotPay: boolean;
  /** Little else stands in its line. */
  isAlone: boolean;
  /** "up to" or "from" decides which bound a single amount is. */
  opens: "above" | "below" | undefined;
}

export function readContext(text: string, start: number, end: number): AmountContext {
  const newline = text.lastIndexOf("\n", start - 1) + 1;
  const lineStart = Math.max(newline, start - 160);
  const lineEnd = text.indexOf("\n", end);
  const before = lastClause(text.slice(lineStart, start));
  const afterStart = end + (TAX.exec(text.slice(end, end + 12))?.[0].length ?? 0);
  const after = /^[^\n+;,•|]{0,60}/u.exec(text.slice(afterStart, afterStart + 80))?.[0].split(BREAK)[0] ?? "";
  const pay = lastEnd(before, PAY);
  const notPay = lastEnd(before, NOT_PAY);
  const isNotPayAfter = !BASE.test(after) && lastEnd(after.slice(0, 45), NOT_PAY) >= 0;
  const heading =
    newline === 0
      ? ""
      : text
          .slice(Math.max(0, newline - 80), newline - 1)
          .split("\n")
          .at(-1);
  return {
    before,
    after,
    afterStart,
    hasCue: pay >= 0 || lastEnd(after, PAY) >= 0 || (heading !== undefined && lastEnd(heading, PAY) >= 0),
    hasCueBefore: pay >= 0,
    isNotPay: (notPay >= 0 && notPay >= pay) || isNotPayAfter,
    isAlone: (lineEnd === -1 ? text.length : lineEnd) - newline - (end - start) < 60,
    opens: OPEN_END.test(before) ? "below" : OPEN_START.test(before) || text.charAt(end) === "+" ? "above" : undefined,
  };
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
