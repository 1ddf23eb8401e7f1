"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions";
import { listSearches } from "@/lib/searches/service";

/** What the command palette can act on, asked for when it opens. */
export const listCommandsAction = defineAction({
  name: "listCommands",
  input: z.unknown(),
  run: async (ctx) => {
    const { searches } = await listSearches(ctx, { limit: 50 });
    return { searches: searches.map(({ id, name }) => ({ id, name })) };
  },
});
