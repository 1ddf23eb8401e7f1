import "server-only";
import { insertEvent } from "@/db/queries/events";
import { closeUnlisted, countOpenPostings, lockClusters } from "@/db/queries/postings";
import { findRunSource, recountRunSource, updateRunSource } from "@/db/queries/run-sources";
import { finishRunRow } from "@/db/queries/runs";
import { findSourceCursor, upsertSourceCursor } from "@/db/queries/source-settings";
import type { OutcomeEvidence } from "@/db/schema/shapes";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import type { Context } from "@/lib/context";
import { type Crawler, liveCrawler } from "./crawler";
import { judgeReading } from "./outcome";
import type { PageReport, RunSourceKey } from "./reports";

export interface FinishSourceInput extends RunSourceKey {
  reports: PageReport[];
}

/** Ends one source of a run with its honest state, closes what a whole board no longer lists, and ends the run if this was the last source. */
export async function finishRunSource(
  ctx: Context,
  input: FinishSourceInput,
  crawler: Crawler = liveCrawler,
): Promise<{ outcome?: SourceOutcome }> {
  const { reports, ...key } = input;
  const { runId, sourceId, board } = key;
  const { userId } = ctx.actor;
  const owned = { userId, runId, sourceId, board };
  const now = ctx.now();
  if (reports.some(({ isStopped }) => isStopped)) return {};

  const adapter = crawler.getSource(sourceId);
  const requestHash = reports[0]?.requestHash;
  const verdict = await ctx.db.transaction(async (db) => {
    await recountRunSource(db, owned);
    const source = await findRunSource(db, owned);
    if (!source || source.status === "finished") return undefined;
    const cursor = requestHash ? await findSourceCursor(db, { userId, sourceId, board, requestHash }) : undefined;
    const isWhole = !adapter.isPartialListing;
    const read = reports.filter(({ error }) => !error);
    const judged = judgeReading({
      name: adapter.name,
      error: reports.find(({ error }) => error)?.error,
      pages: read.length,
      rows: read.reduce((sum, { rows = 0 }) => sum + rows, 0),
      invalid: source.invalid,
      capped: reports.find(({ capped }) => capped)?.capped,
      notModified: reports.find(({ notModified }) => notModified)?.notModified,
      detailTrouble: reports.find(({ detailTrouble }) => detailTrouble)?.detailTrouble,
      lastRows: cursor?.lastCount ?? (isWhole ? await countOpenBefore(db, owned, source.created) : 0),
    });
    let closed = 0;
    if (judged.isComplete && isWhole) {
      await lockClusters(db, userId);
      closed = await closeUnlisted(db, { ...owned, now });
    }
    if (requestHash && judged.rememberRows !== undefined) {
      // Validators speak for one page; a board of several may change behind an unchanged first one.
      const { etag = null, lastModified = null } = judged.isComplete && reports.length === 1 ? (reports[0] ?? {}) : {};
      const lastOkAt = judged.outcome === "drifted" ? (cursor?.lastOkAt ?? null) : now;
      const lastCount = judged.rememberRows;
      await upsertSourceCursor(db, { userId, sourceId, board, requestHash, etag, lastModified, lastCount, lastOkAt });
    }
    const evidence = closed > 0 ? withClosed(judged.evidence, closed) : judged.evidence;
    await updateRunSource(db, {
      ...owned,
      patch: { status: "finished", outcome: judged.outcome, evidence, finishedAt: now },
    });
    return judged;
  });
  await finishRunIfDone(ctx, runId);
  return { outcome: verdict?.outcome };
}

/** Ends a source whose function gave up, so that its run can end. */
export async function failRunSource(
  ctx: Context,
  { message, detail, ...key }: RunSourceKey & { message: string; detail?: string },
): Promise<void> {
  const owned = { userId: ctx.actor.userId, runId: key.runId, sourceId: key.sourceId, board: key.board };
  const evidence: OutcomeEvidence = { message, ...(detail && { detail: detail.slice(0, 2000) }) };
  await recountRunSource(ctx.db, owned);
  await updateRunSource(ctx.db, {
    ...owned,
    patch: { status: "finished", outcome: "failed", evidence, finishedAt: ctx.now() },
  });
  await finishRunIfDone(ctx, key.runId);
}

/** Called after each source's own transaction has ended: whichever comes last sees all of them finished. */
export async function finishRunIfDone(ctx: Context, runId: string): Promise<boolean> {
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (db) => {
    const run = await finishRunRow(db, { userId, id: runId, now: ctx.now() });
    if (!run) return false;
    await insertEvent(db, { userId, type: `run.${run.status}`, subjectId: runId, data: { searchId: run.searchId } });
    return true;
  });
}

/** Open postings of the board that this run did not add itself. */
async function countOpenBefore(
  db: Context["db"],
  at: RunSourceKey & { userId: string },
  created: number,
): Promise<number> {
  return Math.max(0, (await countOpenPostings(db, at)) - created);
}

const withClosed = (evidence: OutcomeEvidence, closed: number): OutcomeEvidence => ({
  ...evidence,
  message: `${evidence.message}; ${closed} no longer listed and closed`,
});
