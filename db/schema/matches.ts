import { boolean, doublePrecision, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, timestamps } from "./columns";
import { jobs } from "./jobs";
import type { MatchDetail } from "./shapes";
import { users } from "./users";
import { DISMISS_REASONS, JOB_STATES, MATCH_BANDS } from "./vocabulary";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A profile against a job. One row a job: the only place a score is written (`listed_jobs` follows by trigger). */
export const matches = pgTable(
  "matches",
  {
    jobId: uuid()
      .primaryKey()
      .references(() => jobs.id, { onDelete: "cascade" }),
    userId: owner(),
    /** 0-100, one decimal at most. */
    score: doublePrecision().notNull(),
    /** 0-1. */
    confidence: doublePrecision().notNull(),
    band: text({ enum: MATCH_BANDS }).notNull(),
    isProvisional: boolean().notNull().default(false),
    /** False when any gate failed. */
    isEligible: boolean().notNull().default(true),
    gatesFailed: integer().notNull().default(0),
    gatesUnknown: integer().notNull().default(0),
    detail: jsonb().$type<MatchDetail>().notNull(),
    scorerVersion: text().notNull(),
    profileVersion: integer().notNull(),
    scoredAt: at().notNull().defaultNow(),
  },
  (t) => [index().on(t.userId, t.profileVersion)],
);

/** What the person decided about a job. No row means "inbox". */
export const jobStates = pgTable(
  "job_states",
  {
    jobId: uuid()
      .primaryKey()
      .references(() => jobs.id, { onDelete: "cascade" }),
    userId: owner(),
    state: text({ enum: JOB_STATES }).notNull().default("inbox"),
    reason: text({ enum: DISMISS_REASONS }),
    note: text(),
    /** What undo goes back to; null when there is nothing to undo. */
    previousState: text({ enum: JOB_STATES }),
    previousReason: text({ enum: DISMISS_REASONS }),
    previousNote: text(),
    /** One act of the person, over one job or many: what undo undoes. */
    changeId: uuid(),
    openedAt: at(),
    ...timestamps,
  },
  (t) => [index().on(t.userId, t.state, t.updatedAt.desc()), index().on(t.userId, t.changeId)],
);

export type Match = typeof matches.$inferSelect;
export type NewMatch = typeof matches.$inferInsert;
export type JobStateRow = typeof jobStates.$inferSelect;
