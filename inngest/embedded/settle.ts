import type { Database } from "@/db/client";
import {
  type Claim,
  countQueued,
  deleteClaim,
  finishRun,
  insertQueueItems,
  insertStep,
  lockRun,
  retryClaim,
} from "@/db/queries/executor-queue";
import type { ExecutorError, ExecutorEventPayload } from "@/db/schema/executor";
import { FUNCTION_FAILED, type ServedFunction } from "./functions";
import { acceptEvents } from "./intake";
import type { Outcome } from "./protocol";

/**
 * Records what a call came to and what follows from it, in one transaction: after a crash either the call
 * has to be made again, or its result and its continuation are both there. A lost lease records nothing.
 */
export async function settle(
  db: Database,
  {
    functions,
    claim,
    event,
    outcome,
    retryInMs,
  }: {
    functions: ServedFunction[];
    claim: Claim;
    event: ExecutorEventPayload;
    outcome: Outcome;
    retryInMs: (attempt: number) => number;
  },
): Promise<void> {
  const { runId } = claim;
  await db.transaction(async (tx) => {
    const run = await lockRun(tx, { runId });
    if (run?.status !== "active") return;
    if (outcome.kind === "retry") {
      await retryClaim(tx, claim, { delayMs: outcome.afterMs ?? retryInMs(claim.attempt) });
      return;
    }
    if (!(await deleteClaim(tx, claim))) return;
    switch (outcome.kind) {
      case "finished":
        return finishRun(tx, { runId, status: "completed", output: outcome.output });
      case "planned":
        return insertQueueItems(
          tx,
          outcome.steps.map((step) => ({ ...step, runId })),
        );
      case "step": {
        const { id: stepId, name, output, error } = outcome;
        await insertStep(tx, { runId, stepId, name, output, error, attempts: claim.attempt + 1 });
        if ((await countQueued(tx, { runId })) === 0) await insertQueueItems(tx, [{ runId, delayMs: 0 }]);
        return;
      }
      case "failed":
        await finishRun(tx, { runId, status: "failed", error: outcome.error });
        // A failing listener of failures must not feed itself.
        if (event.name !== FUNCTION_FAILED) {
          await acceptEvents(tx, functions, [failureEvent(run.functionId, runId, event, outcome.error)]);
        }
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
