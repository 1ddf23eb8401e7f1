import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { SEARCH } from "@/lib/api/examples/searches";
import { defineRoute } from "@/lib/api/route";
import { getSearchInput, searchSchema, updateSearchInput } from "@/lib/searches/schemas";
import { deleteSearch, getSearch, updateSearch } from "@/lib/searches/service";

const response = z.object({ data: searchSchema });

export const GET = defineRoute(
  {
    operationId: "getSearch",
    summary: "Read a search",
    tag: "Searches",
    scope: "searches:read",
    params: getSearchInput,
    isVersioned: true,
    response,
    example: { params: { id: IDS.search }, response: { data: SEARCH } },
  },
  async (ctx, { params }) => ({ data: await getSearch(ctx, params) }),
);

export const PATCH = defineRoute(
  {
    operationId: "updateSearch",
    summary: "Change a search; fields left out stay as they are",
    tag: "Searches",
    scope: "searches:write",
    params: getSearchInput,
    body: updateSearchInput.omit({ id: true, version: true }),
    isVersioned: true,
    response,
    example: {
      params: { id: IDS.search },
      body: { isActive: false },
      response: { data: { ...SEARCH, isActive: false, nextRunAt: null, version: 2 } },
    },
  },
  async (ctx, { params, body, version }) => ({ data: await updateSearch(ctx, { ...body, ...params, version }) }),
);

export const DELETE = defineRoute(
  {
    operationId: "deleteSearch",
    summary: "Delete a search and its runs; the jobs it found stay",
    tag: "Searches",
    scope: "searches:write",
    params: getSearchInput,
    isVersioned: true,
    response: z.undefined(),
    status: 204,
    example: { params: { id: IDS.search } },
  },
  async (ctx, { params, version }) => {
    await deleteSearch(ctx, { ...params, version });
    return undefined;
  },
);
