import { z } from "zod";
import { NEW_PREFERENCES, PROFILE } from "@/lib/api/examples/profile";
import { defineRoute } from "@/lib/api/route";
import { profileSchema, savePreferencesInput } from "@/lib/profiles/schemas";
import { savePreferences } from "@/lib/profiles/service";

export const PUT = defineRoute(
  {
    operationId: "savePreferences",
    summary: "Replace your preferences",
    description: "The facts of the profile stay. What is left out goes back to its default.",
    tag: "Profile",
    scope: "profile:write",
    body: savePreferencesInput,
    isVersioned: true,
    response: z.object({ data: profileSchema }),
    example: { body: NEW_PREFERENCES, response: { data: PROFILE } },
  },
  async (ctx, { body, version }) => ({ data: await savePreferences(ctx, body, version) }),
);
