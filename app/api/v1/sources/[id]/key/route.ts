import { z } from "zod";
import { SOURCE } from "@/lib/api/examples/sources";
import { defineRoute } from "@/lib/api/route";
import { setSourceKeyInput, sourceIdParams, sourceSchema } from "@/lib/sources/schemas";
import { deleteSourceKey, setSourceKey } from "@/lib/sources/service";

const response = z.object({ data: sourceSchema });
const KEYED = {
  ...SOURCE,
  id: "indeed",
  name: "Indeed",
  homepage: "https://www.indeed.com",
  auth: "key",
  hasKey: true,
};

export const PUT = defineRoute(
  {
    operationId: "setSourceKey",
    summary: "Store the key of a source",
    description: "Write-only: it is kept encrypted and never shown. Entering a key switches the source on.",
    tag: "Sources",
    scope: "searches:write",
    params: sourceIdParams,
    body: setSourceKeyInput.omit({ sourceId: true }),
    response,
    example: { params: { id: "indeed" }, body: { key: "your-key-here" }, response: { data: KEYED } },
  },
  async (ctx, { params, body }) => ({ data: await setSourceKey(ctx, { sourceId: params.id, ...body }) }),
);

export const DELETE = defineRoute(
  {
    operationId: "deleteSourceKey",
    summary: "Forget the key of a source, and switch it off",
    tag: "Sources",
    scope: "searches:write",
    params: sourceIdParams,
    response,
    example: {
      params: { id: "indeed" },
      response: { data: { ...KEYED, hasKey: false, isEnabled: false, offReason: "Indeed is switched off" } },
    },
  },
  async (ctx, { params }) => ({ data: await deleteSourceKey(ctx, { sourceId: params.id }) }),
);
