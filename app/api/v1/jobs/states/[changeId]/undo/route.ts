import { z } from "zod";
import { DISMISS_REASONS, JOB_STATES } from "@/db/schema/vocabulary";
import { IDS } from "@/lib/api/examples/ids";
import { defineRoute } from "@/lib/api/route";
import { undoJobStateInput } from "@/lib/jobs/schemas";
import { undoJobState } from "@/lib/jobs/service";

export const POST = defineRoute(
  {
    operationId: "undoJobStates",
    summary: "Put back what a change of states replaced",
    tag: "Jobs",
    scope: "jobs:write",
    params: undoJobStateInput,
    response: z.object({
      data: z.object({
        restored: z
          .array(z.object({ id: z.uuid(), state: z.enum(JOB_STATES), reason: z.enum(DISMISS_REASONS).nullable() }))
          .max(500),
      }),
    }),
    example: {
      params: { changeId: IDS.change },
      response: { data: { restored: [{ id: IDS.job, state: "inbox", reason: null }] } },
    },
  },
  async (ctx, { params }) => ({ data: await undoJobState(ctx, params) }),
);
