import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { jobStates, jobs, listedJobs, matches, postings } from "@/db/schema";
import type { Component, Gate } from "@/db/schema/shapes";
import { executeRows } from "./bulk";
import { filterConditions, type JobListFilters, type JobScope, scopeCondition } from "./job-filters";
import { hitsOf } from "./job-search";

export type JobOrder = "score" | "date" | "salary" | "relevance";
/** A place in a list: the sort key as text, so no digit of an instant or a score is lost, and the id that breaks ties. */
export type JobPosition = { key: string; id: string };
type RankedPosition = JobPosition & { candidates: number };

export interface JobPageQuery {
  scope: JobScope;
  filters: JobListFilters;
  order: JobOrder;
  limit: number;
  after?: JobPosition;
}

/** Relevance is worked out for this many of the newest hits: ranking all hits of a common word takes seconds. */
export const RANKED_HITS = 300;
/** A walk for common words gives up after this many rows and leaves the rest to the index. */
const WALKED_ROWS = 6_000;
const RANK_WEIGHTS = "{0.05, 0.15, 0.5, 1}";

const KEYS = {
  score: { column: listedJobs.score, type: sql`double precision` },
  date: { column: listedJobs.sortAt, type: sql`timestamptz` },
  salary: { column: listedJobs.pay, type: sql`double precision` },
};

/** One page of ids in order. `candidates` is how many hits were ranked, for relevance only. */
export async function listJobIds(db: Database, query: JobPageQuery): Promise<RankedPosition[]> {
  const { scope, filters, order, limit, after } = query;
  if (order === "relevance") return listByRelevance(db, query);
  const { column, type } = KEYS[order];
  const where = sql.join(
    [
      scopeCondition(scope),
      ...filterConditions(filters).map(([, condition]) => condition),
      ...(after ? [sql`(${column}, ${listedJobs.jobId}) < (${after.key}::${type}, ${after.id}::uuid)`] : []),
    ],
    sql` and `,
  );
  return firstHits(db, { scope, column, where, limit }, (first) =>
    executeRows<RankedPosition>(
      db,
      sql`${first} select f.id, f.key::text as key, 0 as candidates from first f
      order by f.key desc nulls last, f.id desc nulls last`,
    ),
  );
}

async function listByRelevance(
  db: Database,
  { scope, filters, limit, after }: JobPageQuery,
): Promise<RankedPosition[]> {
  const conditions = filterConditions(filters).map(([, condition]) => condition);
  const where = sql.join([scopeCondition(scope), ...conditions], sql` and `);
  const rank = scope.ids
    ? sql`-array_position(${`{${scope.ids.join(",")}}`}::uuid[], f.id)::float8`
    : sql`ts_rank(${RANK_WEIGHTS}::float4[], j.search, ${scope.tsquery}::tsquery, 1)::float8`;
  return firstHits(db, { scope, column: listedJobs.sortAt, where, limit: RANKED_HITS }, (first) =>
    executeRows<RankedPosition>(
      db,
      sql`${first}, ranked as (
        select f.id, ${rank} as rank from first f ${scope.ids ? sql`` : sql`join jobs j on j.id = f.id`}
      )
      select r.id, r.rank::text as key, (select count(*)::int from first) as candidates from ranked r
      ${after ? sql`where (r.rank, r.id) < (${after.key}::float8, ${after.id}::uuid)` : sql``}
      order by r.rank desc, r.id desc limit ${limit}`,
    ),
  );
}

/**
 * Reads from `first` (id, key): the first `limit` jobs of the scope by a column. Without words that is an index scan.
 * Few hits are fetched from the word index and joined; for common words the list is walked and each row tested,
 * unless the filters make hits so rare that the walk runs out of patience.
 */
async function firstHits(
  db: Database,
  { scope, column, where, limit }: { scope: JobScope; column: PgColumn; where: SQL; limit: number },
  read: (first: SQL) => Promise<RankedPosition[]>,
): Promise<RankedPosition[]> {
  const t = listedJobs;
  const order = sql`order by ${column} desc nulls last, ${t.jobId} desc nulls last`;
  const select = sql`select ${t.jobId} as id, ${column} as key`;
  if (scope.tsquery === undefined) {
    return read(sql`with first as materialized (${select} from ${t} where ${where} ${order} limit ${limit})`);
  }
  if (scope.isCommon) {
    const found = await read(sql`with first as materialized (
      select w.id, w.key from (${select} from ${t} where ${where} ${order} limit ${WALKED_ROWS}) w
      cross join lateral (select 1 from jobs j where j.id = w.id and j.search @@ ${scope.tsquery}::tsquery offset 0) hit limit ${limit})`);
    if (found.length >= limit || (found[0]?.candidates ?? 0) >= limit) return found;
    const [walk] = await executeRows<{ n: number }>(
      db,
      sql`select count(*)::int as n from (select 1 from ${t} where ${where} limit ${WALKED_ROWS}) w`,
    );
    if ((walk?.n ?? 0) < WALKED_ROWS) return found;
  }
  return read(sql`with ${hitsOf(scope.userId, scope.tsquery)}, first as materialized (
    ${select} from hits join ${t} on ${t.jobId} = hits.id where ${where} ${order} limit ${limit})`);
}

const cardColumns = {
  id: jobs.id,
  title: jobs.title,
  companyId: jobs.companyId,
  companyName: jobs.companyName,
  locationText: jobs.locationText,
  workplace: jobs.workplace,
  employmentType: jobs.employmentType,
  seniority: jobs.seniority,
  salaryText: jobs.salaryText,
  salaryMin: jobs.salaryMin,
  salaryMax: jobs.salaryMax,
  salaryCurrency: jobs.salaryCurrency,
  salaryInterval: jobs.salaryInterval,
  salaryAnnualMin: jobs.salaryAnnualMin,
  salaryAnnualMax: jobs.salaryAnnualMax,
  url: jobs.url,
  applyUrl: jobs.applyUrl,
  sortAt: jobs.sortAt,
  postedAt: jobs.postedAt,
  closedAt: jobs.closedAt,
  sources: listedJobs.sources,
  state: listedJobs.state,
  reason: jobStates.reason,
  openedAt: jobStates.openedAt,
  score: matches.score,
  band: matches.band,
  confidence: matches.confidence,
  isProvisional: matches.isProvisional,
  isEligible: matches.isEligible,
};

/** Rows for a list, in no particular order. Of a match only what a row shows is read. */
export function listJobCards(db: Database, { userId, ids }: { userId: string; ids: readonly string[] }) {
  return db
    .select({
      ...cardColumns,
      components: sql<Component[] | null>`${matches.detail} -> 'components'`,
      gates: sql<Gate[] | null>`jsonb_path_query_array(${matches.detail}, '$.gates[*] ? (@.verdict != "pass")')`,
    })
    .from(listedJobs)
    .innerJoin(jobs, eq(jobs.id, listedJobs.jobId))
    .leftJoin(matches, eq(matches.jobId, listedJobs.jobId))
    .leftJoin(jobStates, eq(jobStates.jobId, listedJobs.jobId))
    .where(and(eq(listedJobs.userId, userId), inArray(listedJobs.jobId, [...ids])));
}

export async function findJob(db: Database, { userId, id }: { userId: string; id: string }) {
  const [row] = await db
    .select({
      ...cardColumns,
      places: jobs.places,
      workplaceEvidence: jobs.workplaceEvidence,
      language: jobs.language,
      validThrough: jobs.validThrough,
      firstSeenAt: jobs.firstSeenAt,
      lastSeenAt: jobs.lastSeenAt,
      descriptionHtml: jobs.descriptionHtml,
      descriptionText: jobs.descriptionText,
      note: jobStates.note,
      previousState: jobStates.previousState,
      scorerVersion: matches.scorerVersion,
      scoredAt: matches.scoredAt,
      detail: matches.detail,
    })
    .from(jobs)
    .innerJoin(listedJobs, eq(listedJobs.jobId, jobs.id))
    .leftJoin(matches, eq(matches.jobId, jobs.id))
    .leftJoin(jobStates, eq(jobStates.jobId, jobs.id))
    .where(and(eq(jobs.userId, userId), eq(jobs.id, id)));
  return row;
}

/** Every board's copy of a job, the first seen first. */
export function listJobPostings(db: Database, { userId, jobId }: { userId: string; jobId: string }) {
  return db
    .select()
    .from(postings)
    .where(and(eq(postings.userId, userId), eq(postings.jobId, jobId)))
    .orderBy(postings.firstSeenAt, postings.id)
    .limit(100);
}

export type JobCardRow = Awaited<ReturnType<typeof listJobCards>>[number];
export type JobRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;
