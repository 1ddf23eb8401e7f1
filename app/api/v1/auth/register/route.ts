import { z } from "zod";
import { defineRoute } from "@/lib/api/route";
import { registerUser } from "@/lib/users/register";
import { registerInput } from "@/lib/users/schemas";

export const POST = defineRoute(
  {
    operationId: "register",
    summary: "Create an account",
    description:
      "Answers the same whether or not the address was taken; a mail tells its owner the rest. With a mail provider the account opens once its address is confirmed.",
    scope: "public",
    tag: "Sign-in",
    body: registerInput,
    status: 202,
    rateLimit: { limit: 100, windowSeconds: 3600 },
    problems: ["forbidden"],
    response: z.object({ data: z.object({ status: z.literal("accepted") }) }),
    example: {
      body: { email: "ada@example.com", password: "a long password", name: "Ada" },
      response: { data: { status: "accepted" } },
    },
  },
  async (ctx, { body }) => {
    await registerUser(ctx, body);
    return { data: { status: "accepted" as const } };
  },
);
