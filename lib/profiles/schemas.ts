import { z } from "zod";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";

export const timeZoneSchema = z.string().max(60).refine(isTimeZone, "is not a time zone like Europe/Berlin");

/** Preferences as a person may save them: the stored shape, with the rules a shape cannot say. */
export const savePreferencesInput = preferencesSchema.extend({ timeZone: timeZoneSchema.default("UTC") });

export const saveProfileInput = z.object({
  facts: profileFactsSchema,
  preferences: savePreferencesInput.optional(),
  /** Given with a newly read CV; spans of the facts point into it. */
  cvText: z.string().max(200_000).optional(),
  cvFileName: z.string().max(200).optional(),
  /** The version the person was looking at. Left out: whatever is there is overwritten. */
  version: z.int().min(0).optional(),
});

export type SaveProfileInput = z.output<typeof saveProfileInput>;
export type SavePreferencesInput = z.output<typeof savePreferencesInput>;

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
