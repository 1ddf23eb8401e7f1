import type { Route } from "next";
import type { JobFilters, JobSort } from "@/lib/jobs/schemas";

export interface JobsView {
  filters: JobFilters;
  sort?: JobSort;
  /** The job open beside the list. */
  job?: string;
}

const DEFAULTS: Partial<Record<keyof JobFilters, string>> = {
  states: "inbox,saved",
  eligibility: "all",
  unknownPay: "keep",
  closed: "hide",
};

/** The address of a list. What is at its default is left out, so equal lists have equal addresses. */
export function jobsHref({ filters, sort, job }: JobsView): Route {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    const text = Array.isArray(value) ? value.join(",") : value === undefined ? "" : String(value);
    if (text !== "" && text !== DEFAULTS[name as keyof JobFilters]) params.set(name, text);
  }
  if (sort) params.set("sort", sort);
  if (job) params.set("job", job);
  const query = params.toString().replaceAll("%2C", ",");
  return `/jobs${query && `?${query}`}` as Route;
}
