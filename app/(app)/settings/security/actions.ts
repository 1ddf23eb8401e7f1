"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions";
import { endSessionInput } from "@/lib/sessions/schemas";
import { endOtherSession, endOtherSessions } from "@/lib/sessions/service";

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
