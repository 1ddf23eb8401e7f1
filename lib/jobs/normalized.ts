import type { Place } from "@/db/schema/shapes";
import type { EmploymentType, SalaryInterval, Seniority, Workplace } from "@/db/schema/vocabulary";

/** A posting in JOBA's own terms. Made by `normalizeJob`, pure, from a `SourceJob`. */
export interface NormalizedPosting {
  sourceId: string;
  board: string;
  externalId: string;
  url: string;
  /** The URL with only known tracking parameters removed; identity across boards. */
  urlKey: string;
  applyUrl?: string;
  title: string;
  companyName: string;
  companyKey: string;
  companyUrl?: string;
  /** company + title (bracketed words kept) + place. */
  dedupeKey: string;
  locationText: string;
  places: Place[];
  countries: string[];
  workplace: Workplace;
  workplaceEvidence?: string;
  employmentType?: EmploymentType;
  seniority?: Seniority;
  salary?: NormalizedSalary;
  descriptionHtml: string;
  descriptionText: string;
  language?: string;
  /** SHA-256 over normalised text and facts, not over raw HTML. */
  contentHash: string;
  /** Null when the text is too short to judge. */
  simhash: bigint | null;
  postedAt?: Date;
  validThrough?: Date;
}

export interface NormalizedSalary {
  text: string;
  min?: number;
  max?: number;
  currency?: string;
  interval?: SalaryInterval;
  annualMin?: number;
  annualMax?: number;
}
