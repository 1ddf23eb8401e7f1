import { z } from "zod";
import { defineRoute } from "@/lib/api/route";
import { signOut } from "@/lib/sessions/api-sessions";

export const POST = defineRoute(
  {
    operationId: "signOut",
    summary: "End this session",
    description: "Its access and refresh tokens stop working at once.",
    scope: "signed_in",
    tag: "Sign-in",
    response: z.undefined(),
    status: 204,
  },
  async (ctx) => {
    await signOut(ctx);
    return undefined;
  },
);
