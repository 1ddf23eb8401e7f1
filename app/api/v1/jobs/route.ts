import { defineRoute } from "@/lib/api/route";
import { jobsQuery } from "@/lib/jobs/params";
import { jobFiltersSchema, jobPageSchema } from "@/lib/jobs/schemas";
import { listJobs } from "@/lib/jobs/service";

export const GET = defineRoute(
  {
    operationId: "listJobs",
    summary: "List jobs, ranked",
    description:
      "Without `states` dismissed jobs are left out, without `closed` closed ones. The order is by relevance when `q` is given, else by score.",
    tag: "Jobs",
    scope: "jobs:read",
    query: jobsQuery,
    response: jobPageSchema,
  },
  async (ctx, { query: { sort, limit, cursor, ...filters } }) =>
    listJobs(ctx, { filters: jobFiltersSchema.parse(filters), sort, limit, cursor }),
);
