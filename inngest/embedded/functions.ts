import { Cron } from "croner";
import { z } from "zod";
import { parseDuration } from "./duration";
import { type KeyOf, parseKey } from "./expression";

/** A function of the app in the executor's words. */
export interface ServedFunction {
  id: string;
  /** Where the SDK answers calls of this function; the step id is set per call. */
  url: string;
  events: string[];
  crons: string[];
  /** Set on the failure handler of another function: it runs only when that one fails. */
  failureOf?: string;
  maxAttempts: number;
  lanes: { limit: number; keyOf: KeyOf }[];
  singleton?: { mode: "skip" | "cancel"; keyOf: KeyOf };
  throttle?: { intervalMs: number; toleranceMs: number; keyOf: KeyOf };
  idempotency?: KeyOf;
}

export const FUNCTION_FAILED = "inngest/function.failed";
const DEFAULT_RETRIES = 3;
const UNSUPPORTED = ["batchEvents", "debounce", "rateLimit", "priority", "cancel", "timeouts"] as const;
const FEATURE_NAMES: Record<string, string> = { cancel: "cancelOn" };
const short = z.string().max(2_000);

const concurrencySchema = z.strictObject({ limit: z.int().min(0), key: short.optional(), scope: short.optional() });

/** What `serve()` says of a function when it registers. Strict, so that a feature of a later SDK is refused, not ignored. */
const configSchema = z.strictObject({
  id: short,
  name: short.optional(),
  triggers: z
    .array(
      z.strictObject({
        event: short.optional(),
        expression: short.optional(),
        cron: short.optional(),
        jitter: short.optional(),
      }),
    )
    .max(100),
  steps: z.record(
    short,
    z.object({
      runtime: z.object({ url: short }),
      retries: z.object({ attempts: z.int().min(0).optional() }).optional(),
    }),
  ),
  idempotency: short.optional(),
  concurrency: z.union([z.int().min(0), concurrencySchema, z.array(concurrencySchema).max(2)]).optional(),
  throttle: z
    .strictObject({ limit: z.int().min(1), period: short, burst: z.int().min(1).optional(), key: short.optional() })
    .optional(),
  singleton: z.strictObject({ mode: z.enum(["skip", "cancel"]), key: short.optional() }).optional(),
  ...Object.fromEntries(UNSUPPORTED.map((feature) => [feature, z.unknown().optional()])),
});
type Config = z.infer<typeof configSchema>;

/** Reads what `serve()` registers. Throws one error naming every function and feature the executor does not have. */
export function readFunctions(configs: unknown[]): ServedFunction[] {
  const problems: string[] = [];
  const functions: ServedFunction[] = [];
  for (const config of configs) {
    const parsed = configSchema.safeParse(config);
    const id = String((config as { id?: unknown }).id);
    if (!parsed.success) problems.push(`${id}: ${z.prettifyError(parsed.error).replaceAll("\n", " ")}`);
    else {
      try {
        functions.push(readFunction(parsed.data));
      } catch (error) {
        problems.push(`${id}: ${(error as Error).message}`);
      }
    }
  }
  if (problems.length > 0) {
    throw new Error(`The embedded executor cannot run these functions:\n${problems.map((p) => `  - ${p}`).join("\n")}`);
  }
  return functions;
}

function readFunction(config: Config): ServedFunction {
  for (const feature of UNSUPPORTED) {
    if ((config as Record<string, unknown>)[feature] !== undefined) {
      throw new Error(`uses ${FEATURE_NAMES[feature] ?? feature}, which the embedded executor does not have`);
    }
  }
  const step = Object.values(config.steps)[0];
  if (!step) throw new Error("has no address to be called at");
  const { throttle, singleton } = config;
  return {
    id: config.id,
    url: step.runtime.url,
    ...readTriggers(config.triggers),
    maxAttempts: (step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    lanes: readLanes(config.concurrency),
    ...(singleton && { singleton: { mode: singleton.mode, keyOf: optionalKey(singleton.key) } }),
    ...(throttle && { throttle: readThrottle(throttle) }),
    ...(config.idempotency && { idempotency: parseKey(config.idempotency) }),
  };
}

function readTriggers(triggers: Config["triggers"]): Pick<ServedFunction, "events" | "crons" | "failureOf"> {
  const events: string[] = [];
  const crons: string[] = [];
  let failureOf: string | undefined;
  for (const { event, expression, cron, jitter } of triggers) {
    if (jitter) throw new Error("uses cron jitter, which the embedded executor does not have");
    if (cron) crons.push(checkedCron(cron));
    if (!event) continue;
    if (/[*]|^inngest\//.test(event) && event !== FUNCTION_FAILED) {
      throw new Error(`is triggered by ${event}, which the embedded executor never sends`);
    }
    if (expression) {
      failureOf = /^event\.data\.function_id == '([^']+)'$/.exec(expression)?.[1];
      if (!failureOf || event !== FUNCTION_FAILED) {
        throw new Error(`uses the trigger condition (if) ${expression}, which the embedded executor does not have`);
      }
    }
    events.push(event);
  }
  return { events, crons, ...(failureOf && { failureOf }) };
}

function readLanes(concurrency: Config["concurrency"]): ServedFunction["lanes"] {
  const options = Array.isArray(concurrency) ? concurrency : [concurrency ?? 0];
  return options.flatMap((option) => {
    const { limit, key, scope } = typeof option === "number" ? { limit: option } : option;
    if (scope && scope !== "fn") throw new Error(`uses concurrency scope ${scope}; the embedded executor has only fn`);
    return limit > 0 ? [{ limit, keyOf: optionalKey(key) }] : [];
  });
}

function readThrottle({ limit, period, burst = 1, key }: NonNullable<Config["throttle"]>) {
  const intervalMs = parseDuration(period) / limit;
  return { intervalMs, toleranceMs: (burst - 1) * intervalMs, keyOf: optionalKey(key) };
}

function optionalKey(expression: string | undefined): KeyOf {
  return expression ? parseKey(expression) : () => "";
}

function checkedCron(cron: string): string {
  if (!parseCron(cron).nextRun()) throw new Error(`has the cron ${cron}, which never comes`);
  return cron;
}

/** `0 9 * * 1-5`, or with a zone in front: `TZ=Europe/Berlin 0 9 * * 1-5`. Without one it is UTC. Throws when malformed. */
export function parseCron(text: string): Cron {
  const [, timezone = "Etc/UTC", pattern = text] = /^TZ=(\S+)\s+(.+)$/.exec(text) ?? [];
  return new Cron(pattern, { timezone, paused: true });
}
