import type { Database } from "@/db/client";
import {
  type Claim,
  deleteClaim,
  finishRun,
  insertContinuation,
  insertQueueItems,
  insertStep,
  lockRun,
  retryClaim,
} from "@/db/queries/executor-queue";
import type { ExecutorError, ExecutorEventPayload } from "@/db/schema/executor";
import { FUNCTION_FAILED } from "./functions";
import { acceptEvents } from "./intake";
import type { PerformSettings } from "./perform";
import type { Outcome } from "./protocol";

/**
 * Records what a call came to and what follows from it, in one transaction: after a crash either the call
 * has to be made again, or its result and its continuation are both there. A lost lease records nothing.
 * With `nextLeaseId` the run's next call, if it is due at once, is leased to the caller and returned.
 */
export async function settle(
  db: Database,
  settings: Pick<PerformSettings, "functions" | "leaseMs" | "retryInMs">,
  result: { claim: Claim; event: ExecutorEventPayload; outcome: Outcome; nextLeaseId?: string | undefined },
): Promise<Claim | undefined> {
  const { claim, event, outcome, nextLeaseId } = result;
  const { runId } = claim;
  return db.transaction(async (tx) => {
    const run = await lockRun(tx, { runId });
    if (run?.status !== "active") return undefined;
    if (outcome.kind === "retry") {
      await retryClaim(tx, claim, { delayMs: outcome.afterMs ?? settings.retryInMs(claim.attempt) });
      return undefined;
    }
    if (!(await deleteClaim(tx, claim))) return undefined;
    switch (outcome.kind) {
      case "finished":
        await finishRun(tx, { runId, status: "completed", output: outcome.output });
        return undefined;
      case "planned":
        await insertQueueItems(
          tx,
          outcome.steps.map((step) => ({ ...step, run })),
        );
        return undefined;
      case "step": {
        const { id: stepId, name, output, error } = outcome;
        await insertStep(tx, { runId, stepId, name, output, error, attempts: claim.attempt + 1 });
        return insertContinuation(tx, { runId, leaseId: nextLeaseId, leaseMs: settings.leaseMs });
      }
      case "failed":
        await finishRun(tx, { runId, status: "failed", error: outcome.error });
        // A failing listener of failures must not feed itself.
        if (event.name !== FUNCTION_FAILED) {
          await acceptEvents(tx, settings.functions, [failureEvent(run.functionId, runId, event, outcome.error)]);
        }
        return undefined;
    }
  });
}

function failureEvent(
  functionId: string,
  runId: string,
  event: ExecutorEventPayload,
  error: ExecutorError,
): ExecutorEventPayload {
  const data = { function_id: functionId, run_id: runId, error, event };
  return { id: `failed ${runId}`, name: FUNCTION_FAILED, ts: Date.now(), data };
}
