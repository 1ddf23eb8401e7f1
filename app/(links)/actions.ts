"use server";

import { definePublicAction } from "@/lib/actions";
import { confirmEmail, resendVerification } from "@/lib/users/emails";
import { requestPasswordReset, resetPassword } from "@/lib/users/passwords";
import { emailInput, resetPasswordInput, tokenInput } from "@/lib/users/schemas";

const perAddress = { limit: 100, windowSeconds: 60 * 60, key: (_input: unknown, address: string) => address };

export const confirmEmailAction = definePublicAction({
  name: "confirmEmail",
  input: tokenInput,
  rateLimit: perAddress,
  run: async (visitor, input) => {
    const { email } = await confirmEmail(visitor, input);
    return { email };
  },
});

export const resendVerificationAction = definePublicAction({
  name: "resendVerification",
  input: emailInput,
  rateLimit: perAddress,
  run: async (visitor, input) => {
    await resendVerification(visitor, input);
    return {};
  },
});

export const requestPasswordResetAction = definePublicAction({
  name: "requestPasswordReset",
  input: emailInput,
  rateLimit: perAddress,
  run: async (visitor, input) => {
    await requestPasswordReset(visitor, input);
    return {};
  },
});

export const resetPasswordAction = definePublicAction({
  name: "resetPassword",
  input: resetPasswordInput,
  rateLimit: perAddress,
  run: async (visitor, input) => {
    await resetPassword(visitor, input);
    return {};
  },
});
