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
