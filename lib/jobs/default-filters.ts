import type { JobFilters } from "./schemas";

/** What a list shows when nobody narrowed it; equal to the defaults of `jobFiltersSchema`. */
export const jobFilterDefaults: JobFilters = {
  states: ["inbox", "saved"],
  bands: [],
  eligibility: "all",
  workplaces: [],
  countries: [],
  employmentTypes: [],
  seniorities: [],
  sources: [],
  companies: [],
  unknownPay: "keep",
  closed: "hide",
};
