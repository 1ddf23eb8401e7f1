import type { ProfileFacts } from "@/db/schema/shapes";
import type { EmploymentType, SalaryInterval, Seniority, Workplace } from "@/db/schema/vocabulary";

export const SENIORITY_LABELS: Record<Seniority, string> = {
  intern: "Intern",
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  staff: "Staff or principal",
  manager: "Manager",
  director: "Director or above",
};

export const DEGREE_LABELS: Record<ProfileFacts["education"][number]["level"], string> = {
  none: "No degree",
  associate: "Vocational or associate",
  bachelor: "Bachelor",
  master: "Master or diploma",
  doctorate: "Doctorate",
};

export const LANGUAGE_LEVEL_LABELS: Record<ProfileFacts["languages"][number]["level"], string> = {
  basic: "Basic (A1–B1)",
  professional: "Professional (B2)",
  fluent: "Fluent (C1–C2)",
  native: "Native",
};

export const WORKPLACE_LABELS: Record<Exclude<Workplace, "unknown">, string> = {
  remote: "Remote",
  hybrid: "Hybrid",
  onsite: "On-site",
};

export const EMPLOYMENT_LABELS: Record<Exclude<EmploymentType, "other">, string> = {
  full_time: "Full-time",
  part_time: "Part-time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
  volunteer: "Volunteer",
  per_diem: "Per diem",
};

export const INTERVAL_LABELS: Record<SalaryInterval, string> = {
  year: "a year",
  month: "a month",
  week: "a week",
  day: "a day",
  hour: "an hour",
};

/** "5 y 3 mo", "8 mo". */
export function monthsText(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return `${rest} mo`;
  return rest === 0 || years >= 3 ? `${Math.round((months / 12) * 10) / 10} y` : `${years} y ${rest} mo`;
}

const MONTH = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });

/** "Mar 2021 – present", "2016 – 2019"; empty without any date. */
export function periodText({ from, to, isCurrent }: { from?: string; to?: string; isCurrent?: boolean }): string {
  const end = isCurrent ? "present" : dateText(to);
  return [dateText(from), end].filter(Boolean).join(" – ");
}

function dateText(date: string | undefined): string {
  if (!date || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(date)) return date ?? "";
  return MONTH.format(new Date(`${date}-01T00:00:00Z`));
}
