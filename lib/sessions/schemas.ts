import { z } from "zod";
import { API_SCOPES, SESSION_KINDS, SIGN_IN_METHODS } from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";
import { authenticateInput } from "@/lib/users/schemas";

export const endSessionInput = z.object({ id: z.uuid() });

export const openApiSessionInput = authenticateInput.extend({
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1)
    .max(API_SCOPES.length)
    .optional()
    .describe("What the session may do. Left out: everything."),
});

export const refreshApiSessionInput = z.object({ refreshToken: z.string().min(1).max(200) });

/** What a signed-in client holds. */
export const tokenGrantSchema = z
  .object({
    accessToken: z.string().max(2000),
    tokenType: z.literal("Bearer"),
    /** Of the access token. */
    expiresAt: isoDate,
    /** Works once. */
    refreshToken: z.string().max(200),
    refreshExpiresAt: isoDate,
    sessionId: z.uuid(),
    scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
  })
  .meta({ id: "TokenGrant" });

/** Where a person is signed in. */
export const sessionSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(SESSION_KINDS),
    method: z.enum(SIGN_IN_METHODS),
    device: z.string().max(200),
    deviceKind: z.enum(["computer", "phone", "program"]),
    address: z.string().max(100).optional(),
    signedInAt: isoDate,
    lastUsedAt: isoDate,
    isCurrent: z.boolean(),
  })
  .meta({ id: "Session" });

export type OpenApiSessionInput = z.output<typeof openApiSessionInput>;
export type RefreshApiSessionInput = z.output<typeof refreshApiSessionInput>;
export type TokenGrant = z.output<typeof tokenGrantSchema>;
