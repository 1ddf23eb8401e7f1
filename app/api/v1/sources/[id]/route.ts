import { z } from "zod";
import { SOURCE } from "@/lib/api/examples/sources";
import { defineRoute } from "@/lib/api/route";
import { sourceIdParams, sourceSchema } from "@/lib/sources/schemas";
import { updateSource } from "@/lib/sources/service";

export const PATCH = defineRoute(
  {
    operationId: "updateSource",
    summary: "Switch a source on or off",
    tag: "Sources",
    scope: "searches:write",
    params: sourceIdParams,
    body: z.object({ isEnabled: z.boolean() }),
    response: z.object({ data: sourceSchema }),
    example: { params: { id: "greenhouse" }, body: { isEnabled: true }, response: { data: SOURCE } },
  },
  async (ctx, { params, body }) => ({ data: await updateSource(ctx, { sourceId: params.id, ...body }) }),
);
