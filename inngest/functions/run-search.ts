import { inngest } from "@/inngest/client";
import { toRunError } from "@/inngest/errors";
import { runRequested, sourceFetchRequested } from "@/inngest/events";
import { systemContext } from "@/lib/context";
import { failRun, planRun } from "@/lib/runs/plan";

const FUNCTION_ID = "run-search";

/** Sends a run's sources out, one function each. The last of them to finish ends the run. */
export const runSearch = inngest.createFunction(
  {
    id: FUNCTION_ID,
    triggers: [runRequested],
    retries: 4,
    idempotency: "event.data.runId",
    concurrency: { limit: 5, key: "event.data.userId" },
    onFailure: async ({ event, step }) => {
      const { userId, runId } = event.data.event.data as { userId: string; runId: string };
      await step.run("fail-run", async () => {
        await failRun(await systemContext(userId, FUNCTION_ID), { runId, message: "The run could not be started" });
      });
    },
  },
  async ({ event, step }) => {
    const { userId, runId } = event.data;
    const plan = await step.run("plan", async () =>
      planRun(await systemContext(userId, FUNCTION_ID), { runId }).catch(toRunError),
    );
    const { searchId, sources } = plan;
    if (!searchId || sources.length === 0) return { sources: 0 };
    await step.sendEvent(
      "fan-out",
      sources.map(({ sourceId, board }) =>
        sourceFetchRequested.create(
          { userId, runId, searchId, sourceId, board },
          { id: `fetch-${runId}-${sourceId}-${board}` },
        ),
      ),
    );
    return { sources: sources.length };
  },
);
