import { and, eq, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import type { Database } from "../client";
import { searches, users } from "../schema";

/** The hidden person whose hunt demo visitors get a copy of. Its key is no address, so nothing can sign in as it. */
export async function findDemoTemplate(db: Database, { key }: { key: string }) {
  const [row] = await db
    .select({ userId: users.id, seededAt: users.createdAt })
    .from(users)
    .where(and(eq(users.email, key), eq(users.isDemo, true), isNull(users.expiresAt)));
  return row;
}

/** Makes a seeded person the template. Undefined when another process was first. */
export async function publishDemoTemplate(db: Database, { userId, key }: { userId: string; key: string }) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(42603)`);
    await tx.delete(users).where(and(eq(users.email, key), eq(users.isDemo, true), isNotNull(users.expiresAt)));
    if (await findDemoTemplate(tx, { key })) return undefined;
    // Its searches are due for nobody.
    await tx.update(searches).set({ nextRunAt: null }).where(eq(searches.userId, userId));
    const [row] = await tx
      .update(users)
      .set({ email: key, expiresAt: null })
      .where(eq(users.id, userId))
      .returning({ userId: users.id, seededAt: users.createdAt });
    return row;
  });
}

/** Templates of other releases, once no server of that release can be left. The sweep removes what has expired. */
export async function retireDemoTemplates(
  db: Database,
  { key, before, now }: { key: string; before: Date; now: Date },
) {
  await db
    .update(users)
    .set({ expiresAt: now })
    .where(and(eq(users.isDemo, true), isNull(users.expiresAt), ne(users.email, key), lt(users.createdAt, before)));
}

/** The visitor's schedules start from now on. */
export async function listSchedules(db: Database, { userId }: { userId: string }) {
  return db
    .select({
      id: searches.id,
      schedule: searches.schedule,
      isActive: searches.isActive,
      updatedAt: searches.updatedAt,
    })
    .from(searches)
    .where(eq(searches.userId, userId));
}
