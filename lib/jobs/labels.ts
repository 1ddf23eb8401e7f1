import type { Component } from "@/db/schema/shapes";
import type { DismissReason, EmploymentType, MatchBand, Seniority, Workplace } from "@/db/schema/vocabulary";

/** What people read for the closed sets. */
export const WORKPLACE_LABELS: Record<Workplace, string> = {
  remote: "Remote",
  hybrid: "Hybrid",
  onsite: "On-site",
  unknown: "Not stated",
};
export const EMPLOYMENT_LABELS: Record<EmploymentType, string> = {
  full_time: "Full-time",
  part_time: "Part-time",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Internship",
  volunteer: "Volunteer",
  per_diem: "Per diem",
  other: "Other",
};
export const SENIORITY_LABELS: Record<Seniority, string> = {
  intern: "Intern",
  junior: "Junior",
  mid: "Mid-level",
  senior: "Senior",
  staff: "Staff and above",
  manager: "Manager",
  director: "Director and above",
};
export const BAND_LABELS: Record<MatchBand, string> = {
  strong: "Strong match",
  good: "Good match",
  stretch: "Stretch",
  weak: "Weak match",
};
/** In the order of the menu; the key is its position. */
export const DISMISS_LABELS: Record<DismissReason, string> = {
  not_interested: "Not interested",
  wrong_stack: "Wrong stack",
  too_junior: "Too junior",
  too_senior: "Too senior",
  location: "Location",
  pay: "Pay",
  company: "Company",
  already_applied: "Already applied",
  closed: "Closed",
  other: "Something else",
};
export const COMPONENT_LABELS: Record<Component["id"], string> = {
  must: "Must-have skills",
  nice: "Nice-to-have skills",
  title: "Title",
  seniority: "Level",
  text: "Wording",
  location: "Place and workplace",
  pay: "Pay",
  recency: "Freshness",
};

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Germany" for DE. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code;
}
