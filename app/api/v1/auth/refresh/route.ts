import { z } from "zod";
import { GRANT } from "@/lib/api/examples/account";
import { defineRoute } from "@/lib/api/route";
import { refreshApiSession } from "@/lib/sessions/api-sessions";
import { refreshApiSessionInput, tokenGrantSchema } from "@/lib/sessions/schemas";
import { visitorOf } from "@/lib/users/visitor";

export const POST = defineRoute(
  {
    operationId: "refreshToken",
    summary: "Get the next access token",
    description:
      "A refresh token works once and is replaced. Sent again within ten seconds it still works, for two windows that refresh at once; later it counts as stolen and ends the whole session.",
    scope: "public",
    tag: "Sign-in",
    body: refreshApiSessionInput,
    status: 201,
    rateLimit: { limit: 1200, windowSeconds: 900 },
    problems: ["unauthenticated"],
    response: z.object({ data: tokenGrantSchema }),
    example: { body: { refreshToken: GRANT.refreshToken }, response: { data: GRANT } },
  },
  async (ctx, { body, caller }) => ({ data: await refreshApiSession(visitorOf(ctx, caller), body) }),
);
