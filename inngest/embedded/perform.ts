import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type Claim, findRunState } from "@/db/queries/executor-queue";
import { logger } from "@/lib/logger";
import type { ServedFunction } from "./functions";
import { type Caller, callFunction, MAX_STEPS, type Outcome, type RunState } from "./protocol";
import { settle } from "./settle";

export interface PerformSettings {
  functions: ServedFunction[];
  caller: Caller;
  leaseMs: number;
  maxInterruptions: number;
  retryInMs: (attempt: number) => number;
}

/**
 * Makes the call a claim stands for and records the outcome. Returns the claim of the run's next call when
 * `mayGoOn` and there is one: handing it over saves a walk through the queue.
 */
export async function perform(
  db: Database,
  settings: PerformSettings,
  { claim, mayGoOn }: { claim: Claim; mayGoOn: () => boolean },
): Promise<Claim | undefined> {
  const state = await findRunState(db, { runId: claim.runId });
  const fn = state && settings.functions.find(({ id }) => id === state.functionId);
  if (!state || !fn) return undefined;
  const outcome = refusal(claim, state, settings) ?? (await outcomeOf(settings.caller, fn, claim, state));
  if (outcome.kind === "failed") {
    logger.error({ functionId: fn.id, runId: claim.runId, error: outcome.error }, "a run failed");
  }
  const nextLeaseId = mayGoOn() ? randomUUID() : undefined;
  return persistently(() => settle(db, settings, { claim, event: state.event, outcome, nextLeaseId }));
}

async function outcomeOf(caller: Caller, fn: ServedFunction, claim: Claim, state: RunState): Promise<Outcome> {
  if (claim.kind === "sleep") return { kind: "step", id: claim.stepId, name: claim.name, output: null };
  return callFunction(caller, fn, claim, state);
}

function refusal(claim: Claim, state: RunState, { maxInterruptions }: PerformSettings): Outcome | undefined {
  const message =
    claim.interruptions >= maxInterruptions
      ? `The process died ${claim.interruptions} times while this ran`
      : state.steps.length >= MAX_STEPS
        ? `The run has ${MAX_STEPS} steps, more than it may have`
        : undefined;
  return message ? { kind: "failed", error: { name: "ExecutorError", message } } : undefined;
}

/** A result is worth a few tries: the database may be restarting. */
async function persistently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
}
