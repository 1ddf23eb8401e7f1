import type { InventoryTable } from "@/db/inventory";
import { insertPersonRows, type PersonRow } from "@/db/queries/person-rows";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { adaptRow } from "./adapt-row";
import type { Archive } from "./archive-reader";
import type { Manifest } from "./manifest";
import { parseRow } from "./parse-row";
import { rowSchema } from "./row-schemas";

const BATCH_ROWS = 200;

interface TableImport {
  archive: Archive;
  entry: InventoryTable;
  stated: Manifest["tables"][number];
  salt: string;
}

interface NumberedRow {
  number: number;
  row: PersonRow;
}

/** Reads one file into its table, a batch at a time. @returns the rows added. */
export async function importTable(ctx: Context, { archive, entry, stated, salt }: TableImport): Promise<number> {
  const { file, rows: expected } = stated;
  const schema = rowSchema(entry);
  const now = ctx.now();
  let columns: string | undefined;
  let count = 0;
  let batch: NumberedRow[] = [];
  for await (const line of archive.lines(file, stated.sha256)) {
    if (++count > expected) throw new AppError("invalid", `${file} holds more rows than manifest.json states`);
    const row = parseRow(schema, { file, ...line }) as PersonRow;
    const keys = Object.keys(row).sort().join();
    columns ??= keys;
    if (keys !== columns) throw new AppError("invalid", `${file} line ${line.number}: has other columns than line 1`);
    batch.push({ number: line.number, row: adaptRow(entry, row, { salt, now }) });
    if (batch.length < BATCH_ROWS) continue;
    await insertBatch(ctx, entry, file, batch);
    batch = [];
  }
  await insertBatch(ctx, entry, file, batch);
  if (count !== expected)
    throw new AppError("invalid", `${file} holds ${count} rows; manifest.json states ${expected}`);
  return count;
}

/** A batch the database refuses is halved until the row at fault is alone, so that the answer can name it. */
async function insertBatch(ctx: Context, entry: InventoryTable, file: string, batch: NumberedRow[]): Promise<void> {
  if (batch.length === 0) return;
  const { userId } = ctx.actor;
  try {
    await ctx.db.transaction((db) => insertPersonRows(db, { entry, userId, rows: batch.map(({ row }) => row) }));
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    if (batch.length === 1)
      throw new AppError("invalid", `${file} line ${batch[0]?.number}: ${reason}`, { cause: error });
    const half = Math.ceil(batch.length / 2);
    await insertBatch(ctx, entry, file, batch.slice(0, half));
    await insertBatch(ctx, entry, file, batch.slice(half));
  }
}

/** What a row did wrong, when it is the row's fault. */
function refusalOf(error: unknown): string | undefined {
  const code = sqlStateOf(error);
  if (code === "23503") return "points to something that is not in this archive";
  if (code === "23505") return "is in this archive twice";
  return /^(?:22|23|54)/.test(code) ? "holds a value the database does not take" : undefined;
}

function sqlStateOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return "";
}
