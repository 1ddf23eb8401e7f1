import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../client";
import { oauthAccounts, users } from "../schema";

/** By what the provider calls the person: nobody is signed in yet. */
export async function findOauthAccount(
  db: Database,
  { provider, providerAccountId }: { provider: string; providerAccountId: string },
) {
  const [row] = await db
    .select()
    .from(oauthAccounts)
    .where(and(eq(oauthAccounts.provider, provider), eq(oauthAccounts.providerAccountId, providerAccountId)));
  return row;
}

/** @returns undefined when somebody has this identity already. */
export async function insertOauthAccount(db: Database, account: typeof oauthAccounts.$inferInsert) {
  const [row] = await db.insert(oauthAccounts).values(account).onConflictDoNothing().returning();
  return row;
}

export async function touchOauthAccount(
  db: Database,
  { userId, id, email, now }: { userId: string; id: string; email: string | undefined; now: Date },
) {
  await db
    .update(oauthAccounts)
    .set({ email, lastUsedAt: now })
    .where(and(eq(oauthAccounts.userId, userId), eq(oauthAccounts.id, id)));
}

export async function listOauthAccounts(db: Database, { userId }: { userId: string }) {
  return db
    .select()
    .from(oauthAccounts)
    .where(eq(oauthAccounts.userId, userId))
    .orderBy(asc(oauthAccounts.createdAt), asc(oauthAccounts.id))
    .limit(100);
}

/** Held until the transaction ends, so that the last two ways to sign in are not removed at once. */
export async function lockWaysIn(db: Database, { userId, offered }: { userId: string; offered: string[] }) {
  const [user] = await db
    .select({ hasPassword: sql<boolean>`${users.passwordHash} is not null` })
    .from(users)
    .where(eq(users.id, userId))
    .for("update");
  const links = await db
    .select({ id: oauthAccounts.id })
    .from(oauthAccounts)
    .where(and(eq(oauthAccounts.userId, userId), inArray(oauthAccounts.provider, [...offered, ""])));
  return { hasPassword: Boolean(user?.hasPassword), usableIds: links.map(({ id }) => id) };
}

export async function deleteOauthAccount(db: Database, { userId, id }: { userId: string; id: string }) {
  const [row] = await db
    .delete(oauthAccounts)
    .where(and(eq(oauthAccounts.userId, userId), eq(oauthAccounts.id, id)))
    .returning();
  return row;
}
