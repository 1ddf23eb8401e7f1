import "server-only";
import type { FileHandle } from "node:fs/promises";
import { type InventoryTable, tablesOf } from "@/db/inventory";
import { type PersonRow, readPersonRows, readSnapshot } from "@/db/queries/person-rows";
import { recordAudit } from "@/lib/audit/service";
import { type Context, requireScope } from "@/lib/context";
import { streamCsv } from "@/lib/csv";
import { hitRateLimit } from "@/lib/rate-limit";
import packageJson from "@/package.json";
import { type ArchiveWriter, createArchive } from "./archive-writer";
import { FORMAT, FORMAT_VERSION, type Manifest } from "./manifest";
import { readmeOf } from "./readme";
import { openScratchFile } from "./scratch-file";

/** Small enough that packing one page holds nobody up. */
const PAGE_ROWS = 100;
const EXPORTS_PER_HOUR = 20;

export interface AccountExport {
  fileName: string;
  size: number;
  /** The bytes, once; reading them to the end or cancelling lets go of them. */
  stream(): ReadableStream<Uint8Array>;
}

/**
 * Everything that belongs to the person, as a ZIP, from one moment of the database. It is written to a nameless file
 * first: a slow download then holds no transaction open, and a failure is an answer instead of half an archive.
 */
export async function exportAccount(ctx: Context): Promise<AccountExport> {
  for (const scope of ["profile:read", "searches:read", "jobs:read"] as const) requireScope(ctx, scope);
  const { userId } = ctx.actor;
  await hitRateLimit(ctx, { key: `export:${userId}`, limit: EXPORTS_PER_HOUR, windowSeconds: 3600 });
  const now = ctx.now();
  const file = await openScratchFile();
  try {
    const { size, rows } = await writeAccount(ctx, file, now);
    await recordAudit(ctx, { action: "account.exported", detail: { rows, bytes: size } });
    const fileName = `joba-${now.toISOString().slice(0, 10)}.zip`;
    return { fileName, size, stream: () => streamOf(file) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function writeAccount(ctx: Context, file: FileHandle, now: Date): Promise<{ size: number; rows: number }> {
  const archive = createArchive(file, now);
  const tables = await readSnapshot(ctx.db, async (db) => {
    const written: Manifest["tables"] = [];
    for (const entry of tablesOf("portable", "readable")) {
      written.push(await writeTable(archive, entry, () => rowsOf({ ...ctx, db }, entry)));
    }
    return written;
  });
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    app: packageJson.version,
    exportedAt: now.toISOString(),
    tables,
    leftOut: leftOut(),
  };
  await archive.add("manifest.json", [`${JSON.stringify(manifest, null, 2)}\n`]);
  await archive.add("README.txt", [readmeOf(manifest)]);
  return { size: await archive.finish(), rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
}

async function writeTable(
  archive: ArchiveWriter,
  { key, columns, fate, rule }: InventoryTable,
  rows: () => AsyncGenerator<PersonRow[]>,
): Promise<Manifest["tables"][number]> {
  const base = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const [file, csv] = [`data/${base}.jsonl`, `csv/${base}.csv`];
  let count = 0;
  const lines = async function* () {
    for await (const page of rows()) {
      count += page.length;
      yield page.map((row) => `${JSON.stringify(row, bigIntAsText)}\n`).join("");
    }
  };
  const { bytes, sha256 } = await archive.add(file, lines());
  const cells = async function* () {
    for await (const page of rows()) yield* page;
  };
  await archive.add(
    csv,
    inBatches(
      streamCsv(
        columns.map((column) => column.key),
        cells(),
      ),
    ),
  );
  const canBeImported = fate === "portable";
  return { name: key, file, csv, rows: count, bytes, sha256, canBeImported, because: rule.because };
}

function rowsOf({ db, actor }: Context, entry: InventoryTable): AsyncGenerator<PersonRow[]> {
  return readPersonRows(db, { entry, userId: actor.userId, pageSize: PAGE_ROWS });
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let batch = "";
  for await (const line of lines) {
    batch += line;
    if (batch.length < 64 * 1024) continue;
    yield batch;
    batch = "";
  }
  if (batch) yield batch;
}

function leftOut(): Manifest["leftOut"] {
  return {
    tables: tablesOf("withheld").map(({ key, rule }) => ({ name: key, because: rule.because ?? "" })),
    columns: tablesOf("portable", "readable").flatMap(({ key, rule }) =>
      Object.entries(rule.leftOut ?? {}).map(([name, because]) => ({ table: key, name, because: String(because) })),
    ),
  };
}

const bigIntAsText = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

function streamOf(file: FileHandle): ReadableStream<Uint8Array> {
  const CHUNK = 64 * 1024;
  let position = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, position);
      position += bytesRead;
      if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
      await file.close();
      controller.close();
    },
    cancel: () => file.close(),
  });
}
