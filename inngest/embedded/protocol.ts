import { z } from "zod";
import type { Claim, findRunState } from "@/db/queries/executor-queue";
import type { ExecutorError } from "@/db/schema/executor";
import { retryAfterMs, sleepMs } from "./duration";
import { readFunctions, type ServedFunction } from "./functions";
import { signBody } from "./signature";

/** The fetch-style handler that `serve()` of the Inngest SDK returns. */
export type Handler = (request: Request) => Promise<Response>;
export type RunState = NonNullable<Awaited<ReturnType<typeof findRunState>>>;

/** What one call of a function came to. */
export type Outcome =
  | { kind: "finished"; output: unknown }
  | { kind: "step"; id: string; name: string; output?: unknown; error?: ExecutorError }
  | { kind: "planned"; steps: { stepId: string; name: string; kind: "call" | "sleep"; delayMs: number }[] }
  | { kind: "retry"; error: ExecutorError; afterMs: number | undefined }
  | { kind: "failed"; error: ExecutorError };

export interface Caller {
  handler: Handler;
  signingKey?: string | undefined;
  /** Longest one call may take before it counts as failed. */
  timeoutMs: number;
  /** Largest answer of one call, in characters of JSON. */
  maxOutput: number;
}

/** Longest history of one run: every call replays it. */
export const MAX_STEPS = 1_000;
const BOOT_URL = "http://executor.invalid/api/inngest";

const opsSchema = z
  .array(
    z.object({
      id: z.string().max(200),
      op: z.string().max(50),
      name: z.string().max(2_000).nullish(),
      displayName: z.string().max(2_000).nullish(),
      opts: z.object({ parallelMode: z.string().max(50).optional() }).nullish(),
      data: z.unknown().optional(),
      error: z.unknown().optional(),
    }),
  )
  .min(1)
  .max(MAX_STEPS);

/** Asks the app which functions it serves, as an Inngest server does when an app registers. */
export async function fetchFunctions({ handler, signingKey }: Caller): Promise<ServedFunction[]> {
  const body = { url: BOOT_URL };
  const response = await handler(post("PUT", BOOT_URL, body, signingKey, { "x-inngest-sync-kind": "in_band" }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`The functions could not be listed: ${response.status} ${text}`);
  return readFunctions((JSON.parse(text) as { functions: unknown[] }).functions);
}

/** Calls a function: for the step the claim names, or to learn what comes next. Never throws. */
export async function callFunction(
  caller: Caller,
  fn: ServedFunction,
  claim: Claim,
  state: RunState,
): Promise<Outcome> {
  const url = new URL(fn.url);
  if (claim.stepId) url.searchParams.set("stepId", claim.stepId);
  const request = post("POST", url.href, callBody(fn, claim, state), caller.signingKey, {});
  try {
    const response = await within(caller.timeoutMs, caller.handler(request));
    const text = await within(caller.timeoutMs, response.text());
    if (text.length > caller.maxOutput) {
      return failed(
        `An answer of ${text.length} characters is over the limit of ${caller.maxOutput}: store it, return its id`,
      );
    }
    const outcome = readAnswer(response, text);
    return outcome.kind === "retry" && claim.attempt + 1 >= fn.maxAttempts
      ? { kind: "failed", error: outcome.error }
      : outcome;
  } catch (error) {
    const outcome = { kind: "retry", error: toError(error), afterMs: undefined } as const;
    return claim.attempt + 1 >= fn.maxAttempts ? { kind: "failed", error: outcome.error } : outcome;
  }
}

function callBody(fn: ServedFunction, claim: Claim, { event, steps }: RunState) {
  return {
    version: 2,
    event,
    events: [event],
    steps: Object.fromEntries(
      steps.map(({ stepId, output, error }) => [
        stepId,
        error ? { type: "error", error } : { type: "data", data: output },
      ]),
    ),
    ctx: {
      run_id: claim.runId,
      attempt: claim.attempt,
      max_attempts: fn.maxAttempts,
      // Only a call that asks for one step has siblings in flight, and such a call runs that step alone.
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack: steps.map(({ stepId }) => stepId), current: steps.length },
    },
  };
}

function readAnswer(response: Response, text: string): Outcome {
  const body: unknown = text ? JSON.parse(text) : null;
  const isFinal = response.headers.get("x-inngest-no-retry") === "true";
  const afterMs = retryAfterMs(response.headers.get("retry-after"), new Date());
  if (response.status === 200) return { kind: "finished", output: body };
  if (response.status !== 206) {
    const error = toError(body);
    return isFinal ? { kind: "failed", error } : { kind: "retry", error, afterMs };
  }
  const ops = opsSchema.parse(body);
  const [first] = ops;
  if (ops.length === 1 && first) {
    const step = { kind: "step", id: first.id, name: first.displayName ?? first.id } as const;
    if (first.op === "StepRun") return { ...step, output: first.data };
    if (first.op === "StepFailed" || (first.op === "StepError" && isFinal))
      return { ...step, error: toError(first.error) };
    if (first.op === "StepError") return { kind: "retry", error: toError(first.error), afterMs };
  }
  return readPlan(ops);
}

function readPlan(ops: z.infer<typeof opsSchema>): Outcome {
  const steps: Extract<Outcome, { kind: "planned" }>["steps"] = [];
  for (const { id, op, name, displayName, opts } of ops) {
    const step = { stepId: id, name: displayName ?? id };
    if (opts?.parallelMode)
      return failed(`Step "${step.name}" uses group.parallel, which the embedded executor does not have`);
    if (op === "StepPlanned") steps.push({ ...step, kind: "call", delayMs: 0 });
    else if (op === "Sleep") steps.push({ ...step, kind: "sleep", delayMs: sleepMs(name ?? "", new Date()) });
    else return failed(`Step "${step.name}" uses ${op}, which the embedded executor does not have`);
  }
  return { kind: "planned", steps };
}

function post(
  method: string,
  url: string,
  body: unknown,
  signingKey: string | undefined,
  extra: Record<string, string>,
): Request {
  const headers = new Headers({ ...extra, "content-type": "application/json", host: new URL(url).host });
  if (signingKey) headers.set("x-inngest-signature", signBody(body, signingKey, new Date()));
  return new Request(url, { method, headers, body: JSON.stringify(body) });
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The call did not end within ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function failed(message: string): Outcome {
  return { kind: "failed", error: { name: "ExecutorError", message } };
}

function toError(thrown: unknown): ExecutorError {
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message };
  const { name, message, error, ...rest } = (thrown ?? {}) as Record<string, unknown>;
  return { ...rest, name: String(name ?? "Error"), message: String(message ?? error ?? "The function gave no reason") };
}
