import { COUNTED_JOBS, type FacetCount } from "@/db/queries/job-facets";
import { FACETS, type JobFacets } from "./schemas";

/** Groups the rows of one counting pass. */
export function toJobFacets(rows: readonly FacetCount[]): JobFacets {
  const of = (facet: string) => rows.filter((row) => row.facet === facet);
  const facets = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      of(facet).map(({ value, count, label }) => ({ value, count, ...(label !== null && { label }) })),
    ]),
  ) as JobFacets["facets"];
  return {
    total: of("total")[0]?.count ?? 0,
    facets,
    hidden: Object.fromEntries(of("hidden").map(({ value, count }) => [value, count])),
    isCapped: (of("seen")[0]?.count ?? 0) >= COUNTED_JOBS,
  };
}
