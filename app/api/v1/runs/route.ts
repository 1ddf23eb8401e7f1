import { z } from "zod";
import { CURSOR, IDS } from "@/lib/api/examples/ids";
import { RUN } from "@/lib/api/examples/runs";
import { pageOf, pageQuery } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { runSchema } from "@/lib/runs/schemas";
import { listRuns } from "@/lib/runs/service";

export const GET = defineRoute(
  {
    operationId: "listAllRuns",
    summary: "List the runs of all your searches, newest first",
    tag: "Runs",
    scope: "searches:read",
    query: pageQuery.extend({ searchId: z.uuid().optional().meta({ description: "Only of this search" }) }),
    response: pageOf(runSchema),
    example: { query: { limit: 20, searchId: IDS.search }, response: { data: [RUN], nextCursor: CURSOR } },
  },
  async (ctx, { query }) => {
    const { runs, nextCursor } = await listRuns(ctx, query);
    return { data: runs, nextCursor };
  },
);
