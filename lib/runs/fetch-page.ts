import "server-only";
import { createHash } from "node:crypto";
import { insertUnmodifiedDecisions } from "@/db/queries/postings";
import { recountRunSource, updateRunSource } from "@/db/queries/run-sources";
import { findRun, updateRunRow } from "@/db/queries/runs";
import { findSourceCursor } from "@/db/queries/source-settings";
import type { SourceCursor } from "@/db/schema";
import type { SearchCriteria } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { sourceOriginOverride } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { ingestPostings } from "@/lib/jobs/ingest";
import { type PageRequest, type SourceAdapter, SourceError, type SourceQuery } from "@/lib/sources/adapter";
import { loadReadiness } from "@/lib/sources/service";
import { type Crawler, liveCrawler } from "./crawler";
import { readPostings } from "./read-postings";
import type { PageReport, RunSourceKey } from "./reports";

export interface FetchPageInput extends RunSourceKey {
  /** 1 for the first. */
  page: number;
  /** Absent for the first page. */
  request?: PageRequest;
}

/** Shorter waits are made by lib/http itself; a longer one is made once, as long as a person would still be watching. */
const MIN_WAIT_SECONDS = 31;
const MAX_WAIT_SECONDS = 120;

/**
 * Reads one page of one source for a run and stores what it lists. Safe to run again: everything it writes is keyed by
 * the posting. A board that cannot be read is a report, not an exception.
 * @throws AppError("upstream") with `retryAfter`, once, when the board names a short time to wait
 */
export async function fetchRunPage(
  ctx: Context,
  input: FetchPageInput,
  crawler: Crawler = liveCrawler,
): Promise<PageReport> {
  const { runId, sourceId, board, page } = input;
  const { userId } = ctx.actor;
  const key = { userId, runId, sourceId, board };
  const run = await findRun(ctx.db, { userId, id: runId });
  const isActive = await updateRunRow(ctx.db, {
    userId,
    id: runId,
    from: ["queued", "running"],
    patch: { status: "running", heartbeatAt: ctx.now() },
  });
  const source = isActive && (await updateRunSource(ctx.db, { ...key, patch: { status: "fetching" } }));
  if (!run || !source) return { page, isStopped: true };
  if (!source.startedAt) await updateRunSource(ctx.db, { ...key, patch: { startedAt: ctx.now() } });

  const { offReason, key: sourceKey } = (await loadReadiness(ctx))(sourceId);
  if (offReason) return { page, error: { outcome: "off", evidence: { message: offReason } } };
  const adapter = crawler.getSource(sourceId);
  try {
    const query: SourceQuery = {
      criteria: run.criteria,
      board,
      origin: crawler.originOf(adapter),
      key: sourceKey,
      now: ctx.now(),
    };
    const report = await readPage(ctx, { input, adapter, query, crawler });
    await updateRunSource(ctx.db, { ...key, patch: { pages: Math.max(source.pages, page), evidence: null } });
    await recountRunSource(ctx.db, key);
    return report;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { retryAfterSeconds = 0 } = error.evidence;
    const hasWaited = source.evidence?.retryAfterSeconds !== undefined;
    const evidence = { message: error.message.slice(0, 500), ...error.evidence };
    if (retryAfterSeconds >= MIN_WAIT_SECONDS && retryAfterSeconds <= MAX_WAIT_SECONDS && !hasWaited) {
      await updateRunSource(ctx.db, { ...key, patch: { evidence } });
      throw new AppError("upstream", error.message, { retryAfter: retryAfterSeconds, cause: error });
    }
    return { page, error: { outcome: error.outcome, evidence } };
  }
}

interface Reading {
  input: FetchPageInput;
  adapter: SourceAdapter;
  query: SourceQuery;
  crawler: Crawler;
}

async function readPage(ctx: Context, { input, adapter, query, crawler }: Reading): Promise<PageReport> {
  const { runId, sourceId, board, page } = input;
  const { userId } = ctx.actor;
  const request = input.request ?? adapter.first(query);
  const requestHash = page === 1 ? hashOf(request, query.criteria) : undefined;
  const cursor = requestHash ? await findSourceCursor(ctx.db, { userId, sourceId, board, requestHash }) : undefined;

  const rest = restingReason(adapter, cursor, ctx.now());
  const validators = cursor && { etag: cursor.etag ?? undefined, lastModified: cursor.lastModified ?? undefined };
  const found = rest ? undefined : await crawler.fetchPage(adapter, query, request, { validators });
  if (!found || found.notModified) {
    await insertUnmodifiedDecisions(ctx.db, { userId, sourceId, board, runId });
    return {
      page,
      requestHash,
      rows: 0,
      notModified: rest ?? `${adapter.name} has not changed since it was last read`,
    };
  }

  // A board that was asked for the words has judged them itself; one that lists everything has not.
  const criteria = asksForWords(adapter, query) ? { ...query.criteria, keywords: [] } : query.criteria;
  const { detailTrouble, ...rows } = await readPostings(ctx, { jobs: found.jobs, adapter, query, criteria, crawler });
  await ingestPostings(ctx, {
    runId,
    sourceId,
    board,
    criteria,
    page,
    ...rows,
    invalid: [...found.invalid, ...rows.invalid],
  });

  const isLast = page >= adapter.maxPages;
  const capped =
    found.cappedAt !== undefined
      ? `${adapter.name} hands out at most ${found.cappedAt} postings; there are more`
      : found.next && isLast
        ? `Stopped after ${page} pages; ${adapter.name} has more`
        : undefined;
  return {
    page,
    requestHash,
    rows: found.rows,
    next: isLast ? undefined : found.next,
    capped,
    detailTrouble,
    etag: found.etag,
    lastModified: found.lastModified,
  };
}

/** Why a board is not read again yet: its terms ask for an interval. A replay server has no terms. */
function restingReason(adapter: SourceAdapter, cursor: SourceCursor | undefined, now: Date): string | undefined {
  if (!adapter.minIntervalMinutes || !cursor?.lastOkAt || sourceOriginOverride(adapter.id)) return undefined;
  const minutes = Math.floor((now.getTime() - cursor.lastOkAt.getTime()) / 60_000);
  if (minutes >= adapter.minIntervalMinutes) return undefined;
  const hours = Math.round(adapter.minIntervalMinutes / 60);
  return `Read ${minutes} minutes ago; ${adapter.name} asks for ${hours > 1 ? `${hours} hours` : `${adapter.minIntervalMinutes} minutes`} between readings`;
}

function asksForWords(adapter: SourceAdapter, query: SourceQuery): boolean {
  const without = { ...query, criteria: { ...query.criteria, keywords: [] } };
  return JSON.stringify(adapter.first(query)) !== JSON.stringify(adapter.first(without));
}

/** Part of the hash, so that "not modified" is never believed across a change of what reading means. */
const READING_VERSION = 1;

/** Other criteria keep other postings of the same page, so a page counts as read only for the criteria it was read with. */
function hashOf({ url, method, body }: PageRequest, criteria: SearchCriteria): string {
  return createHash("sha256")
    .update(JSON.stringify([READING_VERSION, url, method, body, criteria]))
    .digest("hex");
}
