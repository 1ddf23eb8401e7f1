import { z } from "zod";
import { API_SCOPES } from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";

export const TOKEN_DAYS = [30, 90, 365] as const;
export const MAX_TOKEN_DAYS = 366;

export const createApiTokenInput = z
  .object({
    name: z.string("Give the token a name").trim().min(1, "Give the token a name").max(80, "Use at most 80 characters"),
    scopes: z
      .array(z.enum(API_SCOPES), "Choose what the token may do")
      .min(1, "Choose what the token may do")
      .max(API_SCOPES.length),
    expiresInDays: z
      .int("Choose how long it lasts")
      .min(1, "Choose a day in the future")
      .max(MAX_TOKEN_DAYS, "A token lasts a year at most")
      .optional()
      .describe("Left out, with no `expiresOn`: 90"),
    expiresOn: z.iso
      .date("Choose a day")
      .optional()
      .describe("The last day it works, in UTC; in place of `expiresInDays`"),
  })
  .refine(({ expiresInDays, expiresOn }) => expiresInDays === undefined || expiresOn === undefined, {
    path: ["expiresOn"],
    message: "cannot stand beside expiresInDays",
  });

/** The same as a form posts it: `lifetime` is a number of days, or "date" with `expiresOn` beside it. */
export const createApiTokenForm = z.preprocess((form) => {
  const { lifetime, expiresOn, ...rest } = (form ?? {}) as Record<string, unknown>;
  return { ...rest, ...(lifetime === "date" ? { expiresOn: expiresOn ?? "" } : { expiresInDays: Number(lifetime) }) };
}, createApiTokenInput);

export const revokeApiTokenInput = z.object({ id: z.uuid() });

/** What its owner sees of a token, ever after. */
export const apiTokenSchema = z
  .object({
    id: z.uuid(),
    name: z.string().max(80),
    /** How it begins; the rest is not stored. */
    prefix: z.string().max(20),
    scopes: z.array(z.enum(API_SCOPES)).max(100),
    createdAt: isoDate,
    expiresAt: isoDate,
    lastUsedAt: isoDate.nullable(),
  })
  .meta({ id: "ApiToken" });

export type CreateApiTokenInput = z.output<typeof createApiTokenInput>;
export type ApiTokenView = z.output<typeof apiTokenSchema>;
