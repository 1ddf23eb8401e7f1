"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions";
import { endSessionInput } from "@/lib/sessions/schemas";
import { endOtherSession, endOtherSessions } from "@/lib/sessions/service";
import { requestEmailChange, resendOwnVerification } from "@/lib/users/emails";
import { changePassword } from "@/lib/users/passwords";
import { changeEmailInput, changePasswordInput } from "@/lib/users/schemas";

export const changePasswordAction = defineAction({
  name: "changePassword",
  input: changePasswordInput,
  run: async (ctx, input) => {
    const { ended } = await changePassword(ctx, input);
    refresh();
    return { ended };
  },
});

export const changeEmailAction = defineAction({
  name: "changeEmail",
  input: changeEmailInput,
  run: async (ctx, input) => {
    await requestEmailChange(ctx, input);
    return {};
  },
});

export const resendOwnVerificationAction = defineAction({
  name: "resendOwnVerification",
  input: z.unknown(),
  run: async (ctx) => {
    const { isVerified } = await resendOwnVerification(ctx);
    refresh();
    return { isVerified };
  },
});

export const endOtherSessionAction = defineAction({
  name: "endOtherSession",
  input: endSessionInput,
  run: async (ctx, input) => {
    await endOtherSession(ctx, input);
    refresh();
    return {};
  },
});

export const endOtherSessionsAction = defineAction({
  name: "endOtherSessions",
  input: z.unknown(),
  run: async (ctx) => {
    const { ended } = await endOtherSessions(ctx);
    refresh();
    return { ended };
  },
});
