import type { SalaryInterval } from "@/db/schema/vocabulary";
import type { Pay } from "./schemas";

const PER: Record<SalaryInterval, string> = { hour: "hour", day: "day", week: "week", month: "month", year: "year" };

/** "€90k–120k", "$85 / hour"; the board's own words when it gave no number; undefined when it said nothing. */
export function formatPay(pay: Pick<Pay, "text" | "min" | "max" | "currency" | "interval">): string | undefined {
  const { min, max, currency, interval, text } = pay;
  const low = min ?? max;
  const high = max ?? min;
  if (low === null || high === null) return text ?? undefined;
  const range =
    low === high ? money(low, currency) : `${money(low, currency)}–${money(high, currency).replace(/^\D+/, "")}`;
  const open = max === null ? "from " : min === null ? "up to " : "";
  return `${open}${range}${interval && interval !== "year" ? ` / ${PER[interval]}` : ""}`;
}

function money(amount: number, currency: string | null): string {
  const isLarge = amount >= 10_000;
  const number = new Intl.NumberFormat("en", {
    ...(currency && { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
    maximumFractionDigits: isLarge ? 1 : amount % 1 === 0 ? 0 : 2,
    minimumFractionDigits: 0,
    ...(isLarge && { notation: "compact" as const }),
  });
  return number.format(amount).replace("K", "k");
}

/** "1,240 jobs", "1 job", "20,000+ jobs". */
export function formatCount(count: number, noun: string, isCapped = false): string {
  return `${count.toLocaleString("en")}${isCapped ? "+" : ""} ${noun}${count === 1 && !isCapped ? "" : "s"}`;
}
