import { formatCount } from "./format";
import { BAND_LABELS, countryName, EMPLOYMENT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from "./labels";
import type { JobFilters } from "./schemas";

export interface ActiveFilter {
  /** As in `JobFacets.hidden`. */
  name: string;
  label: string;
  /** What the list would be without it. */
  without: JobFilters;
}

/** Names that are data, not vocabulary. */
export interface FilterNames {
  sources: Readonly<Record<string, string>>;
  companies: Readonly<Record<string, string>>;
}

/** Every filter a person set, in words. States and the words searched for have controls of their own. */
export function activeFilters(filters: JobFilters, names: FilterNames): ActiveFilter[] {
  const list = (values: readonly string[], label: (value: string) => string) =>
    values.length > 3
      ? `${values.slice(0, 2).map(label).join(", ")} and ${values.length - 2} more`
      : values.map(label).join(" or ");
  const labels: Record<string, string | undefined> = {
    bands: list(filters.bands, (value) => BAND_LABELS[value as keyof typeof BAND_LABELS]),
    minScore: filters.minScore === undefined ? undefined : `Score ${filters.minScore} and up`,
    eligibility: filters.eligibility === "eligible" ? "No failed requirement" : undefined,
    workplaces: list(filters.workplaces, (value) =>
      value === "unknown" ? "Workplace not stated" : WORKPLACE_LABELS[value as keyof typeof WORKPLACE_LABELS],
    ),
    countries: list(filters.countries, (value) => (value === "unknown" ? "No country stated" : countryName(value))),
    seniorities: list(filters.seniorities, (value) =>
      value === "unknown" ? "Level not stated" : SENIORITY_LABELS[value as keyof typeof SENIORITY_LABELS],
    ),
    employmentTypes: list(filters.employmentTypes, (value) =>
      value === "unknown" ? "Type not stated" : EMPLOYMENT_LABELS[value as keyof typeof EMPLOYMENT_LABELS],
    ),
    sources: list(filters.sources, (value) => names.sources[value] ?? value),
    companies: list(filters.companies, (value) => names.companies[value] ?? "One company"),
    postedWithinDays:
      filters.postedWithinDays === undefined ? undefined : `Last ${formatCount(filters.postedWithinDays, "day")}`,
    salaryMin:
      filters.salaryMin === undefined
        ? undefined
        : `${filters.salaryMin.toLocaleString("en")} ${filters.currency} and up`,
    unknownPay: filters.unknownPay === "hide" ? "Pay stated" : undefined,
    closed: filters.closed === "hide" ? undefined : filters.closed === "only" ? "Closed only" : "Closed too",
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ name, label, without: withoutFilter(filters, name) }] : [],
  );
}

function withoutFilter(filters: JobFilters, name: string): JobFilters {
  const key = name as keyof JobFilters;
  if (Array.isArray(filters[key])) return { ...filters, [key]: [] };
  if (key === "eligibility") return { ...filters, eligibility: "all" };
  if (key === "unknownPay") return { ...filters, unknownPay: "keep" };
  if (key === "closed") return { ...filters, closed: "hide" };
  return { ...filters, [key]: undefined, ...(key === "salaryMin" && { currency: undefined }) };
}
