import { z } from "zod";
import { CURSOR, IDS } from "@/lib/api/examples/ids";
import { QUEUED_RUN, RUN } from "@/lib/api/examples/runs";
import { pageOf, pageQuery } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { runSchema } from "@/lib/runs/schemas";
import { listRuns, startRun } from "@/lib/runs/service";
import { getSearchInput } from "@/lib/searches/schemas";
import { getSearch } from "@/lib/searches/service";

export const GET = defineRoute(
  {
    operationId: "listRuns",
    summary: "List the runs of a search, newest first",
    tag: "Runs",
    scope: "searches:read",
    params: getSearchInput,
    query: pageQuery,
    response: pageOf(runSchema),
    example: {
      params: { id: IDS.search },
      query: { limit: 20 },
      response: { data: [RUN], nextCursor: CURSOR },
    },
  },
  async (ctx, { params, query }) => {
    const { id: searchId } = await getSearch(ctx, params);
    const { runs, nextCursor } = await listRuns(ctx, { ...query, searchId });
    return { data: runs, nextCursor };
  },
);

export const POST = defineRoute(
  {
    operationId: "startRun",
    summary: "Run a search now",
    description: "Answers 409 while an earlier run of the search is queued or under way.",
    tag: "Runs",
    scope: "searches:write",
    params: getSearchInput,
    response: z.object({ data: runSchema }),
    status: 202,
    problems: ["conflict"],
    example: { params: { id: IDS.search }, response: { data: QUEUED_RUN } },
  },
  async (ctx, { params }) => ({ data: await startRun(ctx, { searchId: params.id }) }),
);
