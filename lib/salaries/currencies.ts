/** ISO 4217 codes that postings name, each with about how many units one US dollar bought in 2026. Only ever a magnitude. */
const UNITS_PER_DOLLAR: Record<string, number> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CHF: 1,
  CAD: 1.4,
  AUD: 1.5,
  NZD: 1.7,
  SGD: 1.3,
  HKD: 8,
  AED: 4,
  SAR: 4,
  QAR: 4,
  ILS: 3.5,
  SEK: 10,
  NOK: 10,
  DKK: 7,
  ISK: 130,
  PLN: 4,
  CZK: 22,
  HUF: 350,
  RON: 4.5,
  BGN: 2,
  RSD: 105,
  UAH: 41,
  TRY: 40,
  RUB: 80,
  INR: 85,
  PKR: 280,
  BDT: 120,
  LKR: 300,
  JPY: 150,
  CNY: 7,
  KRW: 1400,
  TWD: 31,
  THB: 33,
  VND: 25000,
  IDR: 16000,
  MYR: 4,
  PHP: 57,
  BRL: 5.5,
  MXN: 19,
  ARS: 1200,
  CLP: 950,
  COP: 4000,
  PEN: 3.7,
  UYU: 40,
  ZAR: 18,
  EGP: 50,
  NGN: 1500,
  KES: 130,
};

const SYMBOLS: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₪": "ILS",
  "₺": "TRY",
  "₽": "RUB",
  "₴": "UAH",
  "฿": "THB",
  "₫": "VND",
  "₱": "PHP",
  "₦": "NGN",
  us$: "USD",
  $us: "USD",
  u$s: "USD",
  c$: "CAD",
  ca$: "CAD",
  cad$: "CAD",
  cdn$: "CAD",
  a$: "AUD",
  au$: "AUD",
  aud$: "AUD",
  nz$: "NZD",
  s$: "SGD",
  sg$: "SGD",
  hk$: "HKD",
  mx$: "MXN",
  nt$: "TWD",
  r$: "BRL",
  zł: "PLN",
  zl: "PLN",
  kč: "CZK",
  ft: "HUF",
  lei: "RON",
  rmb: "CNY",
  円: "JPY",
  元: "CNY",
  euro: "EUR",
  euros: "EUR",
  dollars: "USD",
  dollar: "USD",
  pounds: "GBP",
  "us dollars": "USD",
  rs: "INR",
  "rs.": "INR",
  inr: "INR",
  rupees: "INR",
  sfr: "CHF",
  "sfr.": "CHF",
  fr: "CHF",
  "fr.": "CHF",
  rm: "MYR",
  rp: "IDR",
  złotych: "PLN",
};

/** Symbols whose currency depends on where the job is. Without a country a dollar is a US dollar, a yen or krona stays open. */
const BY_COUNTRY: Record<string, Record<string, string>> = {
  $: { CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD", MX: "MXN", TW: "TWD", "": "USD" },
  "¥": { JP: "JPY", CN: "CNY" },
  kr: { SE: "SEK", NO: "NOK", DK: "DKK", IS: "ISK" },
};

export const CURRENCY_CODES = Object.keys(UNITS_PER_DOLLAR);

/** ISO code of a code, symbol or word as written; undefined when the mark alone does not say. */
export function currencyOf(mark: string, country?: string): string | undefined {
  const upper = mark.toUpperCase();
  if (upper in UNITS_PER_DOLLAR) return upper;
  const lower = mark.toLowerCase();
  const local = BY_COUNTRY[lower.replace(/^kr\.$/, "kr")];
  return local ? (local[country ?? ""] ?? local[""]) : SYMBOLS[lower];
}

/** True when the mark alone decides: "CA$" and "EUR", not "$". */
export function isUnambiguous(mark: string): boolean {
  return !(mark.toLowerCase().replace(/^kr\.$/, "kr") in BY_COUNTRY);
}

/** The amount in very rough US dollars, to tell an hourly rate from a yearly one; undefined without a currency. */
export function roughDollars(amount: number, currency: string | undefined): number | undefined {
  const units = currency === undefined ? undefined : UNITS_PER_DOLLAR[currency];
  return units === undefined ? undefined : amount / units;
}
