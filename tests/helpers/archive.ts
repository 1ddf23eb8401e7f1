import { createHash } from "node:crypto";
import { strToU8, unzipSync, zipSync } from "fflate";
import { tablesOf } from "@/db/inventory";
import { exportAccount } from "@/lib/account-data/export";
import { type ImportResult, importAccount } from "@/lib/account-data/import";
import type { Manifest } from "@/lib/account-data/manifest";
import { openScratchFile } from "@/lib/account-data/scratch-file";
import type { Context } from "@/lib/context";

export type Files = Record<string, string>;

export async function exportBytes(ctx: Context): Promise<Uint8Array> {
  const { stream, size } = await exportAccount(ctx);
  const bytes = new Uint8Array(await new Response(stream()).arrayBuffer());
  if (bytes.length !== size) throw new Error(`the stated size is ${size}, the archive has ${bytes.length}`);
  return bytes;
}

export function filesOf(bytes: Uint8Array): Files {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );
}

export function importBytes(ctx: Context, bytes: Uint8Array): Promise<ImportResult> {
  return importAccount(ctx, {
    receive: async () => {
      const file = await openScratchFile();
      await file.write(bytes);
      return file;
    },
  });
}

/** The archive again after a change, with checksums and counts that fit it. */
export function repack(files: Files): Uint8Array {
  const manifest = JSON.parse(files["manifest.json"] ?? "") as Manifest;
  for (const table of manifest.tables) {
    const text = files[table.file] ?? "";
    table.sha256 = createHash("sha256").update(text).digest("hex");
    table.bytes = Buffer.byteLength(text);
    table.rows = text.split("\n").filter(Boolean).length;
  }
  return zipOf({ ...files, "manifest.json": JSON.stringify(manifest) });
}

export function zipOf(files: Files): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

type Row = Record<string, unknown>;
export const rowsOf = (files: Files, file: string): Row[] =>
  (files[file] ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

/**
 * What an archive says, whatever its ids are: each row's own id is left out, and each reference stands for the contents
 * of the row it points to. Two archives are the same hunt when this is equal.
 */
export function canonical(files: Files): Record<string, string[]> {
  const digests = new Map<string, string>();
  const result: Record<string, string[]> = {};
  for (const { key, columns } of tablesOf("portable")) {
    const file = `data/${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.jsonl`;
    result[key] = rowsOf(files, file)
      .map((row) => {
        const facts = columns.map(({ key: name, role }) => {
          if (role === "own-id") return "";
          if (role === "reference") return row[name] === null ? null : (digests.get(String(row[name])) ?? "unknown");
          return role === "fact" ? row[name] : "link";
        });
        const text = JSON.stringify(facts);
        const id = columns.find(({ role }) => role === "own-id");
        if (id) digests.set(String(row[id.key]), createHash("sha256").update(text).digest("hex"));
        return text;
      })
      .sort();
  }
  return result;
}

/** Rows of one archive that the other has not, shortened around where they part. */
export function differences(one: Record<string, string[]>, other: Record<string, string[]>) {
  return Object.keys(one).flatMap((table) => {
    const [left, right] = [only(one[table], other[table]), only(other[table], one[table])];
    if (left.length + right.length === 0) return [];
    const [a = "", b = ""] = [left[0], right[0]];
    const at = Math.max(0, [...a].findIndex((letter, index) => letter !== b[index]) - 60);
    return [{ table, rows: left.length + right.length, left: a.slice(at, at + 160), right: b.slice(at, at + 160) }];
  });
}

function only(rows: string[] = [], others: string[] = []): string[] {
  const known = new Set(others);
  return rows.filter((row) => !known.has(row));
}
