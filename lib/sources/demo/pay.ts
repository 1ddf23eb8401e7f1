import type { Seniority } from "@/db/schema/vocabulary";
import type { SourceSalary } from "../adapter";
import type { DemoPlace } from "./places";
import type { Random } from "./random";

const LEVEL: Record<Seniority, number> = {
  intern: 0.4,
  junior: 0.72,
  mid: 1,
  senior: 1.25,
  staff: 1.55,
  manager: 1.45,
  director: 1.8,
};

const SYMBOL: Record<string, string> = { USD: "$", EUR: "€", GBP: "£", CAD: "CA$", AUD: "A$" };

export interface DemoPay {
  /** In the board's own pay field. */
  salary?: SourceSalary;
  /** In the text. */
  text?: string;
}

/** A range a local employer would name, in the place's currency and interval. */
export function payFor(
  random: Random,
  place: DemoPlace,
  seniority: Seniority,
  kind: "salary" | "contract" | "internship",
): DemoPay {
  if (kind === "contract") return contractPay(random, place);
  if (kind === "internship") return internPay(random, place);
  const { currency, interval, mid, step } = place.pay;
  const middle = mid * LEVEL[seniority] * (0.92 + random.next() * 0.2);
  const min = rounded(middle * 0.9, step);
  const max = rounded(middle * (1.08 + random.next() * 0.14), step);
  const range = `${money(min, currency)} – ${money(max, currency)}`;
  const per = interval === "month" ? "per month" : "per year";
  const text = random.pick([
    `The base salary for this role is ${range} ${per}, depending on experience.`,
    `${range} ${interval === "month" ? "gross per month" : "a year"} plus equity.`,
    `Pay range: ${range} ${per}.`,
  ]);
  const salary = { min, max, currency, interval };
  return random.pick([{ salary, text }, { salary, text }, { salary }, { salary }, { text }, {}]);
}

function contractPay(random: Random, place: DemoPlace): DemoPay {
  const { currency } = place.pay;
  if (currency === "USD" || currency === "CAD") {
    const min = random.int(13, 18) * 5;
    const max = min + 25;
    const salary = { min, max, currency, interval: "hour" as const };
    return { salary, text: `${money(min, currency)} - ${money(max, currency)} per hour, W-2 or corp-to-corp.` };
  }
  const day = random.int(9, 13) * 50;
  const code = currency === "GBP" ? "GBP" : "EUR";
  return {
    salary: { min: day, max: day + 150, currency: code, interval: "day" },
    text: `Day rate: ${money(day, code)} to ${money(day + 150, code)}${code === "GBP" ? ", outside IR35" : ""}.`,
  };
}

/** The stipend is not the pay: the number beside it is. */
function internPay(random: Random, place: DemoPlace): DemoPay {
  const { currency } = place.pay;
  if (currency !== "USD") return { text: "The internship is paid according to the local scale." };
  const min = random.int(34, 44);
  return {
    salary: { min, max: min + 8, currency, interval: "hour" },
    text: `${money(min, currency)} to ${money(min + 8, currency)} per hour, plus a one-time relocation stipend of $2,500.`,
  };
}

function rounded(amount: number, step: number): number {
  return Math.round(amount / step) * step;
}

function money(amount: number, currency: string): string {
  const digits = amount.toLocaleString("en-US");
  return SYMBOL[currency] ? `${SYMBOL[currency]}${digits}` : `${digits} ${currency}`;
}
