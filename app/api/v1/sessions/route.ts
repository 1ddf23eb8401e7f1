import { z } from "zod";
import { SESSIONS } from "@/lib/api/examples/account";
import { defineRoute } from "@/lib/api/route";
import { sessionSchema } from "@/lib/sessions/schemas";
import { listSessions } from "@/lib/sessions/service";

export const GET = defineRoute(
  {
    operationId: "listSessions",
    summary: "List where you are signed in",
    description: "At most 200: this session first, then the last used.",
    scope: "account:read",
    tag: "Account",
    response: z.object({ data: z.array(sessionSchema).max(200) }),
    example: { response: { data: SESSIONS } },
  },
  async (ctx) => ({ data: await listSessions(ctx) }),
);
