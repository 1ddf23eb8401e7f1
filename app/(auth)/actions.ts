"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { definePublicAction } from "@/lib/actions";
import { knownDevice } from "@/lib/auth/known-device";
import { safePath } from "@/lib/auth/redirects";
import { findChallenge, settleSignIn, startBrowserSession } from "@/lib/auth/session";
import { startDemo } from "@/lib/demo/service";
import { registerInvitedInput } from "@/lib/invitations/schemas";
import { registerInvited } from "@/lib/invitations/service";
import { signUp } from "@/lib/users/register";
import { completeSignInInput, registerInput, signInInput } from "@/lib/users/schemas";
import { completeSignIn, signIn } from "@/lib/users/sign-in";

const MINUTES = 60;
/** Where to go afterwards; whatever stands there, only a path of our own is followed. */
const nextSchema = z.string().max(2000).optional();

export const signInAction = definePublicAction({
  name: "signIn",
  input: signInInput.extend({ next: nextSchema }),
  rateLimit: {
    limit: 100,
    windowSeconds: 15 * MINUTES,
    key: ({ email }, address, { deviceCookie }) => knownDevice(deviceCookie, email) ?? address,
  },
  run: async (visitor, input) => {
    redirect((await settleSignIn(await signIn(visitor, input), safePath(input.next))) as Route);
  },
});

/** The second step. The challenge is in a cookie, so that no address bar or history ever holds it. */
export const completeSignInAction = definePublicAction({
  name: "completeSignIn",
  input: completeSignInInput.omit({ challenge: true }).extend({ next: nextSchema }),
  rateLimit: { limit: 100, windowSeconds: 15 * MINUTES, key: (_input, address) => address },
  run: async (visitor, { code, next }) => {
    const challenge = (await findChallenge()) ?? "";
    const session = await completeSignIn(visitor, { challenge, code });
    redirect((await settleSignIn({ status: "signed_in", ...session }, safePath(next))) as Route);
  },
});

export const signUpAction = definePublicAction({
  name: "signUp",
  input: registerInput,
  rateLimit: { limit: 100, windowSeconds: 60 * MINUTES, key: (_input, address) => address },
  run: async (visitor, input) => {
    const session = await signUp(visitor, input);
    if (!session) redirect("/check-mail");
    redirect((await settleSignIn({ status: "signed_in", ...session }, "/onboarding")) as Route);
  },
});

/** With the link of an invitation, which stands for the address. */
export const signUpInvitedAction = definePublicAction({
  name: "signUpInvited",
  input: registerInvitedInput,
  rateLimit: { limit: 100, windowSeconds: 60 * MINUTES, key: (_input, address) => address },
  run: async (visitor, input) => {
    const session = await registerInvited(visitor, input);
    redirect((await settleSignIn({ status: "signed_in", ...session }, "/onboarding")) as Route);
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
