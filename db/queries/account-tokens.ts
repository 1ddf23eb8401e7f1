import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../client";
import { type AccountToken, accountTokens } from "../schema";
import type { AccountTokenKind } from "../schema/vocabulary";

type NewAccountToken = typeof accountTokens.$inferInsert;
type Kinds = readonly AccountTokenKind[];

export async function insertAccountToken(db: Database, token: NewAccountToken): Promise<AccountToken> {
  const [row] = await db.insert(accountTokens).values(token).returning();
  return row as AccountToken;
}

export async function findAccountToken(db: Database, { userId, id }: { userId: string; id: string }) {
  const [row] = await db
    .select()
    .from(accountTokens)
    .where(and(eq(accountTokens.userId, userId), eq(accountTokens.id, id)));
  return row;
}

/** A link that still works. Its random token names the person, so no user is asked for. */
export async function findOpenAccountToken(
  db: Database,
  { tokenHash, kinds, now }: { tokenHash: string; kinds: Kinds; now: Date },
) {
  const [row] = await db
    .select()
    .from(accountTokens)
    .where(isOpen(tokenHash, kinds, now));
  return row;
}

/** Spends a link. However many ask at once, one gets the row and the others nothing. */
export async function spendAccountToken(
  db: Database,
  { tokenHash, kinds, now }: { tokenHash: string; kinds: Kinds; now: Date },
) {
  const [row] = await db
    .update(accountTokens)
    .set({ usedAt: now })
    .where(isOpen(tokenHash, kinds, now))
    .returning();
  return row;
}

const isOpen = (tokenHash: string, kinds: Kinds, now: Date) =>
  and(
    eq(accountTokens.tokenHash, tokenHash),
    inArray(accountTokens.kind, kinds),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
  );

/** Makes a person's links of some kinds worthless; with `before`, only those made before that one. */
export async function voidAccountTokens(
  db: Database,
  { userId, kinds, now, before }: { userId: string; kinds: Kinds; now: Date; before?: AccountToken },
): Promise<void> {
  await db
    .update(accountTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountTokens.userId, userId),
        inArray(accountTokens.kind, kinds),
        isNull(accountTokens.usedAt),
        before &&
          sql`(${accountTokens.createdAt}, ${accountTokens.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`,
      ),
    );
}

export async function deleteAccountToken(db: Database, { userId, id }: { userId: string; id: string }): Promise<void> {
  await db.delete(accountTokens).where(and(eq(accountTokens.userId, userId), eq(accountTokens.id, id)));
}
