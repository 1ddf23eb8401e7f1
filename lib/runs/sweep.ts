import "server-only";
import { getDatabase } from "@/db/client";
import { deleteOldDecisions } from "@/db/queries/run-decisions";
import { listSilentRuns, updateRunRow } from "@/db/queries/runs";
import { claimSlot, findSearch, listDueSearches } from "@/db/queries/searches";
import { type Context, systemContext } from "@/lib/context";
import { logger } from "@/lib/logger";
import { nextSlot } from "@/lib/searches/schedule";
import { openRun } from "./open-run";
import { failRun } from "./plan";

/** A run and its owner: what the caller has to announce. */
export interface Announced {
  userId: string;
  runId: string;
}

type ContextOf = (userId: string) => Promise<Context>;

const SWEEP_LIMIT = 200;
/** An event that got lost is sent again after so long. */
const RESEND_AFTER_MS = 2 * 60_000;
/** A run with no sign of life for so long is over; a polite wait is far shorter. */
const DEAD_AFTER_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Starts every search whose slot has come. A search that was due several times while nothing ran is started once, for
 * the slot it waited for longest, and goes on from the next slot in the future. Two sweeps at once start it once.
 */
export async function startDueRuns(
  now: Date,
  contextOf: ContextOf = (userId) => systemContext(userId, "sweep-searches"),
): Promise<Announced[]> {
  const due = await listDueSearches(await getDatabase(), { now, limit: SWEEP_LIMIT });
  const started: Announced[] = [];
  for (const { id, userId, nextRunAt: slot, schedule } of due) {
    if (!slot) continue;
    try {
      const ctx = await contextOf(userId);
      const run = await startSlot(ctx, { id, slot, nextRunAt: nextSlot(schedule, now) ?? null });
      if (run) started.push({ userId, runId: run });
    } catch (error) {
      // One search that cannot be started must not keep everybody else's from starting.
      logger.error({ err: error, searchId: id }, "a due search could not be started");
    }
  }
  return started;
}

/** Claim and run stand or fall together, so a crash between them neither loses the slot nor runs it twice. */
async function startSlot(
  ctx: Context,
  { id, slot, nextRunAt }: { id: string; slot: Date; nextRunAt: Date | null },
): Promise<string | undefined> {
  return ctx.db.transaction(async (db) => {
    const { userId } = ctx.actor;
    if (!(await claimSlot(db, { userId, id, slot, nextRunAt }))) return undefined;
    const search = await findSearch(db, { userId, id });
    if (!search) return undefined;
    const opened = await openRun({ ...ctx, db }, { search, trigger: "schedule", slot: slot.toISOString() });
    return opened?.run.id;
  });
}

/** Ends runs that died, and finds queued runs whose event got lost. @returns the runs to announce again */
export async function reapRuns(
  now: Date,
  contextOf: ContextOf = (userId) => systemContext(userId, "reap-runs"),
): Promise<{ dead: number; resend: Announced[] }> {
  const db = await getDatabase();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const dead = await listSilentRuns(db, { status: "running", before: before(DEAD_AFTER_MS), limit: SWEEP_LIMIT });
  for (const { id, userId } of dead) {
    await failRun(await contextOf(userId), {
      runId: id,
      message: "Interrupted: nothing was heard of this run for half an hour",
    });
  }
  const lost = await listSilentRuns(db, { status: "queued", before: before(RESEND_AFTER_MS), limit: SWEEP_LIMIT });
  const resend: Announced[] = [];
  for (const { id, userId, createdAt } of lost) {
    const ctx = await contextOf(userId);
    if (createdAt < before(DEAD_AFTER_MS)) {
      await failRun(ctx, { runId: id, message: "Never started: nothing took this run up for half an hour" });
      continue;
    }
    const marked = await updateRunRow(ctx.db, { userId, id, from: ["queued"], patch: { heartbeatAt: now } });
    if (marked) resend.push({ userId, runId: id });
  }
  return { dead: dead.length, resend };
}

/** Decisions answer "why is it not here?"; the routine ones are worth a week, the others two months. */
export async function pruneDecisions(now: Date): Promise<{ deleted: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const deleted = await deleteOldDecisions(await getDatabase(), {
    routineBefore: before(7),
    allBefore: before(60),
    limit: 20_000,
  });
  return { deleted };
}
