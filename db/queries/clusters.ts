import { and, eq, inArray, isNotNull, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { companies, jobs, postings } from "@/db/schema";

interface Wanted {
  userId: string;
  urlKeys: string[];
  dedupeKeys: string[];
  companyKeys: string[];
  /** Where the new postings stand; text is compared with jobs of other boards only. */
  sourceId: string;
  board: string;
}

/** Jobs a new posting might be another copy of, one row a posting. */
export function listClusterRows(db: Database, { userId, urlKeys, dedupeKeys, companyKeys, sourceId, board }: Wanted) {
  const byUrl = db
    .select({ jobId: postings.jobId })
    .from(postings)
    .where(and(eq(postings.userId, userId), inArray(postings.urlKey, urlKeys)));
  const byCompany = db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.userId, userId), inArray(companies.key, companyKeys)));
  const same = alias(postings, "same");
  const onSameBoard = db
    .select({ one: sql`1` })
    .from(same)
    .where(and(eq(same.jobId, jobs.id), eq(same.sourceId, sourceId), eq(same.board, board)));
  return db
    .select({
      jobId: jobs.id,
      title: jobs.title,
      companyKey: companies.key,
      dedupeKey: jobs.dedupeKey,
      contentHash: jobs.contentHash,
      simhash: jobs.simhash,
      places: jobs.places,
      closedAt: jobs.closedAt,
      sourceId: postings.sourceId,
      board: postings.board,
      externalId: postings.externalId,
      urlKey: postings.urlKey,
      postedAt: postings.postedAt,
      lastSeenAt: postings.lastSeenAt,
      postingClosedAt: postings.closedAt,
    })
    .from(jobs)
    .innerJoin(companies, eq(companies.id, jobs.companyId))
    .innerJoin(postings, eq(postings.jobId, jobs.id))
    .where(
      and(
        eq(jobs.userId, userId),
        or(
          inArray(jobs.dedupeKey, dedupeKeys),
          inArray(jobs.id, byUrl),
          and(inArray(jobs.companyId, byCompany), isNotNull(jobs.simhash), notExists(onSameBoard)),
        ),
      ),
    );
}

export type ClusterRow = Awaited<ReturnType<typeof listClusterRows>>[number];
