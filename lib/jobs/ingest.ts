import "server-only";
import { toStorable, UNSTORABLE } from "@/db/queries/bulk";
import { closeListed, findPostings, lockClusters, type StoredPosting, touchPostings } from "@/db/queries/postings";
import { insertDecisions } from "@/db/queries/run-decisions";
import type { NewRunDecision } from "@/db/schema";
import type { SearchCriteria } from "@/db/schema/shapes";
import type { Decision } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";
import { createFilter, type Verdict } from "./filter";
import { storeChanged, storeFresh } from "./ingest-store";
import type { NormalizedPosting } from "./normalized";
import { type ListedPosting, type Outcome, outcomeOf } from "./outcomes";

export interface IngestInput {
  runId: string;
  sourceId: string;
  board: string;
  postings: readonly NormalizedPosting[];
  /** Rows that could not be read. */
  invalid: readonly { externalId?: string; title?: string; reason: string }[];
  /** Stored postings listed again without being read again. */
  seen?: readonly ListedPosting[];
  /** Postings the board itself marks as closed. */
  closed?: readonly ListedPosting[];
  criteria: SearchCriteria;
  /** Tells rows without an id of one page from those of another. */
  page?: number;
}

const BATCH = 200;
/** An unchanged posting is written at most this often. */
const TOUCH_AFTER_MS = 24 * 3_600_000;

/**
 * Stores what one page of a board listed: unchanged rows write nothing, changed ones update posting and job, new ones
 * join the job they are a copy of or become one. Every row leaves one decision, so that running a step again changes
 * no count. Two sources may do this at the same time.
 */
export async function ingestPostings(ctx: Context, input: IngestInput): Promise<{ stored: number }> {
  requireScope(ctx, "jobs:write");
  const judge = createFilter(input.criteria, ctx.now());
  const unique = [...new Map(input.postings.map(storable).map((posting) => [posting.externalId, posting])).values()];
  let stored = 0;
  for (let start = 0; start < unique.length; start += BATCH) {
    stored += await ingestBatch(ctx, input, unique.slice(start, start + BATCH), judge);
  }
  await ingestSeen(ctx, input, input.seen ?? []);
  await ingestClosed(ctx, input, input.closed ?? []);
  await record(
    ctx,
    input,
    input.invalid.map((row, index) => invalidOutcome(row, `page ${input.page ?? 1} row ${index + 1}`)),
  );
  return { stored };
}

async function ingestBatch(
  ctx: Context,
  input: IngestInput,
  batch: NormalizedPosting[],
  judge: ReturnType<typeof createFilter>,
) {
  const { userId } = ctx.actor;
  const verdicts = new Map(batch.map((posting) => [posting.externalId, judge(posting)]));
  const find = (tx: Context) =>
    findPostings(tx.db, { userId, sourceId: input.sourceId, externalIds: batch.map(({ externalId }) => externalId) });
  const glance = plan(batch, await find(ctx), verdicts, ctx.now());
  if (glance.touch.length + glance.changed.length + glance.fresh.length === 0) {
    await record(ctx, input, glance.outcomes);
    return 0;
  }
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await lockClusters(db, userId);
    const { touch, changed, fresh, outcomes } = plan(batch, await find(tx), verdicts, ctx.now());
    await touchPostings(db, { userId, ids: touch, now: ctx.now() });
    await storeChanged(tx, changed);
    const stored = await storeFresh(tx, fresh, verdicts);
    await record(tx, input, [...outcomes, ...stored]);
    return changed.length + fresh.length;
  });
}

interface Plan {
  /** Posting ids. */
  touch: string[];
  changed: { posting: NormalizedPosting; stored: StoredPosting }[];
  fresh: NormalizedPosting[];
  outcomes: Outcome[];
}

function plan(batch: NormalizedPosting[], rows: StoredPosting[], verdicts: Map<string, Verdict>, now: Date): Plan {
  const stored = new Map(rows.map((row) => [row.externalId, row]));
  const result: Plan = { touch: [], changed: [], fresh: [], outcomes: [] };
  for (const posting of batch) {
    const before = stored.get(posting.externalId);
    const verdict = verdicts.get(posting.externalId) ?? { keep: true };
    const say = (decision: Decision, reason?: string) =>
      result.outcomes.push(
        outcomeOf(
          posting,
          verdict.keep ? decision : "filtered",
          verdict.keep ? (reason ?? verdict.note) : verdict.reason,
          before?.jobId,
        ),
      );
    if (!before) {
      if (verdict.keep) result.fresh.push(posting);
      else say("filtered");
    } else if (before.contentHash !== posting.contentHash) {
      result.changed.push({ posting, stored: before });
      say("changed");
    } else if (before.closedAt) {
      result.touch.push(before.id);
      say("changed", "Open again");
    } else {
      if (now.getTime() - before.lastSeenAt.getTime() >= TOUCH_AFTER_MS) result.touch.push(before.id);
      say("unchanged");
    }
  }
  return result;
}

async function ingestSeen(ctx: Context, input: IngestInput, seen: readonly ListedPosting[]) {
  if (seen.length === 0) return;
  const { userId } = ctx.actor;
  const now = ctx.now();
  const rows = await findPostings(ctx.db, {
    userId,
    sourceId: input.sourceId,
    externalIds: seen.map(({ externalId }) => externalId),
  });
  const stored = new Map(rows.map((row) => [row.externalId, row]));
  const due = rows.filter(
    ({ closedAt, lastSeenAt }) => closedAt || now.getTime() - lastSeenAt.getTime() >= TOUCH_AFTER_MS,
  );
  const outcomes = seen.map((row) => {
    const before = stored.get(row.externalId);
    return before?.closedAt
      ? outcomeOf(row, "changed", "Open again", before.jobId)
      : outcomeOf(row, "unchanged", undefined, before?.jobId);
  });
  await ctx.db.transaction(async (db) => {
    if (due.length > 0) await lockClusters(db, userId);
    await touchPostings(db, { userId, ids: due.map(({ id }) => id), now });
    await record({ ...ctx, db }, input, outcomes);
  });
}

async function ingestClosed(ctx: Context, input: IngestInput, closed: readonly ListedPosting[]) {
  if (closed.length === 0) return;
  const externalIds = closed.map(({ externalId }) => externalId);
  await ctx.db.transaction(async (db) => {
    await lockClusters(db, ctx.actor.userId);
    await closeListed(db, { userId: ctx.actor.userId, sourceId: input.sourceId, externalIds, now: ctx.now() });
    await record(
      { ...ctx, db },
      input,
      closed.map((row) => outcomeOf(row, "filtered", "The board marks it as closed")),
    );
  });
}

/** Postgres text holds neither NUL nor half a character; both must be gone before keys are looked up. */
function storable(posting: NormalizedPosting): NormalizedPosting {
  const bad = Object.entries(posting).filter(([, value]) => typeof value === "string" && UNSTORABLE.test(value));
  if (bad.length === 0) return posting;
  return { ...posting, ...Object.fromEntries(bad.map(([key, value]) => [key, toStorable(value as string)])) };
}

function invalidOutcome(row: IngestInput["invalid"][number], fallback: string): Outcome {
  const reason = row.reason.slice(0, 300);
  return {
    externalId: row.externalId ?? fallback,
    title: row.title ?? "",
    companyName: "",
    url: null,
    decision: "invalid",
    reason,
    jobId: null,
  };
}

async function record(ctx: Context, { runId, sourceId, board }: IngestInput, outcomes: Outcome[]) {
  const { userId } = ctx.actor;
  const createdAt = ctx.now();
  const rows: NewRunDecision[] = outcomes.map((outcome) => ({ ...outcome, userId, runId, sourceId, board, createdAt }));
  await insertDecisions(ctx.db, rows);
}
