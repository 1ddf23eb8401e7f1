import { z } from "zod";
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
  },
  async (ctx, { params, body }) => ({ data: await setJobState(ctx, { ...params, ...body }) }),
);
