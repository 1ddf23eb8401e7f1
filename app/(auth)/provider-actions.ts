"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions";
import { startProviderSignIn } from "@/lib/auth/provider-session";
import { safePath } from "@/lib/auth/redirects";
import { startProviderInput } from "@/lib/users/schemas";

export const startProviderAction = definePublicAction({
  name: "startProvider",
  input: startProviderInput,
  rateLimit: { limit: 60, windowSeconds: 15 * 60, key: (_input, address) => address },
  run: async (_visitor, { provider, next }) => {
    redirect((await startProviderSignIn(provider, safePath(next))) as Route);
  },
});
