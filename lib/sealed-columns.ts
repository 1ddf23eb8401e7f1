import "server-only";
import type { Database } from "@/db/client";
import {
  listSealed,
  replaceSealed,
  SEALED_COLUMNS,
  type SealedColumn,
  type SealedRow,
} from "@/db/queries/sealed-columns";
import { idempotencyAad } from "@/lib/api/idempotency";
import { currentPrefix, seal, unseal } from "@/lib/secrets";
import { sourceKeyAad } from "@/lib/sources/settings";
import { factorSecretAad } from "@/lib/users/second-factor-check";

export interface RotationCount {
  column: SealedColumn;
  rotated: number;
  /** Changed by somebody else meanwhile; whoever did has used the present key. */
  overtaken: number;
  /** Sealed with a key nobody named, or not for this row. They stay as they are. */
  unreadable: number;
}

/** What each column's texts were bound to when they were sealed. */
const AAD: Record<SealedColumn, (key: string[]) => string> = {
  "source_settings.sealed_key": ([userId = "", sourceId = ""]) => sourceKeyAad(userId, sourceId),
  "second_factors.sealed_secret": ([userId = ""]) => factorSecretAad(userId),
  "idempotency_keys.body": ([userId = "", operation = "", keyHash = ""]) =>
    idempotencyAad({ userId, operation, keyHash }),
};

/**
 * Seals everything again that is not sealed with the present key, a batch at a time, while servers run. For the operator
 * alone: it reads everybody's rows.
 */
export async function rotateSecrets(db: Database, { batch = 200 } = {}): Promise<RotationCount[]> {
  const counts: RotationCount[] = [];
  for (const column of SEALED_COLUMNS) counts.push(await rotateColumn(db, column, batch));
  return counts;
}

async function rotateColumn(db: Database, column: SealedColumn, limit: number): Promise<RotationCount> {
  const count: RotationCount = { column, rotated: 0, overtaken: 0, unreadable: 0 };
  let after: SealedRow | undefined;
  do {
    const rows = await listSealed(db, { column, prefix: currentPrefix(), after, limit });
    for (const row of rows) {
      const sealed = reseal(row, AAD[column](row.key));
      if (sealed === undefined) count.unreadable++;
      else if (await replaceSealed(db, { column, row, sealed })) count.rotated++;
      else count.overtaken++;
    }
    after = rows.length === limit ? rows.at(-1) : undefined;
  } while (after);
  return count;
}

function reseal({ sealed }: SealedRow, aad: string): string | undefined {
  try {
    return seal(unseal(sealed, aad), aad);
  } catch {
    return undefined;
  }
}
