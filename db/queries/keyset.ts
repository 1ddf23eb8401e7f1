import { type AnyColumn, type SQL, sql, type Table } from "drizzle-orm";

export interface AfterRow {
  createdAt: Date;
  id: string;
}

/**
 * What comes after a row in a list of the newest first. The row's own instant is asked of the database, which knows it to
 * the microsecond; a cursor knows milliseconds, and rows written by one statement differ in less. A row that is gone
 * since is stood for by the cursor's.
 */
export function olderThan(
  table: Table & { userId: AnyColumn; createdAt: AnyColumn; id: AnyColumn },
  { userId, after }: { userId: string; after: AfterRow },
): SQL {
  const { createdAt, id } = table;
  const exact = sql`(select ${createdAt} from ${table} where ${table.userId} = ${userId} and ${id} = ${after.id})`;
  const known = sql`coalesce(${exact}, ${after.createdAt.toISOString()}::timestamptz)`;
  return sql`(${createdAt}, ${id}) < (${known}, ${after.id}::uuid)`;
}
