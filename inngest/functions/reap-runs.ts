import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { runRequested } from "@/inngest/events";
import { pruneDecisions, reapRuns } from "@/lib/runs/sweep";

/** Ends runs nothing was heard of, announces again those whose event got lost, and forgets old decisions. */
export const reapSilentRuns = inngest.createFunction(
  { id: "reap-runs", triggers: [cron("* * * * *")], retries: 2 },
  async ({ step }) => {
    const { dead, resend } = await step.run("reap", () => reapRuns(new Date()));
    if (resend.length > 0) {
      await step.sendEvent(
        "announce-again",
        resend.map(({ userId, runId }) => runRequested.create({ userId, runId }, { id: `run-${runId}` })),
      );
    }
    return { dead, resent: resend.length };
  },
);

export const pruneOldDecisions = inngest.createFunction(
  { id: "prune-decisions", triggers: [cron("17 * * * *")], retries: 2 },
  async ({ step }) => step.run("prune", () => pruneDecisions(new Date())),
);
