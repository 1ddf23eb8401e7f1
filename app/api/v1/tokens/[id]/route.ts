import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { defineRoute } from "@/lib/api/route";
import { revokeApiTokenInput } from "@/lib/tokens/schemas";
import { revokeApiToken } from "@/lib/tokens/service";

export const DELETE = defineRoute(
  {
    operationId: "revokeApiToken",
    summary: "Revoke a personal token",
    description: "It stops working at once.",
    tag: "Tokens",
    scope: "account:write",
    params: revokeApiTokenInput,
    response: z.undefined(),
    status: 204,
    example: { params: { id: IDS.token } },
  },
  async (ctx, { params }) => {
    await revokeApiToken(ctx, params);
    return undefined;
  },
);
