import { z } from "zod";
import { PROPOSAL } from "@/lib/api/examples/searches";
import { defineRoute } from "@/lib/api/route";
import { searchProposalSchema } from "@/lib/searches/schemas";
import { proposeSearch } from "@/lib/searches/service";

export const GET = defineRoute(
  {
    operationId: "proposeSearch",
    summary: "A first search made from your profile",
    description: "Not stored: change what you like and send it to `POST /api/v1/searches`.",
    tag: "Searches",
    scope: "searches:read",
    response: z.object({ data: searchProposalSchema }),
    example: { response: { data: PROPOSAL } },
  },
  async (ctx) => ({ data: await proposeSearch(ctx) }),
);
