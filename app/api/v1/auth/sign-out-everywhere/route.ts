import { z } from "zod";
import { defineRoute } from "@/lib/api/route";
import { signOutEverywhere } from "@/lib/sessions/api-sessions";

export const POST = defineRoute(
  {
    operationId: "signOutEverywhere",
    summary: "End every session, in browsers and of programs",
    description: "This one included. Personal tokens stay; revoke each under `/tokens`.",
    scope: "account:write",
    tag: "Sign-in",
    response: z.object({ data: z.object({ ended: z.int() }) }),
    example: { response: { data: { ended: 3 } } },
  },
  async (ctx) => ({ data: await signOutEverywhere(ctx) }),
);
