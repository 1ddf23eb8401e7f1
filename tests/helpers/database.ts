import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Connection, type Database, openDatabase, wrapPglite } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { openPglite } from "@/db/pglite";

let opened: Promise<Connection> | undefined;

/**
 * A migrated database for this test file: PGlite in memory, or the real PostgreSQL in TEST_DATABASE_URL.
 * Tests are kept apart by a fresh user each, not by truncation.
 */
export async function testDatabase(): Promise<Database> {
  return (await testConnection()).db;
}

export function testConnection(): Promise<Connection> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Connection> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return openFromTemplate();
  const connection = await openDatabase(url, "");
  await migrateDatabase(connection, url);
  return connection;
}

/**
 * Gives this test file a database nobody else is in, for what acts on everybody's rows, such as a sweep. Call it before
 * anything else; PGlite is one a file anyway. Returns how to take it away again.
 */
export async function useOwnDatabase(): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return async () => {};
  const name = `joba_test_${randomUUID().replaceAll("-", "")}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  const admin = await openDatabase(url, "");
  await admin.exec(`create database ${name}`);
  opened = openDatabase(own.href, "").then(async (connection) => {
    await migrateDatabase(connection, own.href);
    return connection;
  });
  return async () => {
    await (await testConnection()).close();
    await admin.exec(`drop database ${name}`);
    await admin.close();
  };
}

/** Creating a cluster takes seconds, copying one a fraction: the migrated one is kept per state of db/migrations. */
async function openFromTemplate(): Promise<Connection> {
  const path = join("node_modules", ".cache", "joba", `pglite-${await migrationsHash()}.tar`);
  const template = await readFile(path).catch(() => undefined);
  if (template) return wrapPglite(await openPglite("memory://", new Blob([template])));
  const opened = await openPglite("memory://");
  const connection = wrapPglite(opened);
  await migrateDatabase(connection, undefined);
  const dump = await opened.client.dumpDataDir("none");
  const draft = `${path}.${randomUUID()}`;
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, path);
  return connection;
}

async function migrationsHash(): Promise<string> {
  const folder = join("db", "migrations");
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).sort()) {
    if (name.endsWith(".sql")) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
