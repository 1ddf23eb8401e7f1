import { existsSync, readFileSync } from "node:fs";
import type { SalaryInterval } from "@/db/schema/vocabulary";
import { parseSalary } from "@/lib/salaries/salaries";
import { type EvalReport, shareRow } from "./stats";

const SAMPLE = "../shared/samples/matching/salary.dev.json";
const INTERVALS: Record<string, SalaryInterval> = {
  hourly: "hour",
  daily: "day",
  weekly: "week",
  monthly: "month",
  yearly: "year",
};

interface Pay {
  min?: number;
  max?: number;
  currency?: string;
  interval?: SalaryInterval;
}

interface SalaryCase {
  text: string;
  negative: boolean;
  expect: { min?: number; max?: number; currency?: string; period?: string } | null;
}

/** matching.md P4: sentences with pay and with money that is none, written from real phrasing by the jobseek project (MIT). */
export async function run(): Promise<EvalReport> {
  const name = "P4 salaries (dev half, labelled by the jobseek project)";
  if (!existsSync(SAMPLE)) return { name, notRun: `${SAMPLE} is absent` };
  const cases = JSON.parse(readFileSync(SAMPLE, "utf8")) as SalaryCase[];
  const positives = cases.filter(({ negative }) => !negative);
  const negatives = cases.filter(({ negative }) => negative);
  const baselineName = "one dollar-range pattern";
  return {
    name,
    rows: [
      shareRow("all stated fields right", positives, (one) => isRight(parseSalary(one.text), one), ">= 0.85", {
        name: baselineName,
        holds: (one) => isRight(dollarRange(one.text), one),
      }),
      shareRow(
        "money that is no pay, taken for pay",
        negatives,
        ({ text }) => parseSalary(text) !== undefined,
        "<= 0",
        {
          name: baselineName,
          holds: ({ text }) => dollarRange(text) !== undefined,
        },
      ),
    ],
  };
}

function isRight(found: Pay | undefined, { expect }: SalaryCase): boolean {
  if (!found || !expect) return false;
  const { period, ...rest } = expect;
  const wanted: Pay = { ...rest, interval: period === undefined ? undefined : INTERVALS[period] };
  return Object.entries(wanted).every(([field, value]) => value === undefined || found[field as keyof Pay] === value);
}

/** Baseline after JobSpy's rule: one US-dollar range; under 350 is hourly, under 30,000 monthly, else yearly. */
function dollarRange(text: string): Pay | undefined {
  const range = /\$\s?(\d[\d,.]*)\s?(k?)\s?(?:-|–|—|to)\s?\$?\s?(\d[\d,.]*)\s?(k?)/i.exec(text);
  if (!range) return undefined;
  const amount = (digits = "", unit = "") => Number.parseFloat(digits.replace(/,/g, "")) * (unit ? 1000 : 1);
  const min = amount(range[1], range[2]);
  const max = amount(range[3], range[4]);
  return { min, max, currency: "USD", interval: min < 350 ? "hour" : min < 30_000 ? "month" : "year" };
}
