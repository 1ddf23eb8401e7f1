import { z } from "zod";
import { SOURCE } from "@/lib/api/examples/sources";
import { defineRoute } from "@/lib/api/route";
import { sourceSchema } from "@/lib/sources/schemas";
import { listSources } from "@/lib/sources/service";

export const GET = defineRoute(
  {
    operationId: "listSources",
    summary: "List every source with your choice for it",
    description: "All of them; keys are never part of the answer.",
    tag: "Sources",
    scope: "searches:read",
    response: z.object({ data: z.array(sourceSchema).max(100) }),
    example: { response: { data: [SOURCE] } },
  },
  async (ctx) => ({ data: await listSources(ctx) }),
);
