import { z } from "zod";
import { GRANT } from "@/lib/api/examples/account";
import { defineRoute } from "@/lib/api/route";
import { openApiSession } from "@/lib/sessions/api-sessions";
import { openApiSessionInput, tokenGrantSchema } from "@/lib/sessions/schemas";
import { visitorOf } from "@/lib/users/visitor";

export const POST = defineRoute(
  {
    operationId: "createToken",
    summary: "Sign in",
    description:
      "Opens a session of its own, listed under Settings, Security. The access token lasts 15 minutes; the refresh token gets the next one. An account with two-step sign-in answers `second_factor_required` until `code` is sent along.",
    scope: "public",
    tag: "Sign-in",
    body: openApiSessionInput,
    status: 201,
    rateLimit: { limit: 300, windowSeconds: 900 },
    problems: ["unauthenticated", "second_factor_required"],
    response: z.object({ data: tokenGrantSchema }),
    example: {
      body: { email: "ada@example.com", password: "a long password", scopes: ["jobs:read", "searches:read"] },
      response: { data: GRANT },
    },
  },
  async (ctx, { body, caller }) => ({ data: await openApiSession(visitorOf(ctx, caller), body) }),
);
