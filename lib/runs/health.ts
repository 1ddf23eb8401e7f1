import "server-only";
import { listRecentOutcomes } from "@/db/queries/run-sources";
import type { OutcomeEvidence } from "@/db/schema/shapes";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";

export interface BoardHealth {
  sourceId: string;
  board: string;
  /** Newest first. */
  outcomes: { outcome: SourceOutcome; finishedAt: Date; fetched: number; message: string }[];
  last: { outcome: SourceOutcome; evidence: OutcomeEvidence | null; finishedAt: Date };
  /** Readings since the last that got through, the newest included. "off" is nobody's failure. */
  consecutiveFailures: number;
  isDrifted: boolean;
  lastOkAt?: Date;
}

const TROUBLE = new Set<SourceOutcome>(["blocked", "drifted", "failed"]);

/** How every source and board of a person has been doing over its last ten readings. */
export async function listBoardHealth(ctx: Context): Promise<BoardHealth[]> {
  requireScope(ctx, "searches:read");
  const rows = await listRecentOutcomes(ctx.db, { userId: ctx.actor.userId, perBoard: 10 });
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.sourceId, row.board]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => summarize(group) ?? []);
}

type Row = Awaited<ReturnType<typeof listRecentOutcomes>>[number];

function summarize(rows: Row[]): BoardHealth | undefined {
  const outcomes = rows.flatMap(({ outcome, finishedAt, fetched, evidence }) =>
    outcome && finishedAt ? [{ outcome, finishedAt, fetched, message: evidence?.message ?? "" }] : [],
  );
  const [newest] = outcomes;
  const [row] = rows;
  if (!newest || !row) return undefined;
  const asked = outcomes.filter(({ outcome }) => outcome !== "off");
  const firstGood = asked.findIndex(({ outcome }) => !TROUBLE.has(outcome));
  return {
    sourceId: row.sourceId,
    board: row.board,
    outcomes,
    last: { outcome: newest.outcome, evidence: row.evidence, finishedAt: newest.finishedAt },
    consecutiveFailures: firstGood < 0 ? asked.length : firstGood,
    isDrifted: newest.outcome === "drifted",
    lastOkAt: outcomes.find(({ outcome }) => outcome === "ok" || outcome === "capped")?.finishedAt,
  };
}
