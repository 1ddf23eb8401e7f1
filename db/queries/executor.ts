import { and, desc, eq, lt, notExists, notInArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  type ExecutorEventPayload,
  executorEvents as events,
  executorMarks as marks,
  type NewExecutorRun,
  executorQueue as queue,
  executorRuns as runs,
  executorSchedules as schedules,
  executorSteps as steps,
} from "@/db/schema/executor";
import { after, chunksOf, finishRun } from "./executor-queue";

// What starts it

/** Stores events; returns the ids that were not known before. */
export async function insertEvents(db: Database, payloads: ExecutorEventPayload[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const chunk of chunksOf(payloads)) {
    const rows = await db
      .insert(events)
      .values(chunk.map((payload) => ({ id: payload.id, name: payload.name, payload })))
      .onConflictDoNothing()
      .returning({ id: events.id });
    for (const { id } of rows) fresh.add(id);
  }
  return fresh;
}

/** Creates runs; a run whose singleton key is held by an active one is left out. Returns the ids created. */
export async function insertRuns(db: Database, rows: (NewExecutorRun & { id: string })[]): Promise<Set<string>> {
  const created = new Set<string>();
  for (const chunk of chunksOf(rows)) {
    for (const { id } of await db.insert(runs).values(chunk).onConflictDoNothing().returning({ id: runs.id })) {
      created.add(id);
    }
  }
  return created;
}

/** Ends the active run that holds a singleton key, if there is one. */
export async function cancelSingleton(db: Database, { singletonKey }: { singletonKey: string }) {
  const active = await db
    .select({ runId: runs.id })
    .from(runs)
    .where(and(eq(runs.singletonKey, singletonKey), eq(runs.status, "active")))
    .for("update");
  for (const { runId } of active) await finishRun(db, { runId, status: "canceled" });
}

/** Takes an idempotency key for a while; false when it is taken already. */
export async function takeMark(db: Database, { key, forMs }: { key: string; forMs: number }): Promise<boolean> {
  const taken = await db
    .insert(marks)
    .values({ key, at: after(forMs) })
    .onConflictDoUpdate({ target: marks.key, set: { at: after(forMs) }, setWhere: lt(marks.at, sql`now()`) })
    .returning({ key: marks.key });
  return taken.length > 0;
}

/** The newest slot fired of a cron trigger; a trigger never seen before counts from now on. */
export async function findLastSlot(db: Database, trigger: { functionId: string; cron: string }): Promise<Date> {
  await db
    .insert(schedules)
    .values({ ...trigger, lastSlot: sql`now()` })
    .onConflictDoNothing();
  const [row] = await db.select().from(schedules).where(ofTrigger(trigger));
  if (!row) throw new Error("a schedule row vanished");
  return row.lastSlot;
}

/** Moves a cron trigger on to a slot; false when another process has it, or a later one, already. */
export async function takeSlot(
  db: Database,
  { slot, ...trigger }: { functionId: string; cron: string; slot: Date },
): Promise<boolean> {
  const moved = await db
    .update(schedules)
    .set({ lastSlot: slot })
    .where(and(ofTrigger(trigger), lt(schedules.lastSlot, slot)))
    .returning({ cron: schedules.cron });
  return moved.length > 0;
}

// What is kept

/** Outside a transaction. Forgets what is older than `days`: finished runs, runs of functions that are gone, their events, spent marks. */
export async function pruneExecutor(db: Database, { functionIds, days }: { functionIds: string[]; days: number }) {
  const then = after(-days * 86_400_000);
  await db.delete(runs).where(lt(runs.finishedAt, then));
  await db.delete(runs).where(and(lt(runs.createdAt, then), notInArray(runs.functionId, functionIds)));
  const itsRuns = db.select().from(runs).where(eq(runs.eventId, events.id));
  await db.delete(events).where(and(lt(events.receivedAt, then), notExists(itsRuns)));
  await db.delete(marks).where(lt(marks.at, then));
  // PGlite has no autovacuum, and these tables are rewritten all day.
  for (const table of [queue, runs, steps, events, marks]) await db.execute(sql`vacuum (analyze) ${table}`);
}

/** A person's runs, newest first. */
export async function listRecentRuns(db: Database, { userId, limit }: { userId: string; limit: number }) {
  return listRuns(db, eq(runs.userId, userId), limit);
}

/** A person's runs that failed for good, newest first: the dead letters. */
export async function listFailedRuns(db: Database, { userId, limit }: { userId: string; limit: number }) {
  return listRuns(db, and(eq(runs.userId, userId), eq(runs.status, "failed")), limit);
}

function listRuns(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      id: runs.id,
      functionId: runs.functionId,
      eventName: events.name,
      status: runs.status,
      error: runs.error,
      createdAt: runs.createdAt,
      finishedAt: runs.finishedAt,
    })
    .from(runs)
    .innerJoin(events, eq(events.id, runs.eventId))
    .where(where)
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(limit);
}

function ofTrigger({ functionId, cron }: { functionId: string; cron: string }) {
  return and(eq(schedules.functionId, functionId), eq(schedules.cron, cron));
}
