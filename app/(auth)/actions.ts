"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { definePublicAction } from "@/lib/actions";
import { endBrowserSession, startBrowserSession } from "@/lib/auth/session";
import { startDemo } from "@/lib/demo/service";
import { registerInput, signInInput } from "@/lib/users/schemas";
import { registerUser, signIn } from "@/lib/users/service";

const MINUTES = 60;

export const signInAction = definePublicAction({
  name: "signIn",
  input: signInInput,
  rateLimit: { limit: 100, windowSeconds: 15 * MINUTES, key: (_input, address) => address },
  run: async (visitor, input) => {
    const { sid } = await signIn(visitor, input);
    await startBrowserSession(sid);
    redirect("/jobs");
  },
});

export const signUpAction = definePublicAction({
  name: "signUp",
  input: registerInput,
  rateLimit: { limit: 100, windowSeconds: 60 * MINUTES, key: (_input, address) => address },
  run: async (visitor, input) => {
    await registerUser(visitor, input);
    const { sid } = await signIn(visitor, input);
    await startBrowserSession(sid);
    redirect("/onboarding");
  },
});

export const startDemoAction = definePublicAction({
  name: "startDemo",
  input: z.unknown(),
  rateLimit: { limit: 120, windowSeconds: 60 * MINUTES, key: (_input, address) => address },
  run: async (visitor) => {
    const { sid } = await startDemo(visitor);
    await startBrowserSession(sid);
    redirect("/jobs");
  },
});

export const signOutAction = definePublicAction({
  name: "signOut",
  input: z.unknown(),
  rateLimit: { limit: 600, windowSeconds: 60 * MINUTES, key: (_input, address) => address },
  run: async () => {
    await endBrowserSession();
    redirect("/");
  },
});
