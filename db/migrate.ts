import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Connection } from "./client";

// Not traced into a serverless bundle: there the build migrates.
const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), "db", "migrations");
/** Any constant will do; it only has to be the same in every JOBA process. */
const LOCK_ID = 0x10ba;

/** Brings a database to this release's schema. Two processes at once are safe: the second waits, then finds nothing to do. */
export async function migrateDatabase(connection: Connection, url: string | undefined): Promise<void> {
  if (connection.kind === "pglite") {
    await migratePglite(connection.db as never, { migrationsFolder: FOLDER });
    return;
  }
  await withMigrationLock(url as string, (client) =>
    migratePostgres(drizzlePostgres(client), { migrationsFolder: FOLDER }),
  );
}

/**
 * Undoes migrations, newest first, until `target` (a migration tag, or "" for an empty database) is the newest left.
 * @returns the tags that were undone.
 */
export async function rollbackDatabase(connection: Connection, target: string): Promise<string[]> {
  const tags = await migrationTags();
  const keep = target === "" ? -1 : tags.findIndex(({ tag }) => tag === target);
  if (target !== "" && keep < 0) throw new Error(`There is no migration called ${target}`);
  const undone: string[] = [];
  for (const { tag, when } of tags.slice(keep + 1).reverse()) {
    const [row] = await rows(connection, sql`select 1 from drizzle.__drizzle_migrations where created_at = ${when}`);
    if (!row) continue;
    const down = await readFile(join(FOLDER, `${tag}.down.sql`), "utf8");
    await connection.exec(
      `begin;\n${down}\ndelete from drizzle.__drizzle_migrations where created_at = ${when};\ncommit;`,
    );
    undone.push(tag);
  }
  return undone;
}

/** The committed migrations, oldest first. */
export async function migrationTags(): Promise<{ tag: string; when: number }[]> {
  const journal = JSON.parse(await readFile(join(FOLDER, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  return journal.entries.map(({ tag, when }) => ({ tag, when }));
}

async function rows(connection: Connection, query: ReturnType<typeof sql>): Promise<unknown[]> {
  const result = (await connection.db.execute(query)) as unknown;
  return Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
}

async function withMigrationLock(url: string, run: (client: postgres.Sql) => Promise<void>): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK_ID})`;
    await run(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
