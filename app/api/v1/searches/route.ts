import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { createSearchInput, searchSchema } from "@/lib/searches/schemas";
import { createSearch, listSearches } from "@/lib/searches/service";

export const GET = defineRoute(
  {
    operationId: "listSearches",
    summary: "List your searches, newest first",
    tag: "Searches",
    scope: "searches:read",
    query: pageQuery,
    response: pageOf(searchSchema),
  },
  async (ctx, { query }) => {
    const { searches, nextCursor } = await listSearches(ctx, query);
    return { data: searches, nextCursor };
  },
);

export const POST = defineRoute(
  {
    operationId: "createSearch",
    summary: "Save a search",
    tag: "Searches",
    scope: "searches:write",
    body: createSearchInput,
    response: z.object({ data: searchSchema }),
    status: 201,
  },
  async (ctx, { body }) => ({ data: await createSearch(ctx, body) }),
);
