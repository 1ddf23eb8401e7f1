import { z } from "zod";
import { API_TOKEN } from "@/lib/api/examples/account";
import { CURSOR } from "@/lib/api/examples/ids";
import { pageOf, pageQuery } from "@/lib/api/pagination";
import { defineRoute } from "@/lib/api/route";
import { apiTokenSchema, createApiTokenInput } from "@/lib/tokens/schemas";
import { createApiToken, listApiTokens } from "@/lib/tokens/service";

export const GET = defineRoute(
  {
    operationId: "listApiTokens",
    summary: "List your personal tokens, newest first",
    tag: "Tokens",
    scope: "account:read",
    query: pageQuery,
    response: pageOf(apiTokenSchema),
    example: { query: { limit: 20 }, response: { data: [API_TOKEN], nextCursor: CURSOR } },
  },
  async (ctx, { query }) => {
    const { tokens, nextCursor } = await listApiTokens(ctx, query);
    return { data: tokens, nextCursor };
  },
);

export const POST = defineRoute(
  {
    operationId: "createApiToken",
    summary: "Make a personal token",
    description:
      "The token is in this answer and nowhere else. Only a signed-in session can make one, for no more than the session itself may do.",
    tag: "Tokens",
    scope: "account:write",
    body: createApiTokenInput,
    status: 201,
    response: z.object({ data: apiTokenSchema.extend({ token: z.string().max(200) }) }),
    example: {
      body: { name: "Nightly export", scopes: ["jobs:read"], expiresInDays: 90 },
      response: { data: { ...API_TOKEN, token: "joba_q7Rk2Yk3mQ0XJ2hP1sVa9tLr8uNw4bZc7dEf6gHi5jK" } },
    },
  },
  async (ctx, { body }) => ({ data: await createApiToken(ctx, body) }),
);
