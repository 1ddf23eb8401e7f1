import { z } from "zod";
import { ACCOUNT } from "@/lib/api/examples/account";
import { defineRoute } from "@/lib/api/route";
import { getAccount, updateAccount } from "@/lib/users/account";
import { accountSchema, updateAccountInput } from "@/lib/users/schemas";

const response = z.object({ data: accountSchema });

export const GET = defineRoute(
  {
    operationId: "getAccount",
    summary: "Read your account",
    tag: "Account",
    scope: "account:read",
    response,
    example: { response: { data: ACCOUNT } },
  },
  async (ctx) => ({ data: await getAccount(ctx) }),
);

export const PATCH = defineRoute(
  {
    operationId: "updateAccount",
    summary: "Change the name JOBA calls you by",
    description: "Address, password and two-step sign-in are changed in the browser, where they are asked for again.",
    tag: "Account",
    scope: "account:write",
    body: updateAccountInput,
    response,
    example: { body: { name: "Ada" }, response: { data: ACCOUNT } },
  },
  async (ctx, { body }) => ({ data: await updateAccount(ctx, body) }),
);
