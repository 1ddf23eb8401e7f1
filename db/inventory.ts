import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Fate, TABLE_RULES, type TableKey, type TableRule } from "./inventory-rules";
import * as schema from "./schema";

/** What the value of a column is to the rows around it. */
export type ColumnRole = "own-id" | "reference" | "link" | "object-of-links" | "fact";

export interface InventoryColumn {
  key: string;
  /** In SQL. */
  name: string;
  column: PgColumn;
  role: ColumnRole;
  /** Of a reference: the table it points into. */
  to?: TableKey;
}

export interface InventoryTable {
  key: TableKey;
  /** In SQL. */
  name: string;
  table: PgTable;
  fate: Fate;
  rule: TableRule;
  /** The column that names the person; absent where it hangs on another table or is nobody's. */
  owner?: InventoryColumn;
  /** What export files hold, in the order of the schema. */
  columns: InventoryColumn[];
  /** A unique key of one person's rows: what reads page on. */
  pageKey: InventoryColumn[];
}

/** Every table of the schema, ordered so that a table follows those it points into. */
export const INVENTORY: readonly InventoryTable[] = inReferenceOrder(
  Object.entries(schema).flatMap(([key, value]) => (is(value, PgTable) ? [inspect(key as TableKey, value)] : [])),
);

export const tablesOf = (...fates: Fate[]): InventoryTable[] => INVENTORY.filter(({ fate }) => fates.includes(fate));

function inspect(key: TableKey, table: PgTable): InventoryTable {
  const config = getTableConfig(table);
  const rule = TABLE_RULES[key] as TableRule;
  const references = new Map(
    config.foreignKeys.flatMap((foreign) => {
      const { columns, foreignTable } = foreign.reference();
      return columns.map((column) => [column, keyOf(foreignTable)] as const);
    }),
  );
  const primary = config.primaryKeys[0]?.columns ?? config.columns.filter((column) => column.primary);
  const all = config.columns.map((column): InventoryColumn => {
    const to = references.get(column);
    const columnKey = keyOfColumn(table, column);
    const link = (rule.links as Record<string, "id" | "object"> | undefined)?.[columnKey];
    const isOwnId = column.primary && column.getSQLType() === "uuid" && !to;
    const role = to ? "reference" : isOwnId ? "own-id" : link === "id" ? "link" : link ? "object-of-links" : "fact";
    return { key: columnKey, name: toSnakeCase(columnKey), column, role, to };
  });
  const owner = all.find(({ key }) => key === (rule.through ?? "userId"));
  const leftOut = new Set(Object.keys(rule.leftOut ?? {}));
  return {
    key,
    name: config.name,
    table,
    fate: rule.fate,
    rule,
    owner: rule.through && rule.through !== "id" ? undefined : owner,
    columns: all.filter((column) => (column !== owner || key === "users") && !leftOut.has(column.key)),
    pageKey: all.filter((entry) => primary.includes(entry.column) && entry !== owner),
  };
}

function inReferenceOrder(tables: InventoryTable[]): InventoryTable[] {
  const ordered: InventoryTable[] = [];
  const place = (table: InventoryTable) => {
    if (ordered.includes(table)) return;
    for (const { to } of table.columns) {
      const target = tables.find(({ key }) => key === to);
      if (target && target !== table) place(target);
    }
    ordered.push(table);
  };
  for (const table of tables) place(table);
  return ordered;
}

function keyOf(table: PgTable): TableKey {
  return Object.entries(schema).find(([, value]) => value === table)?.[0] as TableKey;
}

function keyOfColumn(table: PgTable, column: PgColumn): string {
  return Object.entries(table).find(([, value]) => value === column)?.[0] as string;
}
