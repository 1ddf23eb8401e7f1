import { and, asc, eq, gt, isNotNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { idempotencyKeys, secondFactors, sourceSettings } from "@/db/schema";

/** Every column that holds sealed text, with what names its row: the owner first. A test compares it with the schema. */
const SEALED = {
  "source_settings.sealed_key": {
    table: sourceSettings,
    sealed: sourceSettings.sealedKey,
    key: [sourceSettings.userId, sourceSettings.sourceId],
  },
  "second_factors.sealed_secret": {
    table: secondFactors,
    sealed: secondFactors.sealedSecret,
    key: [secondFactors.userId],
  },
  "idempotency_keys.body": {
    table: idempotencyKeys,
    sealed: idempotencyKeys.body,
    key: [idempotencyKeys.userId, idempotencyKeys.operation, idempotencyKeys.keyHash],
  },
} satisfies Record<string, { table: PgTable; sealed: PgColumn; key: PgColumn[] }>;

export type SealedColumn = keyof typeof SEALED;
export const SEALED_COLUMNS = Object.keys(SEALED) as SealedColumn[];

export interface SealedRow {
  key: string[];
  sealed: string;
}

/** Everybody's rows that do not begin with `prefix`, in the order of their keys: for changing the key of all of them. */
export async function listSealed(
  db: Database,
  { column, prefix, after, limit }: { column: SealedColumn; prefix: string; after?: SealedRow; limit: number },
): Promise<SealedRow[]> {
  const { table, sealed, key } = SEALED[column];
  const place = keyOf(key);
  const rows = await db
    .select({ key: place, sealed: sql<string>`${sealed}` })
    .from(table as PgTable)
    .where(
      and(
        isNotNull(sealed),
        sql`not starts_with(${sealed}, ${prefix})`,
        after &&
          gt(
            place,
            sql`array[${sql.join(
              after.key.map((part) => sql`${part}`),
              sql`, `,
            )}]::text[]`,
          ),
      ),
    )
    .orderBy(asc(place))
    .limit(limit);
  return rows;
}

/** Puts one text for another, unless somebody else has changed it. @returns whether it did */
export async function replaceSealed(
  db: Database,
  { column, row, sealed: next }: { column: SealedColumn; row: SealedRow; sealed: string },
): Promise<boolean> {
  const { table, sealed, key } = SEALED[column];
  const isRow = key.map((part, i) => eq(part as PgColumn, row.key[i]));
  const changed = await db
    .update(table as PgTable)
    .set({ [nameOf(table, sealed)]: next })
    .where(and(...isRow, eq(sealed as PgColumn, row.sealed)))
    .returning({ key: keyOf(key) });
  return changed.length > 0;
}

function keyOf(key: PgColumn[]): SQL<string[]> {
  return sql<string[]>`array[${sql.join(
    key.map((part) => sql`${part}::text`),
    sql`, `,
  )}]`;
}

function nameOf(table: PgTable, column: PgColumn): string {
  return Object.entries(table).find(([, other]) => other === column)?.[0] ?? column.name;
}
