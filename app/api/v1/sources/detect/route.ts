import { z } from "zod";
import { defineRoute } from "@/lib/api/route";
import { detectBoardInput } from "@/lib/sources/schemas";
import { detectBoardFromUrl } from "@/lib/sources/service";

export const GET = defineRoute(
  {
    operationId: "detectBoard",
    summary: "Find the board behind a careers address",
    tag: "Sources",
    scope: "searches:read",
    query: detectBoardInput,
    response: z.object({
      data: z.object({ sourceId: z.string().max(40), sourceName: z.string().max(100), board: z.string().max(300) }),
    }),
    example: {
      query: { url: "https://jobs.lever.co/northwind" },
      response: { data: { sourceId: "lever", sourceName: "Lever", board: "northwind" } },
    },
  },
  async (ctx, { query }) => ({ data: detectBoardFromUrl(ctx, query) }),
);
