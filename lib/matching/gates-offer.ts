import type { Clause } from "@/db/schema/shapes";
import type { EmploymentType, SalaryInterval } from "@/db/schema/vocabulary";
import type { GateInput, Judgement } from "./gates";
import type { MatchJob } from "./match-job";
import type { MatchProfile } from "./profile";

/** Gates about the contract and the pay. */

const TYPE_NAMES: Partial<Record<EmploymentType, string>> = {
  full_time: "full-time work",
  part_time: "part-time work",
  contract: "contract work",
  temporary: "a temporary position",
  internship: "an internship",
};

/** Reads the clause when there is one, else the job's field. Nothing stated or nothing wanted: no gate. */
export function employmentGate(clause: Clause | undefined, { profile, job }: GateInput): Judgement | undefined {
  const wanted = profile.preferences.employmentTypes;
  if (wanted.length === 0) return undefined;
  const stated = clause
    ? (clause.value.split("|") as EmploymentType[])
    : job.employmentType
      ? [job.employmentType]
      : [];
  if (stated.length === 0 || stated.includes("other")) return undefined;
  const field = "preferences.employmentTypes";
  const names = stated.map((type) => TYPE_NAMES[type] ?? type.replace("_", " ")).join(" or ");
  if (stated.some((type) => wanted.includes(type)))
    return { verdict: "pass", message: `Offers ${names}`, profileField: field };
  // Text and field contradict each other: somebody has to look.
  if (clause && job.employmentType && wanted.includes(job.employmentType)) {
    return { verdict: "unknown", message: `The text speaks of ${names}`, profileField: field };
  }
  return { verdict: "fail", message: `Offers ${names}, which you do not look for`, profileField: field };
}

/** Hours and days of a working year (40 × 52, 5 × 52), the factors salaries are annualised by. */
const PER_YEAR: Record<SalaryInterval, number> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };

export interface PayFact {
  /** Best annual pay stated, in `currency`. */
  annual: number;
  hasMaximum: boolean;
  currency: string;
}

export function statedPay(job: MatchJob): PayFact | undefined {
  const factor = job.salaryInterval ? PER_YEAR[job.salaryInterval] : undefined;
  const max = job.salaryAnnualMax ?? (job.salaryMax !== null && factor ? job.salaryMax * factor : undefined);
  const min = job.salaryAnnualMin ?? (job.salaryMin !== null && factor ? job.salaryMin * factor : undefined);
  const annual = max ?? min;
  if (annual === undefined || annual === null || !job.salaryCurrency) return undefined;
  return { annual, hasMaximum: max !== undefined && max !== null, currency: job.salaryCurrency.toUpperCase() };
}

export function annualFloor({ preferences }: MatchProfile): { amount: number; currency: string } | undefined {
  const floor = preferences.salaryFloor;
  if (!floor || floor.amount <= 0) return undefined;
  return { amount: floor.amount * PER_YEAR[floor.interval], currency: floor.currency.toUpperCase() };
}

/** Unstated pay is no gate. Other currencies are never converted: an old rate would decide. */
export function salaryGate({ profile, job }: GateInput): Judgement | undefined {
  const floor = annualFloor(profile);
  const pay = floor && statedPay(job);
  if (!floor || !pay) return undefined;
  const field = "preferences.salaryFloor";
  if (pay.currency !== floor.currency) {
    return {
      verdict: "unknown",
      message: `Pays in ${pay.currency}; your floor is in ${floor.currency}`,
      profileField: field,
    };
  }
  const stated = `${money(pay.annual)} ${pay.currency} a year`;
  if (pay.annual >= floor.amount) return { verdict: "pass", message: `Pays up to ${stated}`, profileField: field };
  if (!pay.hasMaximum)
    return { verdict: "unknown", message: `Pays from ${stated}; no upper end is stated`, profileField: field };
  return {
    verdict: "fail",
    message: `Pays up to ${stated}, below your floor of ${money(floor.amount)}`,
    profileField: field,
  };
}

function money(amount: number): string {
  return Math.round(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}
