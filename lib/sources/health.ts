import "server-only";
import { listRecentReadings } from "@/db/queries/source-health";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";

export interface SourceReading {
  runId: string;
  searchId: string;
  board: string;
  outcome: SourceOutcome;
  message: string;
  created: number;
  finishedAt: Date;
}

const READINGS_PER_SOURCE = 12;

/** How each source did in its last readings, newest first, by source id. Sources never read are absent. */
export async function listSourceHealth(ctx: Context): Promise<Map<string, SourceReading[]>> {
  requireScope(ctx, "searches:read");
  const rows = await listRecentReadings(ctx.db, { userId: ctx.actor.userId, limit: READINGS_PER_SOURCE });
  const health = new Map<string, SourceReading[]>();
  for (const { sourceId, runId, searchId, board, outcome, evidence, created, finishedAt } of rows) {
    if (!outcome || !finishedAt) continue;
    const reading = { runId, searchId, board, outcome, message: evidence?.message ?? "", created, finishedAt };
    health.set(sourceId, [...(health.get(sourceId) ?? []), reading]);
  }
  return health;
}
