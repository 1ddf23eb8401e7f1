import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { runRequested } from "@/inngest/events";
import { startDueRuns } from "@/lib/runs/sweep";

/** Starts searches whose slot has come. */
export const sweepSearches = inngest.createFunction(
  { id: "sweep-searches", triggers: [cron("* * * * *")], retries: 2 },
  async ({ step }) => {
    const started = await step.run("start-due", () => startDueRuns(new Date()));
    if (started.length === 0) return { started: 0 };
    await step.sendEvent(
      "fan-out",
      started.map(({ userId, runId }) => runRequested.create({ userId, runId }, { id: `run-${runId}` })),
    );
    return { started: started.length };
  },
);
