import { z } from "zod";
import { isoDate } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { hitRateLimit } from "@/lib/rate-limit";
import { authenticateInput } from "@/lib/users/schemas";
import { createAccessToken } from "@/lib/users/service";

export const POST = defineRoute(
  {
    operationId: "createToken",
    summary: "Exchange an e-mail and password for a short-lived bearer",
    scope: "public",
    tag: "Accounts",
    body: authenticateInput,
    status: 201,
    response: z.object({
      data: z.object({ accessToken: z.string().max(200), tokenType: z.literal("Bearer"), expiresAt: isoDate }),
    }),
  },
  async (ctx, { body, caller }) => {
    await hitRateLimit(ctx, { key: `token:${caller.address}`, limit: 300, windowSeconds: 900 });
    const token = await createAccessToken({ ...ctx, address: caller.address, userAgent: caller.userAgent }, body);
    return { data: { ...token, tokenType: "Bearer" as const } };
  },
);
