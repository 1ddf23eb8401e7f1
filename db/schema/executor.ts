import { sql } from "drizzle-orm";
import {
  bigserial,
  doublePrecision,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id } from "./columns";

export const EXECUTOR_RUN_STATUSES = ["active", "completed", "failed", "canceled"] as const;

/** An event as the Inngest SDK sends it and as functions receive it. */
export interface ExecutorEventPayload {
  id: string;
  name: string;
  ts: number;
  data: Record<string, unknown>;
  [extra: string]: unknown;
}

export interface ExecutorError {
  name: string;
  message: string;
  stack?: string;
  [extra: string]: unknown;
}

/** Events received. The primary key is what makes a repeated event id harmless. */
export const executorEvents = pgTable(
  "executor_events",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    // `json`, not `jsonb`: payloads may hold \u0000, which jsonb refuses.
    payload: json().$type<ExecutorEventPayload>().notNull(),
    receivedAt: at().notNull().defaultNow(),
  },
  (t) => [index().on(t.receivedAt)],
);

/** One execution of one function for one event. */
export const executorRuns = pgTable(
  "executor_runs",
  {
    id: id(),
    functionId: text().notNull(),
    eventId: text()
      .notNull()
      .references(() => executorEvents.id),
    /** `event.data.userId` where the event has one, so a person's runs can be listed. */
    userId: text(),
    status: text({ enum: EXECUTOR_RUN_STATUSES }).notNull().default("active"),
    singletonKey: text(),
    /** At most `laneLimit` calls of all runs that share `laneKey` are in flight at once. */
    laneKey: text(),
    laneLimit: integer(),
    secondLaneKey: text(),
    secondLaneLimit: integer(),
    output: json().$type<unknown>(),
    error: json().$type<ExecutorError>(),
    createdAt: at().notNull().defaultNow(),
    finishedAt: at(),
  },
  (t) => [
    uniqueIndex("executor_runs_one_active_singleton").on(t.singletonKey).where(sql`${t.status} = 'active'`),
    index().on(t.userId, t.createdAt.desc()),
    index().on(t.status, t.createdAt.desc()),
    index().on(t.eventId),
  ],
);

/** Finished steps, in the order they finished. A row here means the step never runs again. */
export const executorSteps = pgTable(
  "executor_steps",
  {
    runId: uuid()
      .notNull()
      .references(() => executorRuns.id, { onDelete: "cascade" }),
    /** The SDK's hash of the step id. */
    stepId: text().notNull(),
    name: text().notNull(),
    position: bigserial({ mode: "number" }).notNull(),
    output: json().$type<unknown>(),
    error: json().$type<ExecutorError>(),
    attempts: integer().notNull(),
    finishedAt: at().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.stepId] })],
);

/**
 * What is left to do. A run that is active has either one row with an empty `stepId` ("call the function
 * and see what it wants next") or one row per step it is waiting for, never both.
 */
export const executorQueue = pgTable(
  "executor_queue",
  {
    runId: uuid()
      .notNull()
      .references(() => executorRuns.id, { onDelete: "cascade" }),
    stepId: text().notNull().default(""),
    name: text().notNull().default(""),
    /** Copies of the run's, so that claiming reads this table alone. */
    functionId: text().notNull(),
    laneKey: text(),
    laneLimit: integer(),
    secondLaneKey: text(),
    secondLaneLimit: integer(),
    kind: text({ enum: ["call", "sleep"] })
      .notNull()
      .default("call"),
    position: bigserial({ mode: "number" }).notNull(),
    runAt: at().notNull().defaultNow(),
    attempt: integer().notNull().default(0),
    /** How often a process died while holding this row. */
    interruptions: integer().notNull().default(0),
    /** New at every claim: a result that comes with an older one is discarded. */
    leaseId: uuid(),
    leaseUntil: at(),
    /** On the first call of a throttled run only: it waits until the mark of this key is past, then moves it on. */
    throttleKey: text(),
    throttleIntervalMs: doublePrecision(),
    throttleToleranceMs: doublePrecision(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.stepId] }), index().on(t.runAt, t.position), index().on(t.leaseId)],
);

/** The newest slot fired of each cron trigger. */
export const executorSchedules = pgTable(
  "executor_schedules",
  { functionId: text().notNull(), cron: text().notNull(), lastSlot: at().notNull() },
  (t) => [primaryKey({ columns: [t.functionId, t.cron] })],
);

/** A key and an instant: until when an idempotency key is taken, or when a throttle has room again. */
export const executorMarks = pgTable("executor_marks", { key: text().primaryKey(), at: at().notNull() }, (t) => [
  index().on(t.at),
]);

export type ExecutorRun = typeof executorRuns.$inferSelect;
export type NewExecutorRun = typeof executorRuns.$inferInsert;
export type NewExecutorStep = typeof executorSteps.$inferInsert;
export type ExecutorQueueItem = typeof executorQueue.$inferSelect;
