import { z } from "zod";
import { IDS } from "@/lib/api/examples/ids";
import { defineRoute } from "@/lib/api/route";
import { endSessionInput } from "@/lib/sessions/schemas";
import { endOtherSession } from "@/lib/sessions/service";

export const DELETE = defineRoute(
  {
    operationId: "endSession",
    summary: "End another session",
    description: "For this one use `/auth/sign-out`.",
    scope: "account:write",
    tag: "Account",
    params: endSessionInput,
    problems: ["conflict"],
    response: z.undefined(),
    status: 204,
    example: { params: { id: IDS.browser } },
  },
  async (ctx, { params }) => {
    await endOtherSession(ctx, params);
    return undefined;
  },
);
