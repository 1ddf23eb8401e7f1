import "server-only";
import type { Search } from "@/db/schema";
import type { Context } from "@/lib/context";
import { fetchRunPage } from "@/lib/runs/fetch-page";
import { finishRunSource } from "@/lib/runs/finish-source";
import { openRun } from "@/lib/runs/open-run";
import { planRun, scoreRunSource } from "@/lib/runs/plan";
import type { PageReport } from "@/lib/runs/reports";

const SCORE_BATCH = 500;

/** A whole run in one call, verb by verb as the functions do it: for the demo, whose board is in memory. */
export async function runToEnd(ctx: Context, search: Search): Promise<void> {
  const slot = ctx.now().toISOString();
  const opened = await openRun(ctx, {
    search,
    trigger: search.schedule.cadence === "manual" ? "manual" : "schedule",
    slot,
  });
  if (!opened) return;
  const runId = opened.run.id;
  for (const source of (await planRun(ctx, { runId })).sources) {
    const key = { runId, ...source };
    const reports: PageReport[] = [];
    do {
      const last = reports.at(-1);
      reports.push(await fetchRunPage(ctx, { ...key, page: reports.length + 1, request: last?.next }));
    } while (reports.at(-1)?.next);
    let afterJobId: string | undefined;
    do {
      ({ nextJobId: afterJobId } = await scoreRunSource(ctx, { ...key, afterJobId, limit: SCORE_BATCH }));
    } while (afterJobId);
    await finishRunSource(ctx, { ...key, reports });
  }
}
