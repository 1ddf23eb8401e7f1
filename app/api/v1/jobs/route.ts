import { CURSOR } from "@/lib/api/examples/ids";
import { JOB_CARD } from "@/lib/api/examples/jobs";
import { pickFields } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { jobsQuery } from "@/lib/jobs/params";
import { jobFiltersSchema, sparseJobPageSchema } from "@/lib/jobs/schemas";
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
    response: sparseJobPageSchema,
    example: {
      query: { q: "react", workplaces: "remote,hybrid", sort: "score", limit: 20 },
      response: {
        data: [JOB_CARD],
        nextCursor: CURSOR,
        sort: "score",
        search: { mode: "exact", isCapped: false },
      },
    },
  },
  async (ctx, { query: { sort, limit, cursor, fields, ...filters } }) => {
    const page = await listJobs(ctx, { filters: jobFiltersSchema.parse(filters), sort, limit, cursor });
    return { ...page, data: pickFields(page.data, fields) };
  },
);
