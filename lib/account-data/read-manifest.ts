import { z } from "zod";
import { tablesOf } from "@/db/inventory";
import { AppError } from "@/lib/errors";
import type { Archive } from "./archive-reader";
import { MAX_IMPORT_ROWS } from "./limits";
import { FORMAT, FORMAT_VERSION, type Manifest, manifestSchema } from "./manifest";

const MAX_BYTES = 256 * 1024;
const headSchema = z.object({ format: z.literal(FORMAT), version: z.int(), app: z.string().max(40).catch("unknown") });

/** @throws AppError("invalid") for an archive of something else, of a newer JOBA, or one that contradicts itself. */
export async function readManifest(archive: Archive): Promise<Manifest> {
  let value: unknown;
  try {
    value = JSON.parse(await archive.text("manifest.json", MAX_BYTES));
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("invalid", "manifest.json is not JSON", { cause: error });
  }
  const head = headSchema.safeParse(value);
  if (!head.success) throw new AppError("invalid", "This archive is not an export of JOBA");
  if (head.data.version !== FORMAT_VERSION) throw newer(head.data.app);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError("invalid", `manifest.json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  checkTables(archive, parsed.data);
  return parsed.data;
}

function checkTables(archive: Archive, { tables, app }: Manifest): void {
  const known = new Set(tablesOf("portable").map(({ key }) => key as string));
  const seen = new Set<string>();
  let rows = 0;
  for (const table of tables) {
    if (seen.has(table.name) || seen.has(table.file))
      throw new AppError("invalid", `manifest.json lists ${table.name} twice`);
    seen.add(table.name).add(table.file);
    if (table.canBeImported && !known.has(table.name)) throw newer(app);
    if (!archive.has(table.file)) throw new AppError("invalid", `This archive has no ${table.file}`);
    rows += table.rows;
  }
  if (rows > MAX_IMPORT_ROWS)
    throw new AppError("invalid", `This archive claims ${rows} rows; JOBA imports at most ${MAX_IMPORT_ROWS}`);
}

const newer = (app: string) =>
  new AppError("invalid", `This archive was written by JOBA ${app}, which this one cannot read. Update JOBA first.`);
