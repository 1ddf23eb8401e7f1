import type { Job } from "@/db/schema";

/** What the scorer needs of a job, beside its analysis. */
export type MatchJob = Pick<
  Job,
  | "title"
  | "companyName"
  | "descriptionText"
  | "workplace"
  | "locationText"
  | "places"
  | "countries"
  | "employmentType"
  | "seniority"
  | "salaryMin"
  | "salaryMax"
  | "salaryCurrency"
  | "salaryInterval"
  | "salaryAnnualMin"
  | "salaryAnnualMax"
  | "postedAt"
  | "firstSeenAt"
>;
