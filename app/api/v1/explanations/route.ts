import { z } from "zod";
import { EXPLANATION } from "@/lib/api/examples/runs";
import { defineRoute } from "@/lib/api/route";
import { explainPosting } from "@/lib/runs/explain";
import { explainPostingInput, explanationSchema } from "@/lib/runs/schemas";

export const GET = defineRoute(
  {
    operationId: "explainPosting",
    summary: "Why is this posting not in my list?",
    description: "For an address, or words of a title and company. The likeliest answer first, five at most.",
    tag: "Runs",
    scope: "searches:read",
    query: explainPostingInput,
    response: z.object({ data: z.array(explanationSchema).max(5) }),
    example: {
      query: { query: "https://boards.example.com/northwind/4411" },
      response: { data: [EXPLANATION] },
    },
  },
  async (ctx, { query }) => ({ data: await explainPosting(ctx, query) }),
);
