import { z } from "zod";
import { DECISIONS } from "@/db/schema/vocabulary";
import { CURSOR, IDS } from "@/lib/api/examples/ids";
import { DECISION } from "@/lib/api/examples/runs";
import { pageOf } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { getRunInput, listRunDecisionsInput, runDecisionSchema } from "@/lib/runs/schemas";
import { listRunDecisions } from "@/lib/runs/service";

export const GET = defineRoute(
  {
    operationId: "listRunDecisions",
    summary: "Why each posting of a run was kept or dropped",
    description: "In the order they were read. `counts` are over the source and text filter, by decision.",
    tag: "Runs",
    scope: "searches:read",
    params: getRunInput,
    query: listRunDecisionsInput.omit({ runId: true }),
    response: pageOf(runDecisionSchema).extend({ counts: z.partialRecord(z.enum(DECISIONS), z.int()) }),
    example: {
      params: { id: IDS.run },
      query: { decision: "filtered", limit: 50 },
      response: { data: [DECISION], nextCursor: CURSOR, counts: { new: 12, filtered: 5 } },
    },
  },
  async (ctx, { params, query }) => {
    const { decisions, ...rest } = await listRunDecisions(ctx, { ...query, runId: params.id });
    return { data: decisions, ...rest };
  },
);
