import { z } from "zod";
import { ACCOUNT } from "@/lib/api/examples/account";
import { defineRoute } from "@/lib/api/route";
import { getCaller } from "@/lib/users/account";
import { callerSchema } from "@/lib/users/schemas";

export const GET = defineRoute(
  {
    operationId: "getCaller",
    summary: "Who am I, and what may I do?",
    description: "Works with any token, so that a program can find out what its token is good for.",
    tag: "Account",
    scope: "signed_in",
    response: z.object({ data: callerSchema }),
    example: {
      response: { data: { id: ACCOUNT.id, name: "Ada", isDemo: false, via: "token", scopes: ["jobs:read"] } },
    },
  },
  async (ctx) => ({ data: await getCaller(ctx) }),
);
