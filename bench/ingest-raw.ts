import { randomUUID } from "node:crypto";
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { executeRows } from "@/db/queries/bulk";
import { companies, jobs, postings, runDecisions } from "@/db/schema";

type Row = Record<string, string | null>;
type Owner = { userId: string; runId: string };

interface Copied {
  table: PgTable;
  /** SQL types by column name. */
  types: Map<string, string>;
  rows: Row[];
}

export interface RawStep {
  postings: number;
  step: () => Promise<void>;
}

/** Written by a trigger, or by a sequence. */
const NOT_SENT = new Set(["jobs.search", "run_decisions.id"]);
const JOBS_A_STEP = 500;

/**
 * What ingesting stored for one person, to be sent again for another with fresh ids: the same rows into the same
 * tables by INSERT … SELECT FROM unnest, without reading, deciding or checking. The least such a store can take.
 */
export async function rawSteps(db: Database, from: Owner, to: Owner): Promise<RawStep[]> {
  const freshId = createFreshIds(from, to);
  const copied: Copied[] = [];
  for (const table of [companies, jobs, postings, runDecisions]) copied.push(await copyTable(db, table, from, freshId));
  const stepOf = new Map(copied[1]?.rows.map(({ id }, index) => [id, Math.floor(index / JOBS_A_STEP)]));
  const steps = new Set([...stepOf.values()]);
  return [...steps].map((number) => {
    const inserts = copied.map(({ table, types, rows }) => {
      const key = table === jobs ? "id" : "job_id";
      const mine = rows.filter((row) => (stepOf.get(row[key] ?? null) ?? 0) === number);
      return { table, rows: mine, statement: insertOf({ table, types, rows: mine }) };
    });
    return {
      postings: inserts.find(({ table }) => table === postings)?.rows.length ?? 0,
      step: async () => {
        for (const { rows, statement } of inserts) if (rows.length > 0) await db.execute(statement);
      },
    };
  });
}

async function copyTable(
  db: Database,
  table: PgTable,
  { userId, runId }: Owner,
  freshId: (id: string) => string,
): Promise<Copied> {
  const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>)
    .map(([key, column]): [string, string] => [toSnakeCase(key), column.getSQLType()])
    .filter(([name]) => !NOT_SENT.has(`${getTableName(table)}.${name}`));
  const cells = list(columns.map(([name]) => sql`${sql.identifier(name)}::text`));
  const ofRun = table === runDecisions ? sql`and run_id = ${runId}` : sql``;
  const rows = await executeRows<Row>(
    db,
    sql`select ${cells} from ${table} where user_id = ${userId} ${ofRun} order by ctid`,
  );
  const fresh = rows.map((row) =>
    Object.fromEntries(
      columns.map(([name, type]) => {
        const cell = row[name] ?? null;
        return [name, type === "uuid" && cell !== null ? freshId(cell) : cell];
      }),
    ),
  );
  return { table, types: new Map(columns), rows: fresh };
}

/** One parameter a column, each an array of texts. */
function insertOf({ table, types, rows }: Copied): SQL {
  const names = [...types.keys()];
  const into = list(names.map((name) => sql.identifier(name)));
  const cast = list([...types].map(([name, type]) => sql`${sql.identifier(name)}::${sql.raw(type)}`));
  const arrays = list(names.map((name) => sql`${sql.param(rows.map((row) => row[name] ?? null))}::text[]`));
  return sql`insert into ${table} (${into}) select ${cast} from unnest(${arrays}) as r(${into})`;
}

function createFreshIds(from: Owner, to: Owner): (id: string) => string {
  const ids = new Map([
    [from.userId, to.userId],
    [from.runId, to.runId],
  ]);
  return (id) => {
    const known = ids.get(id) ?? randomUUID();
    ids.set(id, known);
    return known;
  };
}

const list = (parts: Parameters<typeof sql.join>[0]) => sql.join(parts, sql`, `);
