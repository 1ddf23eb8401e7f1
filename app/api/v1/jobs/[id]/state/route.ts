import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { STATE_CHANGE } from "@/lib/api/examples/jobs";
import { defineRoute } from "@/lib/api/route";
import { jobIdInput, jobStateChangeSchema, setJobStateInput } from "@/lib/jobs/schemas";
import { setJobState } from "@/lib/jobs/service";

export const PUT = defineRoute(
  {
    operationId: "setJobState",
    summary: "Save a job, dismiss it or put it back in the inbox",
    tag: "Jobs",
    scope: "jobs:write",
    params: jobIdInput,
    body: setJobStateInput.omit({ id: true }),
    response: z.object({ data: jobStateChangeSchema }),
    example: {
      params: { id: IDS.job },
      body: { state: "dismissed", reason: "pay" },
      response: { data: STATE_CHANGE },
    },
  },
  async (ctx, { params, body }) => ({ data: await setJobState(ctx, { ...params, ...body }) }),
);
