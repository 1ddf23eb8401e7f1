import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { JOB } from "@/lib/api/examples/jobs";
import { defineRoute } from "@/lib/api/route";
import { jobIdInput, jobSchema } from "@/lib/jobs/schemas";
import { getJob } from "@/lib/jobs/service";

export const GET = defineRoute(
  {
    operationId: "getJob",
    summary: "Get a job with its match opened to the evidence",
    tag: "Jobs",
    scope: "jobs:read",
    params: jobIdInput,
    response: z.object({ data: jobSchema }),
    example: { params: { id: IDS.job }, response: { data: JOB } },
  },
  async (ctx, { params }) => ({ data: await getJob(ctx, params) }),
);
