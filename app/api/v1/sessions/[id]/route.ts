import { z } from "zod";
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
  },
  async (ctx, { params }) => {
    await endOtherSession(ctx, params);
    return undefined;
  },
);
