import { type Connection, type Database, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";

let opened: Promise<Connection> | undefined;

/**
 * A migrated database for this test file: PGlite in memory, or the real PostgreSQL in TEST_DATABASE_URL.
 * Tests are kept apart by a fresh user each, not by truncation.
 */
export async function testDatabase(): Promise<Database> {
  opened ??= open();
  return (await opened).db;
}

export async function testConnection(): Promise<Connection> {
  await testDatabase();
  return opened as Promise<Connection>;
}

async function open(): Promise<Connection> {
  const url = process.env.TEST_DATABASE_URL;
  const connection = await openDatabase(url, "memory://");
  await migrateDatabase(connection, url);
  return connection;
}
