import { and, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { companies, jobStates, jobs, matches, postings, runDecisions, runs, searches } from "@/db/schema";
import { like } from "./run-decisions";

interface Wanted {
  userId: string;
  urls: string[];
  externalIds: string[];
  /** All must be found in title or company. Empty: look by address and id. */
  words: string[];
  limit: number;
}

const standing = {
  job: {
    id: jobs.id,
    title: jobs.title,
    companyName: jobs.companyName,
    closedAt: jobs.closedAt,
  },
  company: { isBlocked: companies.isBlocked },
  state: { state: jobStates.state, reason: jobStates.reason, updatedAt: jobStates.updatedAt },
  match: { score: matches.score, isEligible: matches.isEligible, detail: matches.detail },
};

/** What runs decided about postings that fit, newest first, with where the job stands today. */
export function listExplanations(db: Database, { userId, urls, externalIds, words, limit }: Wanted) {
  const where = words.length
    ? and(
        ...words.map((word) => or(ilike(runDecisions.title, like(word)), ilike(runDecisions.companyName, like(word)))),
      )
    : or(among(runDecisions.url, urls), among(runDecisions.externalId, externalIds));
  return db
    .select({ decision: runDecisions, searchId: searches.id, searchName: searches.name, ...standing })
    .from(runDecisions)
    .innerJoin(runs, eq(runs.id, runDecisions.runId))
    .innerJoin(searches, eq(searches.id, runs.searchId))
    .leftJoin(jobs, eq(jobs.id, runDecisions.jobId))
    .leftJoin(companies, eq(companies.id, jobs.companyId))
    .leftJoin(jobStates, eq(jobStates.jobId, jobs.id))
    .leftJoin(matches, eq(matches.jobId, jobs.id))
    .where(and(eq(runDecisions.userId, userId), where))
    .orderBy(desc(runDecisions.id))
    .limit(limit);
}

/** Stored postings that fit, whatever became of the run that found them. */
export function listStoredFits(db: Database, { userId, urls, externalIds, words, limit }: Wanted) {
  const where = words.length
    ? and(...words.map((word) => or(ilike(postings.title, like(word)), ilike(postings.companyName, like(word)))))
    : or(among(postings.url, urls), among(postings.urlKey, urls), among(postings.externalId, externalIds));
  return db
    .select({ sourceId: postings.sourceId, externalId: postings.externalId, ...standing })
    .from(postings)
    .innerJoin(jobs, eq(jobs.id, postings.jobId))
    .innerJoin(companies, eq(companies.id, jobs.companyId))
    .leftJoin(jobStates, eq(jobStates.jobId, jobs.id))
    .leftJoin(matches, eq(matches.jobId, jobs.id))
    .where(and(eq(postings.userId, userId), where))
    .orderBy(desc(postings.lastSeenAt))
    .limit(limit);
}

const among = (column: PgColumn, values: string[]) => (values.length > 0 ? inArray(column, values) : sql`false`);
