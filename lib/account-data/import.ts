import "server-only";
import { randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { tablesOf } from "@/db/inventory";
import { deletePersonRows, hasPersonRows } from "@/db/queries/person-rows";
import { findProfileRow } from "@/db/queries/profiles";
import { lockUser, updateUserName } from "@/db/queries/users";
import { profileChanged } from "@/inngest/events";
import { recordAudit } from "@/lib/audit/service";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import packageJson from "@/package.json";
import { openArchive } from "./archive-reader";
import { importTable } from "./import-table";
import { readName } from "./parse-row";
import { readManifest } from "./read-manifest";

const IMPORTS_PER_HOUR = 20;
/** What a new account may have already: the import replaces it. Anything else in it must not be there. */
const REPLACED: ReadonlySet<string> = new Set(["profiles", "sourceSettings", "sourceCursors", "events"]);

export interface ImportResult {
  rows: number;
  tables: { name: string; rows: number }[];
}

/**
 * Fills an empty account from an archive of `exportAccount`, all of it or nothing. Ids are made anew and every row
 * becomes the importing person's, so an archive reaches nobody else's rows, whatever it names. Nothing is received from
 * who may not import; what `receive` opens is closed here.
 */
export async function importAccount(
  ctx: Context,
  { receive }: { receive: () => Promise<FileHandle> },
): Promise<ImportResult> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new AppError("forbidden", "Sign in to import an archive");
  if (actor.isDemo) throw new AppError("forbidden", "The demo ends within a day; sign up to import an archive");
  for (const scope of ["profile:write", "searches:write", "jobs:write"] as const) requireScope(ctx, scope);
  await hitRateLimit(ctx, { key: `import:${actor.userId}`, limit: IMPORTS_PER_HOUR, windowSeconds: 3600 });
  const file = await receive();
  try {
    return await importFile(ctx, file);
  } finally {
    await file.close();
  }
}

async function importFile(ctx: Context, file: FileHandle): Promise<ImportResult> {
  const { userId } = ctx.actor;
  const archive = await openArchive(file);
  const manifest = await readManifest(archive);
  const salt = randomUUID();
  const tables = await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const user = await requireEmpty(tx);
    const done: ImportResult["tables"] = [];
    for (const entry of tablesOf("portable")) {
      const stated = manifest.tables.find(({ name }) => name === entry.key);
      if (stated) done.push({ name: entry.key, rows: await importTable(tx, { archive, entry, stated, salt }) });
    }
    const name = await readName(archive, manifest);
    if (name && !user.name) await updateUserName(db, { userId, name });
    return done;
  });
  if (manifest.app !== packageJson.version) await rescore(ctx);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await recordAudit(ctx, { action: "account.imported", detail: { rows, app: manifest.app } });
  return { rows, tables };
}

/** Two imports at once into one account: the second finds it filled. */
async function requireEmpty({ db, actor: { userId } }: Context): Promise<{ name: string }> {
  const user = await lockUser(db, { userId });
  if (!user) throw new AppError("not_found", "Account not found");
  for (const entry of tablesOf("portable")) {
    if (REPLACED.has(entry.key)) await deletePersonRows(db, { entry, userId });
    else if (await hasPersonRows(db, { entry, userId })) {
      throw new AppError("conflict", "This account has searches or jobs of its own. Import into a new, empty account.");
    }
  }
  return user;
}

/** Scores of another release are not comparable with the ones to come. */
async function rescore(ctx: Context): Promise<void> {
  const { userId } = ctx.actor;
  const profile = await findProfileRow(ctx.db, { userId });
  if (profile) await ctx.emit(profileChanged.create({ userId, profileVersion: profile.version }));
}
