import { z } from "zod";
import { searchCriteriaSchema, searchScheduleSchema, searchSourceSchema } from "@/db/schema/shapes";
import { isoDate } from "@/lib/api/pagination";
import { isTimeZone } from "./schedule";

const searchId = z.uuid();
const name = z.string().trim().min(1, "Give the search a name").max(120);
const schedule = searchScheduleSchema.extend({
  timeZone: z
    .string()
    .trim()
    .max(60)
    .refine(isTimeZone, "is not a time zone JOBA knows, such as Europe/Berlin")
    .default("UTC"),
});
const sources = z
  .array(searchSourceSchema)
  .min(1, "Choose at least one source")
  .max(40)
  .refine((list) => new Set(list.map(({ sourceId }) => sourceId)).size === list.length, "lists a source twice");

export const createSearchInput = z.object({
  name,
  criteria: searchCriteriaSchema,
  sources,
  schedule: schedule.prefault({}),
  isActive: z.boolean().default(true),
});
export const updateSearchInput = z.object({
  id: searchId,
  name: name.optional(),
  criteria: searchCriteriaSchema.optional(),
  sources: sources.optional(),
  schedule: schedule.optional(),
  isActive: z.boolean().optional(),
  /** The version the caller was looking at. Left out: whatever is there is changed. */
  version: z.int().optional(),
});
export const pauseSearchInput = z.object({ id: searchId, isActive: z.boolean().or(z.stringbool()) });
export const getSearchInput = z.object({ id: searchId });
export const deleteSearchInput = z.object({ id: searchId, version: z.int().optional() });
export const listSearchesInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

/** What callers see of a search. */
export const searchSchema = z
  .object({
    id: searchId,
    name: z.string(),
    criteria: searchCriteriaSchema,
    sources: z.array(searchSourceSchema).max(40),
    schedule: searchScheduleSchema,
    isActive: z.boolean(),
    nextRunAt: isoDate.nullable(),
    /** Counts the changes; part of the `ETag`. */
    version: z.int(),
    createdAt: isoDate,
    updatedAt: isoDate,
  })
  .meta({ id: "Search" });

/** A search that is not stored yet. */
export const searchProposalSchema = searchSchema.pick({
  name: true,
  criteria: true,
  sources: true,
  schedule: true,
  isActive: true,
});

export type CreateSearchInput = z.output<typeof createSearchInput>;
export type UpdateSearchInput = z.output<typeof updateSearchInput>;
export type DeleteSearchInput = z.output<typeof deleteSearchInput>;
export type ListSearchesInput = z.input<typeof listSearchesInput>;
