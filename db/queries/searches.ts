import { and, asc, desc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type NewSearch, runSources, runs, searches, users } from "@/db/schema";
import { type AfterRow, olderThan } from "./keyset";

type Owned = { userId: string; id: string };

const is = ({ userId, id, version }: Owned & { version?: number }) =>
  and(
    eq(searches.userId, userId),
    eq(searches.id, id),
    version === undefined ? undefined : eq(searches.version, version),
  );

export async function insertSearch(db: Database, search: NewSearch) {
  const [row] = await db.insert(searches).values(search).returning();
  return row;
}

export async function findSearch(db: Database, { userId, id }: Owned) {
  const [row] = await db
    .select()
    .from(searches)
    .where(and(eq(searches.userId, userId), eq(searches.id, id)));
  return row;
}

/** Newest first. `after` is the last row of the page before. */
export function listSearchRows(
  db: Database,
  { userId, limit, after }: { userId: string; limit: number; after?: AfterRow },
) {
  return db
    .select()
    .from(searches)
    .where(and(eq(searches.userId, userId), after && olderThan(searches, { userId, after })))
    .orderBy(desc(searches.createdAt), desc(searches.id))
    .limit(limit);
}

export async function countSearches(db: Database, userId: string): Promise<number> {
  return db.$count(searches, eq(searches.userId, userId));
}

/** Counts the version up. With `version`, only while it is still that one: no row means gone, or changed meanwhile. */
export async function updateSearchRow(
  db: Database,
  { userId, id, version, patch }: Owned & { version?: number; patch: Partial<NewSearch> },
) {
  const [row] = await db
    .update(searches)
    .set({ ...patch, version: sql`${searches.version} + 1` })
    .where(is({ userId, id, version }))
    .returning();
  return row;
}

export async function deleteSearchRow(db: Database, owned: Owned & { version?: number }): Promise<number> {
  const gone = await db.delete(searches).where(is(owned)).returning({ id: searches.id });
  return gone.length;
}

/** Searches of anybody whose slot has come, the longest waiting first. For the sweep; closed accounts and demo visitors past their day are left out. */
export function listDueSearches(db: Database, { now, limit }: { now: Date; limit: number }) {
  return db
    .select({
      id: searches.id,
      userId: searches.userId,
      nextRunAt: searches.nextRunAt,
      schedule: searches.schedule,
      isDemo: users.isDemo,
    })
    .from(searches)
    .innerJoin(users, eq(users.id, searches.userId))
    .where(
      and(
        eq(searches.isActive, true),
        lte(searches.nextRunAt, now),
        isNull(users.disabledAt),
        or(sql`${users.expiresAt} is null`, sql`${users.expiresAt} > ${now.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(asc(searches.nextRunAt))
    .limit(limit);
}

/** Moves a search to its next slot if nobody else has: zero rows mean another sweep won. */
export async function claimSlot(
  db: Database,
  { userId, id, slot, nextRunAt }: Owned & { slot: Date; nextRunAt: Date | null },
): Promise<boolean> {
  const claimed = await db
    .update(searches)
    .set({ nextRunAt })
    .where(and(eq(searches.userId, userId), eq(searches.id, id), eq(searches.nextRunAt, slot)))
    .returning({ id: searches.id });
  return claimed.length === 1;
}

/** The newest run of each search with how every source of it ended. */
export async function listLastRuns(db: Database, { userId, searchIds }: { userId: string; searchIds: string[] }) {
  if (searchIds.length === 0) return [];
  const latest = db
    .selectDistinctOn([runs.searchId], {
      id: runs.id,
      searchId: runs.searchId,
      status: runs.status,
      createdAt: runs.createdAt,
      finishedAt: runs.finishedAt,
    })
    .from(runs)
    .where(and(eq(runs.userId, userId), sql`${runs.searchId} in ${searchIds}`))
    .orderBy(runs.searchId, desc(runs.createdAt))
    .as("latest");
  return db
    .select({
      runId: latest.id,
      searchId: latest.searchId,
      status: latest.status,
      createdAt: latest.createdAt,
      finishedAt: latest.finishedAt,
      sourceId: runSources.sourceId,
      board: runSources.board,
      outcome: runSources.outcome,
      created: runSources.created,
      message: sql<string | null>`${runSources.evidence} ->> 'message'`,
    })
    .from(latest)
    .leftJoin(runSources, eq(runSources.runId, latest.id))
    .orderBy(asc(latest.searchId), asc(runSources.sourceId), asc(runSources.board));
}
