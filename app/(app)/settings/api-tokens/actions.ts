"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { createApiTokenForm, revokeApiTokenInput } from "@/lib/tokens/schemas";
import { createApiToken, revokeApiToken } from "@/lib/tokens/service";

export const createApiTokenAction = defineAction({
  name: "createApiToken",
  input: createApiTokenForm,
  run: async (ctx, input) => {
    const { token, name } = await createApiToken(ctx, input);
    refresh();
    return { token, name };
  },
});

export const revokeApiTokenAction = defineAction({
  name: "revokeApiToken",
  input: revokeApiTokenInput,
  run: async (ctx, input) => {
    await revokeApiToken(ctx, input);
    refresh();
    return {};
  },
});
