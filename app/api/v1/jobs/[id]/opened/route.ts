import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { defineRoute } from "@/lib/api/route";
import { jobIdInput } from "@/lib/jobs/schemas";
import { markJobOpened } from "@/lib/jobs/service";

export const POST = defineRoute(
  {
    operationId: "markJobOpened",
    summary: "Remember that you looked at a job",
    description: "Only the first look counts.",
    tag: "Jobs",
    scope: "jobs:write",
    params: jobIdInput,
    response: z.undefined(),
    status: 204,
    example: { params: { id: IDS.job } },
  },
  async (ctx, { params }) => {
    await markJobOpened(ctx, params);
    return undefined;
  },
);
