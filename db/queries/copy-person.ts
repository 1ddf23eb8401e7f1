import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type InventoryColumn, type InventoryTable, tablesOf } from "@/db/inventory";

const UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

/**
 * Gives one person a copy of everything portable of another, with new ids and every instant moved by `shiftMs`. A new
 * id is a hash of the old one and `salt`, so references agree without a map, and no id of a third person can come out.
 */
export async function copyPerson(
  db: Database,
  { from, to, salt, shiftMs }: { from: string; to: string; salt: string; shiftMs: number },
): Promise<void> {
  for (const table of tablesOf("portable")) await copyTable(db, table, { from, to, salt, shiftMs });
}

type Copy = { from: string; to: string; salt: string; shiftMs: number };

async function copyTable(db: Database, { table, owner, columns }: InventoryTable, copy: Copy): Promise<void> {
  if (!owner) return;
  const names = [owner, ...columns].map(({ name }) => sql.identifier(name));
  const values = [sql`${copy.to}::uuid`, ...columns.map((column) => copied(column, copy))];
  await db.execute(sql`
    insert into ${table} (${sql.join(names, sql`, `)})
    select ${sql.join(values, sql`, `)} from ${table} where ${sql.identifier(owner.name)} = ${copy.from}::uuid`);
}

function copied({ name, role, column }: InventoryColumn, { salt, shiftMs }: Copy): SQL {
  const value = sql.identifier(name);
  if (role === "own-id" || role === "reference") return newId(sql`${value}::text`, salt);
  if (role === "link")
    return sql`${newId(sql`${value}::text`, salt)}${column.getSQLType() === "uuid" ? sql`` : sql`::text`}`;
  if (role === "object-of-links") {
    return sql`(select coalesce(jsonb_object_agg(e.key, case when e.value #>> '{}' ~ ${UUID}
      then to_jsonb(${newId(sql`(e.value #>> '{}')`, salt)}) else e.value end), '{}') from jsonb_each(${value}) e)`;
  }
  return column.getSQLType() === "timestamp with time zone"
    ? sql`${value} + ${shiftMs}::double precision * interval '1 millisecond'`
    : sql`${value}`;
}

/** RFC 9562 version 8: 122 bits of SHA-256. `renewedId` of lib/account-data gives the same. */
function newId(id: SQL, salt: string): SQL {
  const hash = sql`encode(sha256(convert_to(${salt} || ${id}, 'UTF8')), 'hex')`;
  return sql`overlay(overlay(left(${hash}, 32) placing '8' from 13) placing '8' from 17)::uuid`;
}
