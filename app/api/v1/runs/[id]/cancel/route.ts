import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { RUN } from "@/lib/api/examples/runs";
import { defineRoute } from "@/lib/api/route";
import { cancelRunInput, runSchema } from "@/lib/runs/schemas";
import { cancelRun } from "@/lib/runs/service";

export const POST = defineRoute(
  {
    operationId: "cancelRun",
    summary: "Stop a run",
    description: "What was stored so far stays. A run that has ended answers 409.",
    tag: "Runs",
    scope: "searches:write",
    params: cancelRunInput,
    problems: ["conflict"],
    response: z.object({ data: runSchema }),
    example: { params: { id: IDS.run }, response: { data: { ...RUN, status: "canceled" } } },
  },
  async (ctx, { params }) => ({ data: await cancelRun(ctx, params) }),
);
