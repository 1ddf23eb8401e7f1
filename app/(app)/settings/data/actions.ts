"use server";

import { deleteAccount } from "@/lib/account-data/delete";
import { deleteAccountInput } from "@/lib/account-data/schemas";
import { defineAction } from "@/lib/actions";

export const deleteAccountAction = defineAction({
  name: "deleteAccount",
  input: deleteAccountInput,
  run: async (ctx, input) => {
    await deleteAccount(ctx, input);
    // The cookie is left to /goodbye: changing it here would turn this page into the sign-in page first.
    return {};
  },
});
