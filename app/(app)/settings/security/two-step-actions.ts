"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { changeTwoStepInput, confirmTwoStepInput, startTwoStepInput } from "@/lib/users/schemas";
import { confirmTwoStep, disableTwoStep, renewRecoveryCodes, startTwoStep } from "@/lib/users/two-step";

export const startTwoStepAction = defineAction({
  name: "startTwoStep",
  input: startTwoStepInput,
  run: (ctx, input) => startTwoStep(ctx, input),
});

export const confirmTwoStepAction = defineAction({
  name: "confirmTwoStep",
  input: confirmTwoStepInput,
  run: async (ctx, input) => {
    const { recoveryCodes } = await confirmTwoStep(ctx, input);
    refresh();
    return { recoveryCodes };
  },
});

export const disableTwoStepAction = defineAction({
  name: "disableTwoStep",
  input: changeTwoStepInput,
  run: async (ctx, input) => {
    await disableTwoStep(ctx, input);
    refresh();
    return {};
  },
});

export const renewRecoveryCodesAction = defineAction({
  name: "renewRecoveryCodes",
  input: changeTwoStepInput,
  run: async (ctx, input) => {
    const { recoveryCodes } = await renewRecoveryCodes(ctx, input);
    refresh();
    return { recoveryCodes };
  },
});
