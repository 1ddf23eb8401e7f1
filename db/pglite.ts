import "server-only";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { lockDirectory } from "./lock";

/**
 * Opens the built-in Postgres in a folder, or in memory for `memory://` (then optionally from a dump of another).
 * Throws when another process holds the folder.
 */
export async function openPglite(dataDir: string, loadDataDir?: Blob) {
  const extensions = { pg_trgm, unaccent };
  if (dataDir === "memory://") {
    return { client: await PGlite.create({ dataDir, loadDataDir, extensions }), release: async () => {} };
  }
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await lockDirectory(folder);
  try {
    return { client: await PGlite.create(join(folder, "postgres"), { extensions }), release };
  } catch (error) {
    await release();
    throw error;
  }
}
