import { and, count, eq, lt, sql } from "drizzle-orm";
import type { Database } from "../client";
import { type NewUser, users } from "../schema";

export async function findUserByEmail(db: Database, { email }: { email: string }) {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row;
}

export async function findUser(db: Database, { userId }: { userId: string }) {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  return row;
}

/** Makes others who want to change this account wait until the transaction ends. */
export async function lockUser(db: Database, { userId }: { userId: string }) {
  const [row] = await db.select().from(users).where(eq(users.id, userId)).for("update");
  return row;
}

/** @returns undefined when the address is taken. */
export async function insertUser(db: Database, user: NewUser) {
  const [row] = await db.insert(users).values(user).onConflictDoNothing().returning();
  return row;
}

export async function countAccounts(db: Database): Promise<number> {
  const [row] = await db.select({ total: count() }).from(users).where(eq(users.isDemo, false));
  return row?.total ?? 0;
}

/** Held until the transaction ends, so that two first registrations cannot both become admin. */
export async function lockRegistration(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(42601)`);
}

export async function deleteExpiredDemoUsers(db: Database, { now }: { now: Date }): Promise<string[]> {
  const gone = await db
    .delete(users)
    .where(and(eq(users.isDemo, true), lt(users.expiresAt, now)))
    .returning({ id: users.id });
  return gone.map(({ id }) => id);
}

export async function updateUserName(db: Database, { userId, name }: { userId: string; name: string }) {
  const [row] = await db.update(users).set({ name }).where(eq(users.id, userId)).returning({ name: users.name });
  return row;
}

/** Takes everything with a foreign key to the person along. */
export async function deleteUser(db: Database, { userId }: { userId: string }): Promise<number> {
  const gone = await db.delete(users).where(eq(users.id, userId)).returning({ id: users.id });
  return gone.length;
}
