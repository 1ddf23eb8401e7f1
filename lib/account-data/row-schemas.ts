import { z } from "zod";
import type { InventoryColumn, InventoryTable } from "@/db/inventory";
import {
  matchDetailSchema,
  outcomeEvidenceSchema,
  placeSchema,
  postingAnalysisSchema,
  preferencesSchema,
  profileFactsSchema,
} from "@/db/schema/shapes";
import { MAX_DESCRIPTION_LENGTH, sanitizeHtml } from "@/lib/jobs/html";
import { cleanUrl } from "@/lib/jobs/urls";
import { createSearchInput } from "@/lib/searches/schemas";
import { isSourceId } from "@/lib/sources/registry";

/** Columns of an index hold less than 2.7 kB. */
const MAX_KEY_CHARS = 600;
const MAX_TEXT_CHARS = 500_000;
const KEYS = /(?:Key|Hash|Id|slot|board|name|version|title)$/i;

const flat = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

/** What jsonb columns hold. One that is missing here fails a test. */
export const DOCUMENTS: Record<string, z.ZodType> = {
  "profiles.facts": profileFactsSchema,
  "profiles.preferences": preferencesSchema,
  "searches.criteria": createSearchInput.shape.criteria,
  "searches.sources": createSearchInput.shape.sources.refine(
    (list) => list.every(({ sourceId }) => isSourceId(sourceId)),
    "names a source this JOBA does not have",
  ),
  "searches.schedule": createSearchInput.shape.schedule,
  "jobs.places": z.array(placeSchema).max(200),
  "jobAnalyses.analysis": postingAnalysisSchema,
  "matches.detail": matchDetailSchema,
  "runSources.evidence": outcomeEvidenceSchema,
  "events.data": z.record(z.string().max(100), flat),
};

/** What comes from boards is hostile on this way in as well. */
const PARTICULAR: Record<string, z.ZodType> = {
  "jobs.descriptionHtml": z.string().max(MAX_DESCRIPTION_LENGTH).transform(sanitizeHtml),
};

/** One row of a file, read off the table so that nothing is written twice. Columns nobody knows are refused. */
export function rowSchema({ key: table, columns }: InventoryTable): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      columns.map((entry) => {
        const { column } = entry;
        const value = PARTICULAR[`${table}.${entry.key}`] ?? valueSchema(table, entry);
        const nullable = column.notNull ? value : value.nullable();
        return [entry.key, column.notNull && !column.hasDefault ? nullable : nullable.optional()];
      }),
    ),
  );
}

function valueSchema(table: string, { key, column }: InventoryColumn): z.ZodType {
  if (column.enumValues?.length) return z.enum(column.enumValues as [string, ...string[]]);
  switch (column.getSQLType()) {
    case "uuid":
      return z.uuid();
    case "timestamp with time zone":
      return instant;
    case "integer":
      return z.int32();
    case "bigint":
      return z
        .string()
        .regex(/^-?\d{1,19}$/)
        .refine(isInt64, "is not a 64-bit number");
    case "double precision":
      return z.number();
    case "boolean":
      return z.boolean();
    case "text[]":
      return z.array(z.string().max(200)).max(500);
    case "jsonb":
      return DOCUMENTS[`${table}.${key}`] ?? z.never();
    case "text":
      return /url$/i.test(key)
        ? webAddress(column.notNull)
        : z.string().max(KEYS.test(key) ? MAX_KEY_CHARS : MAX_TEXT_CHARS);
    default:
      return z.never();
  }
}

const isInt64 = (text: string) => BigInt.asIntN(64, BigInt(text)) === BigInt(text);

const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^(?:19|20|21)\d\d-/.test(text), "is not in this age");

/** A link that is none is left out where it may be, and refused where it may not. */
const webAddress = (isRequired: boolean) =>
  isRequired
    ? z.string().refine((text) => cleanUrl(text) === text, "is not a web address")
    : z.string().transform((text) => cleanUrl(text) ?? null);
