import { z } from "zod";

/** ISO 8601 text outside, `Date` inside. */
export const isoDate = z
  .codec(z.iso.datetime({ offset: true }), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  })
  .meta({ override: { type: "string", format: "date-time" } });

/** `?limit=&cursor=` of every list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ description: "How many to return" }),
  cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the page before" }),
});

/** `{ data, nextCursor }`; no `nextCursor` means the list is done. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item).max(100), nextCursor: z.string().max(500).optional() });
}

/** `?fields=title,companyName`: a list of only these; `id` is always among them. */
export function fieldsOf<S extends z.ZodRawShape>(item: z.ZodObject<S>) {
  const names = Object.keys(item.shape) as [string, ...string[]];
  return z
    .string()
    .max(1000)
    .transform((text) => text.split(",").map((name) => name.trim()))
    .pipe(z.array(z.enum(names)).max(names.length))
    .optional()
    .meta({
      override: { type: "string", maxLength: 1000 },
      description: `Only these of each, by comma: ${names.join(", ")}`,
    });
}

/** @returns the rows as they are without `fields`. */
export function pickFields<T extends { id: unknown }>(rows: readonly T[], fields: readonly string[] | undefined) {
  if (!fields) return [...rows];
  const wanted = new Set(["id", ...fields]);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name))) as T);
}
