"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { deleteSourceKeyInput, setSourceKeyInput, updateSourceInput } from "@/lib/sources/schemas";
import { deleteSourceKey, setSourceKey, updateSource } from "@/lib/sources/service";
import { updateAccount } from "@/lib/users/account";
import { updateAccountInput } from "@/lib/users/schemas";

export const updateSourceAction = defineAction({
  name: "updateSource",
  input: updateSourceInput,
  run: async (ctx, input) => {
    const { isEnabled } = await updateSource(ctx, input);
    refresh();
    return { isEnabled };
  },
});

export const setSourceKeyAction = defineAction({
  name: "setSourceKey",
  input: setSourceKeyInput,
  run: async (ctx, input) => {
    const { hasKey } = await setSourceKey(ctx, input);
    refresh();
    return { hasKey };
  },
});

export const deleteSourceKeyAction = defineAction({
  name: "deleteSourceKey",
  input: deleteSourceKeyInput,
  run: async (ctx, input) => {
    const { hasKey } = await deleteSourceKey(ctx, input);
    refresh();
    return { hasKey };
  },
});

export const updateAccountAction = defineAction({
  name: "updateAccount",
  input: updateAccountInput,
  run: async (ctx, input) => {
    const { name } = await updateAccount(ctx, input);
    refresh();
    return { name };
  },
});
