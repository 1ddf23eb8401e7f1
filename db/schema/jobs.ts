import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { companies } from "./companies";
import type { Place, PostingAnalysis } from "./shapes";
import { users } from "./users";
import { EMPLOYMENT_TYPES, SALARY_INTERVALS, SENIORITIES, WORKPLACES } from "./vocabulary";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** One advertised position (schema.org JobPosting), the canonical face of a cluster of postings. */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    userId: owner(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    companyName: text().notNull(),
    title: text().notNull(),
    /** company + title + place, the exact duplicate key. */
    dedupeKey: text().notNull(),
    /** 64-bit SimHash of the description, signed; null when the text is too short to judge. */
    simhash: bigint({ mode: "bigint" }),
    url: text().notNull(),
    applyUrl: text(),
    seniority: text({ enum: SENIORITIES }),
    employmentType: text({ enum: EMPLOYMENT_TYPES }),
    workplace: text({ enum: WORKPLACES }).notNull().default("unknown"),
    workplaceEvidence: text(),
    locationText: text().notNull().default(""),
    places: jsonb().$type<Place[]>().notNull().default([]),
    /** ISO 3166-1 alpha-2 of every place, for filters. */
    countries: text().array().notNull().default(sql`'{}'::text[]`),
    salaryText: text(),
    salaryMin: doublePrecision(),
    salaryMax: doublePrecision(),
    salaryCurrency: text(),
    salaryInterval: text({ enum: SALARY_INTERVALS }),
    salaryAnnualMin: doublePrecision(),
    salaryAnnualMax: doublePrecision(),
    descriptionHtml: text().notNull().default(""),
    descriptionText: text().notNull().default(""),
    language: text(),
    contentHash: text().notNull(),
    postedAt: at(),
    validThrough: at(),
    /** `postedAt`, else first seen: never null, so lists can page on it. */
    sortAt: at().notNull().defaultNow(),
    firstSeenAt: at().notNull().defaultNow(),
    lastSeenAt: at().notNull().defaultNow(),
    closedAt: at(),
    /** Kept by a trigger from title, company and description; see `job_document()` in the migrations. */
    search: tsvector(),
    ...timestamps,
  },
  (t) => [
    index().on(t.userId, t.id),
    index().on(t.userId, t.dedupeKey),
    index().on(t.userId, t.companyId),
    index("jobs_search_idx").using("gin", t.search),
    index("jobs_title_trgm_idx").using("gin", sql`${t.title} gin_trgm_ops`),
  ],
);

/** One board's copy of a job. */
export const postings = pgTable(
  "postings",
  {
    id: id(),
    userId: owner(),
    jobId: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    sourceId: text().notNull(),
    /** The board's installation, e.g. a Greenhouse token; empty for aggregators. */
    board: text().notNull().default(""),
    externalId: text().notNull(),
    url: text().notNull(),
    /** The URL with only known tracking parameters removed. */
    urlKey: text().notNull(),
    applyUrl: text(),
    title: text().notNull(),
    companyName: text().notNull(),
    locationText: text().notNull().default(""),
    contentHash: text().notNull(),
    simhash: bigint({ mode: "bigint" }),
    postedAt: at(),
    firstSeenAt: at().notNull().defaultNow(),
    lastSeenAt: at().notNull().defaultNow(),
    closedAt: at(),
    ...timestamps,
  },
  (t) => [
    uniqueIndex().on(t.userId, t.sourceId, t.externalId),
    index().on(t.userId, t.urlKey),
    index().on(t.jobId),
    index().on(t.userId, t.sourceId, t.board),
  ],
);

/** Requirements and skills read out of a job once, so that rescoring never parses text again. */
export const jobAnalyses = pgTable(
  "job_analyses",
  {
    jobId: uuid()
      .primaryKey()
      .references(() => jobs.id, { onDelete: "cascade" }),
    userId: owner(),
    /** `ANALYSIS_VERSION` of lib/matching, plus the content hash it was made from. */
    version: text().notNull(),
    contentHash: text().notNull(),
    analysis: jsonb().$type<PostingAnalysis>().notNull(),
  },
  (t) => [index().on(t.userId, t.version)],
);

export type Job = typeof jobs.$inferSelect;
export type NewJob = typeof jobs.$inferInsert;
export type Posting = typeof postings.$inferSelect;
export type NewPosting = typeof postings.$inferInsert;
export type JobAnalysis = typeof jobAnalyses.$inferSelect;
