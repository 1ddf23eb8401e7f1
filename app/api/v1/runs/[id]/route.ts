import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { FUNNEL, RUN, RUN_SOURCE } from "@/lib/api/examples/runs";
import { defineRoute } from "@/lib/api/route";
import { funnelSchema, getRunInput, runSchema, runSourceSchema } from "@/lib/runs/schemas";
import { getRun } from "@/lib/runs/service";

export const GET = defineRoute(
  {
    operationId: "getRun",
    summary: "Read a run: how each source did, and the funnel over all of them",
    tag: "Runs",
    scope: "searches:read",
    params: getRunInput,
    response: z.object({
      data: runSchema.extend({ sources: z.array(runSourceSchema).max(10_000), funnel: funnelSchema }),
    }),
    example: {
      params: { id: IDS.run },
      response: { data: { ...RUN, sources: [RUN_SOURCE], funnel: FUNNEL } },
    },
  },
  async (ctx, { params }) => ({ data: await getRun(ctx, params) }),
);
