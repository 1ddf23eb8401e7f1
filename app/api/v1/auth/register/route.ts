import { z } from "zod";
import { defineRoute } from "@/lib/api/route";
import { hitRateLimit } from "@/lib/rate-limit";
import { registerInput } from "@/lib/users/schemas";
import { registerUser } from "@/lib/users/service";

export const POST = defineRoute(
  {
    operationId: "register",
    summary: "Create an account",
    description: "Answers the same whether or not the address was taken; whoever owns it signs in.",
    scope: "public",
    tag: "Accounts",
    body: registerInput,
    status: 202,
    response: z.object({ data: z.object({ status: z.literal("accepted") }) }),
  },
  async (ctx, { body, caller }) => {
    await hitRateLimit(ctx, { key: `register:${caller.address}`, limit: 100, windowSeconds: 3600 });
    await registerUser(ctx, body);
    return { data: { status: "accepted" as const } };
  },
);
