import { inngest } from "@/inngest/client";
import { toRunError } from "@/inngest/errors";
import { sourceFetchRequested } from "@/inngest/events";
import { systemContext } from "@/lib/context";
import { fetchRunPage } from "@/lib/runs/fetch-page";
import { failRunSource, finishRunSource } from "@/lib/runs/finish-source";
import { scoreRunSource } from "@/lib/runs/plan";
import type { PageReport } from "@/lib/runs/reports";

const FUNCTION_ID = "fetch-source";
const SCORE_BATCH = 200;

/**
 * Reads one source of a run page by page, stores and scores what it lists, and ends it with an honest state.
 * A board sees at most two of our functions at once; within one, requests keep the pace lib/http allows.
 */
export const fetchSource = inngest.createFunction(
  {
    id: FUNCTION_ID,
    triggers: [sourceFetchRequested],
    retries: 4,
    idempotency: 'event.data.runId + "/" + event.data.sourceId + "/" + event.data.board',
    concurrency: { limit: 2, key: "event.data.sourceId" },
    throttle: { limit: 120, period: "1m", key: "event.data.sourceId" },
    onFailure: async ({ event, error, step }) => {
      const { userId, runId, sourceId, board } = event.data.event.data as Record<
        "userId" | "runId" | "sourceId" | "board",
        string
      >;
      await step.run("fail-source", async () => {
        const message = "Reading this source failed on our side and was given up after several tries";
        const ctx = await systemContext(userId, FUNCTION_ID);
        await failRunSource(ctx, { runId, sourceId, board, message, detail: error.message });
      });
    },
  },
  async ({ event, step }) => {
    const { userId, runId, sourceId, board } = event.data;
    const key = { runId, sourceId, board };
    const context = () => systemContext(userId, FUNCTION_ID);

    const reports: PageReport[] = [];
    let last: PageReport | undefined;
    do {
      const page = reports.length + 1;
      const request = last?.next;
      last = await step.run(`page-${page}`, async () =>
        fetchRunPage(await context(), { ...key, page, request }).catch(toRunError),
      );
      reports.push(last);
    } while (last.next);
    if (last.isStopped) return { pages: 0 };

    let afterJobId: string | undefined;
    for (let batch = 1; batch === 1 || afterJobId; batch++) {
      const from = afterJobId;
      const { nextJobId } = await step.run(`score-${batch}`, async () =>
        scoreRunSource(await context(), { ...key, afterJobId: from, limit: SCORE_BATCH }).catch(toRunError),
      );
      afterJobId = nextJobId;
    }
    const { outcome } = await step.run("finish", async () =>
      finishRunSource(await context(), { ...key, reports: reports.map(({ next: _next, ...report }) => report) }).catch(
        toRunError,
      ),
    );
    return { pages: reports.length, outcome };
  },
);
