"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions";
import { startProviderConnection } from "@/lib/auth/provider-session";
import { allowConnecting, disconnectProvider } from "@/lib/users/oauth";
import { connectProviderInput, disconnectProviderInput } from "@/lib/users/schemas";

export const connectProviderAction = defineAction({
  name: "connectProvider",
  input: connectProviderInput,
  run: async (ctx, input) => {
    const { sessionId } = await allowConnecting(ctx, input);
    redirect((await startProviderConnection(input.provider, sessionId)) as Route);
  },
});

export const disconnectProviderAction = defineAction({
  name: "disconnectProvider",
  input: disconnectProviderInput,
  run: async (ctx, input) => {
    await disconnectProvider(ctx, input);
    refresh();
    return {};
  },
});
