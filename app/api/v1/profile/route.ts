import { z } from "zod";
import { NEW_FACTS, PROFILE } from "@/lib/api/examples/profile";
import { defineRoute } from "@/lib/api/route";
import { profileSchema, saveProfileInput } from "@/lib/profiles/schemas";
import { getProfile, saveProfile } from "@/lib/profiles/service";

const response = z.object({ data: profileSchema });

export const GET = defineRoute(
  {
    operationId: "getProfile",
    summary: "Read your profile",
    description: "Facts read from the CV or typed, and preferences. Version 0 and empty facts before the first save.",
    tag: "Profile",
    scope: "profile:read",
    isVersioned: true,
    response,
    example: { response: { data: PROFILE } },
  },
  async (ctx) => ({ data: await getProfile(ctx) }),
);

export const PUT = defineRoute(
  {
    operationId: "saveProfile",
    summary: "Replace your profile",
    description:
      "Facts are replaced; preferences and the CV text stay as they are when left out. Send `If-Match` with the `ETag` you read: a stale one is refused with 412. Matches are computed anew.",
    tag: "Profile",
    scope: "profile:write",
    body: saveProfileInput.omit({ version: true }),
    isVersioned: true,
    maxBodyBytes: 2 * 1024 * 1024,
    response,
    example: { body: { facts: NEW_FACTS }, response: { data: PROFILE } },
  },
  async (ctx, { body, version }) => ({ data: await saveProfile(ctx, { ...body, version }) }),
);
