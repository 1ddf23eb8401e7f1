"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions";
import { savePreferencesActionInput } from "@/lib/profiles/schemas";
import { savePreferences } from "@/lib/profiles/service";
import { runProposedSearch } from "@/lib/runs/first-run";

export const startFirstSearchAction = defineAction({
  name: "startFirstSearch",
  input: savePreferencesActionInput,
  run: async (ctx, { preferences, version }) => {
    await savePreferences(ctx, preferences, version);
    const run = await runProposedSearch(ctx);
    redirect(`/searches/${run.searchId}/runs/${run.id}`);
  },
});
