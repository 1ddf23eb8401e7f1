import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../client";
import type { InventoryTable } from "../inventory";
import { bulkInsert } from "./bulk";

export type PersonRow = Record<string, unknown>;

/** One moment of the database, however long the reading takes. Nothing can be written inside. */
export function readSnapshot<T>(db: Database, read: (snapshot: Database) => Promise<T>): Promise<T> {
  return db.transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });
}

/** A person's rows of one table, page by page in the order of its key, with the columns an export may hold. */
export async function* readPersonRows(
  db: Database,
  { entry, userId, pageSize }: { entry: InventoryTable; userId: string; pageSize: number },
): AsyncGenerator<PersonRow[]> {
  const { owner, pageKey, table } = entry;
  if (!owner) return;
  const selected = { ...exported(entry), ...Object.fromEntries(pageKey.map(({ key, column }) => [`@${key}`, column])) };
  let after: unknown[] | undefined;
  do {
    const rows: PersonRow[] = await db
      .select(selected)
      .from(table)
      .where(and(eq(owner.column, userId), after && isAfter(entry, after)))
      .orderBy(...pageKey.map(({ column }) => asc(column)))
      .limit(pageSize);
    after = rows.length === pageSize ? pageKey.map(({ key }) => rows.at(-1)?.[`@${key}`]) : undefined;
    if (rows.length > 0) yield rows.map((row) => Object.fromEntries(entry.columns.map(({ key }) => [key, row[key]])));
  } while (after);
}

/** Adds rows as one person's. Whatever owner they came with is not looked at. */
export function insertPersonRows(
  db: Database,
  { entry, userId, rows }: { entry: InventoryTable; userId: string; rows: readonly PersonRow[] },
): Promise<void> {
  const { owner, table } = entry;
  if (!owner) return Promise.resolve();
  return bulkInsert(db, table, rows.map((row) => ({ ...row, [owner.key]: userId })) as never[]);
}

export async function hasPersonRows(db: Database, { entry, userId }: { entry: InventoryTable; userId: string }) {
  if (!entry.owner) return false;
  return (await db.select({ one: sql`1` }).from(entry.table).where(eq(entry.owner.column, userId)).limit(1)).length > 0;
}

export async function deletePersonRows(db: Database, { entry, userId }: { entry: InventoryTable; userId: string }) {
  if (entry.owner) await db.delete(entry.table).where(eq(entry.owner.column, userId));
}

/** Columns of acts of somebody else are empty where the rule says so. */
function exported({ columns, rule, owner, table }: InventoryTable): Record<string, PgColumn | SQL.Aliased> {
  return Object.fromEntries(
    columns.map(({ key, column, name }) => {
      if (!rule.ownActs || !(rule.ownActs.columns as readonly string[]).includes(key)) return [key, column];
      const actor = getTableColumns(table as PgTable)[rule.ownActs.actor] as PgColumn;
      return [key, sql`case when ${actor} = ${owner?.column} then ${column} end`.as(name)];
    }),
  );
}

function isAfter({ pageKey }: InventoryTable, after: unknown[]): SQL {
  const columns = pageKey.map(({ column }) => sql`${column}`);
  const values = pageKey.map(
    ({ column }, at) => sql`${after[at]}::${sql.raw(column.getSQLType().replace("serial", "int"))}`,
  );
  return sql`(${sql.join(columns, sql`, `)}) > (${sql.join(values, sql`, `)})`;
}
