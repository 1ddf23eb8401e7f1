import { z } from "zod";
import { CURSOR } from "@/lib/api/examples/ids";
import { NEW_SEARCH, SEARCH } from "@/lib/api/examples/searches";
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
    example: { query: { limit: 20 }, response: { data: [SEARCH], nextCursor: CURSOR } },
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
    isVersioned: true,
    example: { body: NEW_SEARCH, response: { data: SEARCH } },
  },
  async (ctx, { body }) => ({ data: await createSearch(ctx, body) }),
);
