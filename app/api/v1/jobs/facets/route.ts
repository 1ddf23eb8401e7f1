import { z } from "zod";
import { FACETS } from "@/lib/api/examples/jobs";
import { defineRoute } from "@/lib/api/route";
import { facetsQuery } from "@/lib/jobs/params";
import { jobFacetsSchema, jobFiltersSchema } from "@/lib/jobs/schemas";
import { countJobFacets } from "@/lib/jobs/service";

export const GET = defineRoute(
  {
    operationId: "countJobFacets",
    summary: "Count what each filter value would show",
    description:
      "Takes the filters of `listJobs`. Each facet is counted with every other filter applied and its own left out; `hidden` says how many more jobs would show without a filter.",
    tag: "Jobs",
    scope: "jobs:read",
    query: facetsQuery,
    response: z.object({ data: jobFacetsSchema }),
    example: { query: { workplaces: "remote" }, response: { data: FACETS } },
  },
  async (ctx, { query }) => ({ data: await countJobFacets(ctx, { filters: jobFiltersSchema.parse(query) }) }),
);
