import { and, arrayOverlaps, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { listedJobs } from "@/db/schema";
import type { EmploymentType, JobState, MatchBand, Seniority, Workplace } from "@/db/schema/vocabulary";

export interface JobListFilters {
  states: readonly JobState[];
  minScore?: number;
  bands: readonly MatchBand[];
  isEligibleOnly: boolean;
  workplaces: readonly Workplace[];
  /** ISO codes and "unknown". */
  countries: readonly string[];
  employmentTypes: readonly (EmploymentType | "unknown")[];
  seniorities: readonly (Seniority | "unknown")[];
  sources: readonly string[];
  companies: readonly string[];
  postedAfter?: Date;
  pay?: { min: number; currency: string };
  isUnknownPayHidden: boolean;
  closed: "hide" | "show" | "only";
}

/** The set a list is drawn from, before its filters. */
export interface JobScope {
  userId: string;
  /** What `job_search_query` made of the words, as text. */
  tsquery?: string;
  isCommon?: boolean;
  /** Instead of words: jobs found by look-alike titles. */
  ids?: readonly string[];
  searchId?: string;
  runId?: string;
}

export type FilterName =
  | Exclude<keyof JobListFilters, "isEligibleOnly" | "postedAfter" | "isUnknownPayHidden" | "pay">
  | "eligibility"
  | "postedWithinDays"
  | "salaryMin"
  | "unknownPay";

/** Every filter in force with its condition, by the name it has in a URL. Conditions are never null. */
export function filterConditions(filters: JobListFilters): [FilterName, SQL][] {
  const t = listedJobs;
  const isPayKnown = filters.pay
    ? sql`(${t.pay} >= 0 and ${t.payCurrency} is not distinct from ${filters.pay.currency})`
    : sql`${t.pay} >= 0`;
  const list: [FilterName, SQL | undefined][] = [
    [
      "states",
      filters.states.length > 0 && filters.states.length < 3 ? inArray(t.state, [...filters.states]) : undefined,
    ],
    ["minScore", filters.minScore === undefined ? undefined : gte(t.score, filters.minScore)],
    ["bands", some(filters.bands, (values) => sql`coalesce(${inArray(t.band, [...values])}, false)`)],
    ["eligibility", filters.isEligibleOnly ? eq(t.isEligible, true) : undefined],
    ["workplaces", some(filters.workplaces, (values) => inArray(t.workplace, [...values]))],
    ["countries", some(filters.countries, countryCondition)],
    ["employmentTypes", some(filters.employmentTypes, (values) => orUnknown(t.employmentType, values))],
    ["seniorities", some(filters.seniorities, (values) => orUnknown(t.seniority, values))],
    ["sources", some(filters.sources, (values) => arrayOverlaps(t.sources, [...values]))],
    ["companies", some(filters.companies, (values) => inArray(t.companyId, [...values]))],
    ["postedWithinDays", filters.postedAfter ? gte(t.sortAt, filters.postedAfter) : undefined],
    ["salaryMin", filters.pay ? sql`(not ${isPayKnown} or ${t.pay} >= ${filters.pay.min})` : undefined],
    ["unknownPay", filters.isUnknownPayHidden ? isPayKnown : undefined],
    ["closed", filters.closed === "show" ? undefined : eq(t.isClosed, filters.closed === "only")],
  ];
  return list.filter((entry): entry is [FilterName, SQL] => entry[1] !== undefined);
}

/** Owner, search and run; words are joined in by the callers, who each read them another way. */
export function scopeCondition(scope: JobScope): SQL {
  const t = listedJobs;
  return and(
    eq(t.userId, scope.userId),
    scope.ids && (scope.ids.length > 0 ? inArray(t.jobId, [...scope.ids]) : sql`false`),
    scope.runId === undefined
      ? undefined
      : sql`${t.jobId} in (select d.job_id from run_decisions d
          where d.user_id = ${scope.userId} and d.run_id = ${scope.runId} and d.job_id is not null)`,
    scope.searchId === undefined
      ? undefined
      : sql`${t.jobId} in (select d.job_id from run_decisions d join runs r on r.id = d.run_id
          where r.user_id = ${scope.userId} and r.search_id = ${scope.searchId} and d.job_id is not null)`,
  ) as SQL;
}

function some<T>(values: readonly T[], condition: (values: readonly T[]) => SQL | undefined): SQL | undefined {
  return values.length > 0 ? condition(values) : undefined;
}

function orUnknown(
  column: typeof listedJobs.seniority | typeof listedJobs.employmentType,
  values: readonly string[],
): SQL {
  const stated = values.filter((value) => value !== "unknown");
  const isStated = stated.length > 0 ? sql`coalesce(${column} in ${stated}, false)` : undefined;
  return or(isStated, stated.length < values.length ? isNull(column) : undefined) as SQL;
}

function countryCondition(values: readonly string[]): SQL {
  const codes = values.filter((value) => value !== "unknown");
  return or(
    codes.length > 0 ? arrayOverlaps(listedJobs.countries, codes) : undefined,
    codes.length < values.length ? sql`${listedJobs.countries} = '{}'` : undefined,
  ) as SQL;
}
