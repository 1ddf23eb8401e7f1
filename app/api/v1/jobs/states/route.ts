import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { STATE_CHANGE } from "@/lib/api/examples/jobs";
import { defineRoute } from "@/lib/api/route";
import { jobStateChangeSchema, setManyJobStatesInput } from "@/lib/jobs/schemas";
import { setManyJobStates } from "@/lib/jobs/service";

export const POST = defineRoute(
  {
    operationId: "setJobStates",
    summary: "Decide over many jobs as one act",
    description: "All of them or none: an id that is not yours answers 404 and changes nothing.",
    tag: "Jobs",
    scope: "jobs:write",
    body: setManyJobStatesInput,
    problems: ["not_found"],
    response: z.object({ data: jobStateChangeSchema }),
    example: { body: { ids: [IDS.job], state: "dismissed", reason: "pay" }, response: { data: STATE_CHANGE } },
  },
  async (ctx, { body }) => ({ data: await setManyJobStates(ctx, body) }),
);
