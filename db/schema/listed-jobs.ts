import { sql } from "drizzle-orm";
import { boolean, doublePrecision, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { jobs } from "./jobs";
import { users } from "./users";
import { EMPLOYMENT_TYPES, JOB_STATES, MATCH_BANDS, SENIORITIES, WORKPLACES } from "./vocabulary";

/**
 * One narrow row a job with everything lists filter, sort and count by. The facts belong to `jobs`, `postings`,
 * `matches` and `job_states`; triggers copy them here, and nothing else writes it. It exists because a filter over
 * four wide tables costs a walk of all of them, and any filter over this one costs at most one pass of small rows.
 */
export const listedJobs = pgTable(
  "listed_jobs",
  {
    jobId: uuid()
      .primaryKey()
      .references(() => jobs.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    companyId: uuid().notNull(),
    /** -1 until the job is scored, so that unscored jobs page last. */
    score: doublePrecision().notNull().default(-1),
    sortAt: at().notNull(),
    /** Best stated annual pay; -1 when unstated. */
    pay: doublePrecision().notNull().default(-1),
    payCurrency: text(),
    band: text({ enum: MATCH_BANDS }),
    isEligible: boolean().notNull().default(true),
    state: text({ enum: JOB_STATES }).notNull().default("inbox"),
    isClosed: boolean().notNull().default(false),
    workplace: text({ enum: WORKPLACES }).notNull(),
    employmentType: text({ enum: EMPLOYMENT_TYPES }),
    seniority: text({ enum: SENIORITIES }),
    countries: text().array().notNull(),
    sources: text().array().notNull().default(sql`'{}'::text[]`),
  },
  (t) => [
    index().on(t.userId, t.score.desc(), t.jobId.desc()),
    index().on(t.userId, t.sortAt.desc(), t.jobId.desc()),
    index().on(t.userId, t.pay.desc(), t.jobId.desc()),
    // A country nobody offers jobs in would otherwise be looked for in every row.
    index("listed_jobs_countries_idx").using("gin", t.countries),
  ],
);

export type ListedJob = typeof listedJobs.$inferSelect;
