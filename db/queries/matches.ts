import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { jobAnalyses, jobs, matches, type NewMatch } from "@/db/schema";
import { bulkInsert } from "./bulk";

const MATCH_COLUMNS = {
  id: jobs.id,
  title: jobs.title,
  companyName: jobs.companyName,
  descriptionText: jobs.descriptionText,
  workplace: jobs.workplace,
  locationText: jobs.locationText,
  places: jobs.places,
  countries: jobs.countries,
  employmentType: jobs.employmentType,
  seniority: jobs.seniority,
  salaryMin: jobs.salaryMin,
  salaryMax: jobs.salaryMax,
  salaryCurrency: jobs.salaryCurrency,
  salaryInterval: jobs.salaryInterval,
  salaryAnnualMin: jobs.salaryAnnualMin,
  salaryAnnualMax: jobs.salaryAnnualMax,
  postedAt: jobs.postedAt,
  firstSeenAt: jobs.firstSeenAt,
  contentHash: jobs.contentHash,
  /** Null when the job was never analyzed, or by another version, or with another text. */
  analysis: jobAnalyses.analysis,
};

/** Jobs with their analysis where it is current. */
export function listJobsForMatching(
  db: Database,
  { userId, ids, version }: { userId: string; ids: readonly string[]; version: string },
) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select(MATCH_COLUMNS)
    .from(jobs)
    .leftJoin(
      jobAnalyses,
      and(
        eq(jobAnalyses.jobId, jobs.id),
        eq(jobAnalyses.userId, jobs.userId),
        eq(jobAnalyses.version, version),
        eq(jobAnalyses.contentHash, jobs.contentHash),
      ),
    )
    .where(and(eq(jobs.userId, userId), inArray(jobs.id, [...ids])));
}

export type JobForMatching = Awaited<ReturnType<typeof listJobsForMatching>>[number];

/** Ids of a person's jobs after one id, in id order. */
export async function listJobIdsAfter(
  db: Database,
  { userId, afterJobId, limit }: { userId: string; afterJobId?: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.userId, userId), afterJobId ? gt(jobs.id, afterJobId) : undefined))
    .orderBy(asc(jobs.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Descriptions as HTML, read only for jobs that must be analyzed. */
export async function listDescriptionHtml(
  db: Database,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: jobs.id, html: jobs.descriptionHtml })
    .from(jobs)
    .where(and(eq(jobs.userId, userId), inArray(jobs.id, [...ids])));
  return new Map(rows.map(({ id, html }) => [id, html]));
}

export async function upsertJobAnalyses(
  db: Database,
  rows: readonly (typeof jobAnalyses.$inferInsert)[],
): Promise<void> {
  await bulkInsert(
    db,
    jobAnalyses,
    rows,
    sql`on conflict (job_id) do update set version = excluded.version, content_hash = excluded.content_hash, analysis = excluded.analysis`,
  );
}

/** Writes scores in one statement. A score made with an older profile never replaces one made with a newer. */
export async function upsertMatches(db: Database, rows: readonly NewMatch[]): Promise<void> {
  await bulkInsert(
    db,
    matches,
    rows,
    sql`on conflict (job_id) do update set
      score = excluded.score, confidence = excluded.confidence, band = excluded.band,
      is_provisional = excluded.is_provisional, is_eligible = excluded.is_eligible,
      gates_failed = excluded.gates_failed, gates_unknown = excluded.gates_unknown, detail = excluded.detail,
      scorer_version = excluded.scorer_version, profile_version = excluded.profile_version, scored_at = excluded.scored_at
      where matches.user_id = excluded.user_id and matches.profile_version <= excluded.profile_version`,
  );
}
