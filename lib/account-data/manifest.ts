import { z } from "zod";

export const FORMAT = "joba-account";
/** Raised when an older JOBA could not read the files any more. */
export const FORMAT_VERSION = 1;

const name = z.string().max(80);
const because = z.string().max(300);

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  /** The release that wrote it. */
  app: z.string().max(40),
  exportedAt: z.iso.datetime(),
  tables: z
    .array(
      z.object({
        name,
        file: z.string().max(120),
        csv: z.string().max(120),
        rows: z.int().min(0),
        /** Of `file`, unpacked. */
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        /** False: for reading only. */
        canBeImported: z.boolean(),
        because: because.optional(),
      }),
    )
    .max(200),
  leftOut: z.object({
    tables: z.array(z.object({ name, because })).max(200),
    columns: z.array(z.object({ table: name, name, because })).max(200),
  }),
});

export type Manifest = z.output<typeof manifestSchema>;
