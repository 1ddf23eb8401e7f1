import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Connection, openDatabase } from "@/db/client";
import { migrateDatabase, migrationTags, rollbackDatabase } from "@/db/migrate";
import releases from "@/db/releases.json";
import { findPostgres, startPostgres } from "@/tests/helpers/postgres";

/** Every table, column, index and function outside the system schemas, as sorted text. */
async function shapeOf(connection: Connection): Promise<string[]> {
  const result = (await connection.db.execute(sql`
    select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
      from information_schema.columns where table_schema = 'public'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
    union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`)) as unknown;
  const rows = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as { line: string }[];
  return rows.map(({ line }) => line);
}

test("every migration has a way back, and going down and up again ends where it began", async () => {
  const connection = await openDatabase(undefined, "memory://");
  await migrateDatabase(connection, undefined);
  const before = await shapeOf(connection);
  const tags = (await migrationTags()).map(({ tag }) => tag);
  for (let keep = tags.length - 1; keep >= 0; keep--) {
    const undone = await rollbackDatabase(connection, keep === 0 ? "" : (tags[keep - 1] as string));
    expect(undone).toEqual([tags[keep]]);
  }
  expect(await shapeOf(connection)).toEqual([]);
  await migrateDatabase(connection, undefined);
  expect(await shapeOf(connection)).toEqual(before);
  await connection.close();
});

test("each migration file stands beside its way back", async () => {
  for (const { tag } of await migrationTags()) {
    expect(existsSync(join("db", "migrations", `${tag}.down.sql`)), tag).toBe(true);
  }
});

test("the newest release names the newest migration, so the next one knows how far to roll back", async () => {
  expect(releases.at(-1)?.lastMigration).toBe((await migrationTags()).at(-1)?.tag);
});

test("rolling back to a migration that does not exist is refused by name", async () => {
  const connection = await openDatabase(undefined, "memory://");
  await expect(rollbackDatabase(connection, "9999_nothing")).rejects.toThrow("9999_nothing");
  await connection.close();
});

test.skipIf(!(await findPostgres()))("two servers that migrate one database at once both succeed", async () => {
  const server = await startPostgres();
  try {
    const open = () => openDatabase(server.url, "");
    const [first, second] = await Promise.all([open(), open()]);
    await Promise.all([migrateDatabase(first, server.url), migrateDatabase(second, server.url)]);
    const result = (await first.db.execute(
      sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
    )) as unknown as { n: number }[];
    expect(result[0]?.n).toBe((await migrationTags()).length);
    await Promise.all([first.close(), second.close()]);
  } finally {
    await server.stop();
  }
});
