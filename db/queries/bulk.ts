import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";

type Row = Record<string, unknown>;

/** Rows of a raw statement; postgres.js answers with an array, PGlite with an object. */
export async function executeRows<T extends Row>(db: Database, query: SQL): Promise<T[]> {
  const result = (await db.execute(query)) as unknown;
  return (Array.isArray(result) ? [...result] : (result as { rows: T[] }).rows) as T[];
}

/**
 * Inserts any number of rows with one parameter: thousands of bind parameters cost more than the insert itself.
 * Every row must have the keys of the first; a column left out takes its default.
 */
export async function bulkInsert<T extends PgTable>(
  db: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const keys = Object.keys(rows[0] as Row);
  const names = sql.join(
    keys.map((key) => sql.identifier(toSnakeCase(key))),
    sql`, `,
  );
  await db.execute(
    sql`insert into ${table} (${names}) select ${names} from ${recordset(columnsOf(table, keys), rows)} ${onConflict}`,
  );
}

/** `json_to_recordset` over rows as a FROM item called `r`, with one typed column a key. */
export function recordset(columns: Record<string, string>, rows: readonly unknown[]): SQL {
  const types = Object.entries(columns).map(([key, type]) => sql`${sql.identifier(toSnakeCase(key))} ${sql.raw(type)}`);
  return sql`json_to_recordset((${toJson(rows)}::text)::json) as r(${sql.join(types, sql`, `)})`;
}

/** SQL types by key, read off the table so that no type is written twice. */
export function columnsOf(table: PgTable, keys: readonly string[]): Record<string, string> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  return Object.fromEntries(keys.map((key) => [key, (columns[key] as PgColumn).getSQLType()]));
}

/** Row keys become snake_case column names. */
function toJson(rows: readonly unknown[]): string {
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row as Row).map(([key, value]) => [toSnakeCase(key), value])),
  );
  return JSON.stringify(named, (_key, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    return typeof value === "string" ? toStorable(value) : value;
  });
}

/** What Postgres text cannot hold: NUL and lone surrogates. */
export const UNSTORABLE = /\0|\p{Surrogate}/u;
const UNSTORABLE_ALL = new RegExp(UNSTORABLE.source, "gu");

export const toStorable = (text: string): string => (UNSTORABLE.test(text) ? text.replace(UNSTORABLE_ALL, "") : text);
