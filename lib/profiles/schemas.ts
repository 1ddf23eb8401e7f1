import { z } from "zod";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import { countryByCode } from "@/lib/places/countries";
import { CURRENCY_CODES } from "@/lib/salaries/currencies";

export const timeZoneSchema = z.string().max(60).refine(isTimeZone, "is not a time zone like Europe/Berlin");

const countryCode = z
  .string()
  .trim()
  .max(2)
  .toUpperCase()
  .refine((code) => code.length === 2 && countryByCode(code) !== undefined, "is not a country code like DE");
const currencyCode = z
  .string()
  .trim()
  .max(3)
  .toUpperCase()
  .refine((code) => CURRENCY_CODES.includes(code), "is not a currency code like EUR");

/** Blank entries would hide everything or nothing, so they never get in. */
const words = (maxLength: number, maxItems: number) =>
  z
    .array(z.string().trim().max(maxLength))
    .max(maxItems)
    .default([])
    .transform((items) => [...new Set(items.filter((item) => /[\p{L}\p{N}]/u.test(item)))]);

/** Preferences as a person may save them: the stored shape, with the rules a shape cannot say. */
export const savePreferencesInput = preferencesSchema.extend({
  targetTitles: words(200, 20),
  workCountries: z.array(countryCode).max(60).default([]),
  salaryFloor: preferencesSchema.shape.salaryFloor.unwrap().extend({ currency: currencyCode }).optional(),
  timeZone: timeZoneSchema.default("UTC"),
  mustNotWords: words(80, 100),
  blockedCompanies: words(200, 500),
});

const MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

/** Facts as a person may save them: what a list entry needs at least, and dates that are dates. */
export const saveFactsInput = profileFactsSchema.superRefine((facts, context) => {
  const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  const checkDates = (path: (string | number)[], { from, to }: { from?: string; to?: string }) => {
    if (from && !MONTH.test(from)) say([...path, "from"], "Write a year, or year and month: 2021-03");
    else if (to && !MONTH.test(to)) say([...path, "to"], "Write a year, or year and month: 2023-11");
    else if (from && to && to.slice(0, from.length) < from.slice(0, to.length))
      say([...path, "to"], "It ends before it begins");
  };
  facts.roles.forEach((role, index) => {
    if (role.title === "" && role.company === "")
      say(["roles", index, "title"], "Give the role a title or an employer");
    checkDates(["roles", index], role);
  });
  facts.education.forEach((education, index) => {
    if (education.institution === "" && education.degree === "" && education.field === "") {
      say(["education", index, "institution"], "Say at least where or what");
    }
    checkDates(["education", index], education);
  });
  facts.languages.forEach(({ code }, index) => {
    if (!/^[a-z]{2,3}$/.test(code)) say(["languages", index, "code"], "Choose a language");
  });
  facts.skills.forEach(({ name, skillId }, index) => {
    if (name === "" || skillId === "") say(["skills", index, "name"], "A skill needs a name");
  });
});

export const saveProfileInput = z.object({
  facts: saveFactsInput,
  preferences: savePreferencesInput.optional(),
  /** Given with a newly read CV; spans of the facts point into it. */
  cvText: z.string().max(200_000).optional(),
  cvFileName: z.string().max(200).nullish(),
  /** The version the person was looking at. Left out: whatever is there is overwritten. */
  version: z.int().min(0).optional(),
});

export const savePreferencesActionInput = z.object({
  preferences: savePreferencesInput,
  version: z.int().min(0).optional(),
});

export const pasteCvInput = z.string().max(200_000, "This is more text than any CV. Paste only your CV.");

/** What callers see of a profile. */
export const profileSchema = z
  .object({
    facts: profileFactsSchema,
    preferences: preferencesSchema,
    cvFileName: z.string().max(200).nullable(),
    /** 0 while nothing has been saved. Part of the `ETag`. */
    version: z.int().min(0),
  })
  .meta({ id: "Profile" });

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
