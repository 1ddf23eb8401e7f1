import { createHash } from "node:crypto";
import postgres from "postgres";

/** A look at the rows themselves, beside the server. */
export function openRows(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  return {
    sql,
    /** One hash over everything a person owns, in every table with a user_id, without what merely being seen changes. */
    async fingerprint(userId: string): Promise<string> {
      const hash = createHash("sha256");
      for (const table of await ownedTables(sql)) {
        const rows = await sql.unsafe(
          `select (to_jsonb(t) - 'last_used_at' - 'updated_at')::text as row from "${table}" t where user_id = $1 order by 1`,
          [userId],
        );
        hash.update(`${table}:${rows.length}:`);
        for (const { row } of rows) hash.update(String(row));
      }
      const [user] = await sql`select (to_jsonb(u) - 'updated_at')::text as row from users u where id = ${userId}`;
      return hash.update(String(user?.row)).digest("hex");
    },
    /** Every table and column, of text or JSON, in which a string stands. */
    async places(needle: string): Promise<string[]> {
      const columns = await sql`
        select table_schema, table_name, column_name from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema')
          and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')`;
      const found: string[] = [];
      for (const { table_schema, table_name, column_name } of columns) {
        const [hit] = await sql.unsafe(
          `select 1 from "${table_schema}"."${table_name}" where position($1 in "${column_name}"::text) > 0 limit 1`,
          [needle],
        );
        if (hit) found.push(`${table_name}.${column_name}`);
      }
      return found;
    },
    close: () => sql.end(),
  };
}

async function ownedTables(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' and table_name not in ('audit_entries', 'idempotency_keys')
    order by 1`;
  return rows.map(({ table_name }) => String(table_name));
}
