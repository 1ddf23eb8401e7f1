import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Database } from "@/db/client";
import { companies, jobs, type NewJob, type NewPosting, postings, runDecisions } from "@/db/schema";
import { bulkInsert, columnsOf, executeRows, recordset } from "./bulk";

type OwnedBoard = { userId: string; sourceId: string; board: string };

/** Makes the choice of a cluster one at a time per person, until the transaction ends. */
export async function lockClusters(db: Database, userId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`clusters:${userId}`}, 0))`);
}

export function findPostings(
  db: Database,
  { userId, sourceId, externalIds }: { userId: string; sourceId: string; externalIds: string[] },
) {
  if (externalIds.length === 0) return Promise.resolve([]);
  return db
    .select({
      id: postings.id,
      jobId: postings.jobId,
      externalId: postings.externalId,
      title: postings.title,
      contentHash: postings.contentHash,
      simhash: postings.simhash,
      lastSeenAt: postings.lastSeenAt,
      closedAt: postings.closedAt,
    })
    .from(postings)
    .where(
      and(eq(postings.userId, userId), eq(postings.sourceId, sourceId), inArray(postings.externalId, externalIds)),
    );
}

export type StoredPosting = Awaited<ReturnType<typeof findPostings>>[number];

/** Marks postings and their jobs as seen, and open again. */
export async function touchPostings(db: Database, { userId, ids, now }: { userId: string; ids: string[]; now: Date }) {
  if (ids.length === 0) return;
  const touched = await db
    .update(postings)
    .set({ lastSeenAt: now, closedAt: null, updatedAt: now })
    .where(and(eq(postings.userId, userId), inArray(postings.id, ids)))
    .returning({ jobId: postings.jobId });
  const jobIds = [...new Set(touched.map(({ jobId }) => jobId))];
  if (jobIds.length === 0) return;
  await db
    .update(jobs)
    .set({ lastSeenAt: now, closedAt: null, updatedAt: now })
    .where(and(eq(jobs.userId, userId), inArray(jobs.id, jobIds)));
}

/** Companies by key, made where they are missing. @returns ids by key */
export async function ensureCompanies(
  db: Database,
  { userId, companies: wanted }: { userId: string; companies: { key: string; name: string; url?: string }[] },
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = wanted.map(({ key, name, url }) => ({ userId, key, name, url: url ?? null }));
  await bulkInsert(db, companies, rows, sql`on conflict (user_id, key) do nothing`);
  const found = await db
    .select({ id: companies.id, key: companies.key })
    .from(companies)
    .where(
      and(
        eq(companies.userId, userId),
        inArray(
          companies.key,
          wanted.map(({ key }) => key),
        ),
      ),
    );
  return new Map(found.map(({ id, key }) => [key, id]));
}

export const insertJobs = (db: Database, rows: NewJob[]) => bulkInsert(db, jobs, rows);

export const insertPostings = (db: Database, rows: NewPosting[]) =>
  bulkInsert(db, postings, rows, sql`on conflict (user_id, source_id, external_id) do nothing`);

export type PostingChange = Omit<NewPosting, "id" | "jobId" | "sourceId"> & { id: string };

export async function updatePostings(db: Database, userId: string, rows: PostingChange[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = Object.keys(rows[0] as PostingChange);
  await db.execute(sql`
    update postings p set ${assignments(keys.filter((key) => key !== "id" && key !== "userId"))}, closed_at = null, updated_at = now()
    from ${recordset(columnsOf(postings, keys), rows)}
    where p.id = r.id and p.user_id = ${userId}`);
}

export type JobChange = Omit<NewJob, "companyId" | "userId"> & { id: string; oldHash: string };

/**
 * Gives jobs a new face where the changed posting was their face before, or where theirs had no text worth reading.
 * The other jobs only learn that they are open.
 */
export async function updateJobs(db: Database, userId: string, rows: JobChange[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = Object.keys(rows[0] as JobChange).filter((key) => key !== "oldHash");
  const columns = { ...columnsOf(jobs, keys), oldHash: "text" };
  await db.execute(sql`
    update jobs j set ${assignments(keys.filter((key) => key !== "id"))}, sort_at = coalesce(r.posted_at, j.first_seen_at), updated_at = now()
    from ${recordset(columns, rows)}
    where j.id = r.id and j.user_id = ${userId}
      and (j.content_hash = r.old_hash or (j.simhash is null and r.simhash is not null))`);
  await db
    .update(jobs)
    .set({ closedAt: null })
    .where(
      and(
        eq(jobs.userId, userId),
        inArray(
          jobs.id,
          rows.map(({ id }) => id),
        ),
        sql`${jobs.closedAt} is not null`,
      ),
    );
}

/**
 * Closes the open postings of a board that a run did not list, then every job none of whose postings is open.
 * @returns how many postings were closed
 */
export async function closeUnlisted(
  db: Database,
  { userId, sourceId, board, runId, now }: OwnedBoard & { runId: string; now: Date },
) {
  const unlisted = sql`not exists (
    select 1 from ${runDecisions} where ${runDecisions.runId} = ${runId} and ${runDecisions.sourceId} = ${sourceId}
      and ${runDecisions.externalId} = ${postings.externalId})`;
  return closePostings(db, { userId, where: and(openOn({ userId, sourceId, board }), unlisted), now });
}

/** Closes postings the board itself marks as closed. */
export async function closeListed(
  db: Database,
  { userId, sourceId, externalIds, now }: { userId: string; sourceId: string; externalIds: string[]; now: Date },
) {
  if (externalIds.length === 0) return 0;
  const where = and(
    eq(postings.userId, userId),
    eq(postings.sourceId, sourceId),
    isNull(postings.closedAt),
    inArray(postings.externalId, externalIds),
  );
  return closePostings(db, { userId, where, now });
}

export function countOpenPostings(db: Database, at: OwnedBoard): Promise<number> {
  return db.$count(postings, openOn(at));
}

/** Counts what is stored for a board as "unchanged" in a run whose board said "not modified". */
export async function insertUnmodifiedDecisions(
  db: Database,
  { userId, sourceId, board, runId }: OwnedBoard & { runId: string },
) {
  await db.execute(sql`
    insert into run_decisions (user_id, run_id, source_id, board, external_id, title, company_name, url, decision, job_id)
    select user_id, ${runId}::uuid, source_id, board, external_id, title, company_name, url, 'unchanged', job_id
    from postings where ${openOn({ userId, sourceId, board })}
    on conflict (run_id, source_id, external_id) do nothing`);
}

const openOn = ({ userId, sourceId, board }: OwnedBoard) =>
  and(
    eq(postings.userId, userId),
    eq(postings.sourceId, sourceId),
    eq(postings.board, board),
    isNull(postings.closedAt),
  );

async function closePostings(
  db: Database,
  { userId, where, now }: { userId: string; where: ReturnType<typeof and>; now: Date },
) {
  const closed = await db.update(postings).set({ closedAt: now }).where(where).returning({ jobId: postings.jobId });
  const jobIds = [...new Set(closed.map(({ jobId }) => jobId))];
  if (jobIds.length === 0) return 0;
  await executeRows(
    db,
    sql`update jobs set closed_at = ${now.toISOString()}::timestamptz, updated_at = now()
      where user_id = ${userId} and id in ${jobIds} and closed_at is null
        and not exists (select 1 from postings p where p.job_id = jobs.id and p.closed_at is null)`,
  );
  return closed.length;
}

/** `a = r.a, b = r.b` for an UPDATE … FROM recordset. */
function assignments(keys: string[]) {
  const names = keys.map((key) => sql.identifier(toSnakeCase(key)));
  return sql.join(
    names.map((name) => sql`${name} = r.${name}`),
    sql`, `,
  );
}
