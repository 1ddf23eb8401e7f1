import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { jobs } from "./jobs";
import { searches } from "./searches";
import type { OutcomeEvidence } from "./shapes";
import { users } from "./users";
import { DECISIONS, RUN_SOURCE_STATUSES, RUN_STATUSES, RUN_TRIGGERS, SOURCE_OUTCOMES } from "./vocabulary";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** One execution of a search. `(search, slot)` is unique, so a scheduled slot can never run twice. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    userId: owner(),
    searchId: uuid()
      .notNull()
      .references(() => searches.id, { onDelete: "cascade" }),
    trigger: text({ enum: RUN_TRIGGERS }).notNull(),
    /** The scheduled instant as ISO text, or `manual:<uuid>`. */
    slot: text().notNull(),
    status: text({ enum: RUN_STATUSES }).notNull().default("queued"),
    error: text(),
    startedAt: at(),
    heartbeatAt: at(),
    finishedAt: at(),
    ...timestamps,
  },
  (t) => [
    uniqueIndex().on(t.searchId, t.slot),
    /** A search has at most one run under way. */
    uniqueIndex("runs_active_idx").on(t.searchId).where(sql`${t.status} in ('queued', 'running')`),
    index().on(t.userId, t.createdAt.desc(), t.id.desc()),
    index().on(t.searchId, t.createdAt.desc()),
    index().on(t.status),
  ],
);

/** How one source (one board of it) did in one run. */
export const runSources = pgTable(
  "run_sources",
  {
    runId: uuid()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    sourceId: text().notNull(),
    board: text().notNull().default(""),
    userId: owner(),
    status: text({ enum: RUN_SOURCE_STATUSES }).notNull().default("queued"),
    outcome: text({ enum: SOURCE_OUTCOMES }),
    evidence: jsonb().$type<OutcomeEvidence>(),
    pages: integer().notNull().default(0),
    fetched: integer().notNull().default(0),
    parsed: integer().notNull().default(0),
    created: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    duplicate: integer().notNull().default(0),
    filtered: integer().notNull().default(0),
    invalid: integer().notNull().default(0),
    scored: integer().notNull().default(0),
    startedAt: at(),
    finishedAt: at(),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.sourceId, t.board] }),
    index().on(t.userId, t.sourceId, t.finishedAt.desc()),
  ],
);

/** Why a posting was kept or dropped: the answer to "why is it not here?". */
export const runDecisions = pgTable(
  "run_decisions",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    userId: owner(),
    runId: uuid()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    sourceId: text().notNull(),
    board: text().notNull().default(""),
    externalId: text().notNull(),
    title: text().notNull().default(""),
    companyName: text().notNull().default(""),
    url: text(),
    decision: text({ enum: DECISIONS }).notNull(),
    /** Which rule, in the person's words. */
    reason: text(),
    jobId: uuid().references(() => jobs.id, { onDelete: "set null" }),
    createdAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex().on(t.runId, t.sourceId, t.externalId),
    index().on(t.userId, t.runId, t.decision, t.id),
    index().on(t.jobId),
  ],
);

export type Run = typeof runs.$inferSelect;
export type NewRun = typeof runs.$inferInsert;
export type RunSource = typeof runSources.$inferSelect;
export type NewRunSource = typeof runSources.$inferInsert;
export type RunDecision = typeof runDecisions.$inferSelect;
export type NewRunDecision = typeof runDecisions.$inferInsert;
