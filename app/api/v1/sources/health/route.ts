import { z } from "zod";
import { SOURCE_HEALTH } from "@/lib/api/examples/sources";
import { defineRoute } from "@/lib/api/route";
import { listSourceHealth } from "@/lib/sources/health";
import { sourceHealthSchema } from "@/lib/sources/schemas";

export const GET = defineRoute(
  {
    operationId: "listSourceHealth",
    summary: "How each source did in its last readings",
    description: "Sources that were never read are absent.",
    tag: "Sources",
    scope: "searches:read",
    response: z.object({ data: z.array(sourceHealthSchema).max(100) }),
    example: { response: { data: [SOURCE_HEALTH] } },
  },
  async (ctx) => ({ data: [...(await listSourceHealth(ctx))].map(([sourceId, readings]) => ({ sourceId, readings })) }),
);
