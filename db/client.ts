import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { openPglite } from "./pglite";
import * as schema from "./schema";

/** The common parent of the PGlite driver, postgres.js and a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Connection {
  db: Database;
  kind: "pglite" | "postgres";
  /** Runs SQL text of any number of statements. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

export async function openDatabase(url: string | undefined, dataDir: string): Promise<Connection> {
  return url ? openPostgres(url) : wrapPglite(await openPglite(dataDir));
}

/** The process-wide connection: opened on first use, once, however many bundles ask. */
export function getConnection(): Promise<Connection> {
  const holder = globalThis as { [key: symbol]: Promise<Connection> | undefined };
  const key = Symbol.for("joba.connection");
  holder[key] ??= openDatabase(env.DATABASE_URL, env.DATA_DIR);
  return holder[key];
}

export async function getDatabase(): Promise<Database> {
  return (await getConnection()).db;
}

function openPostgres(url: string): Connection {
  const client = postgres(url, {
    max: env.DATABASE_POOL_SIZE,
    connect_timeout: env.DATABASE_CONNECT_TIMEOUT_MS / 1000,
    idle_timeout: 60,
    ssl:
      env.DATABASE_SSL === "disable"
        ? false
        : env.DATABASE_SSL === "require"
          ? "require"
          : { rejectUnauthorized: true },
    connection: { application_name: "joba", statement_timeout: env.DATABASE_STATEMENT_TIMEOUT_MS },
    onnotice: () => {},
  });
  return {
    db: drizzlePostgres(client, { schema, casing: "snake_case" }),
    kind: "postgres",
    exec: async (sql) => {
      await client.unsafe(sql);
    },
    close: () => client.end({ timeout: 5 }),
  };
}

/** A PGlite client behind the same face as a server. */
export function wrapPglite({ client, release }: Awaited<ReturnType<typeof openPglite>>): Connection {
  return {
    db: drizzlePglite(client, { schema, casing: "snake_case" }),
    kind: "pglite",
    exec: async (sql) => {
      await client.exec(sql);
    },
    close: async () => {
      await client.close();
      await release();
    },
  };
}
