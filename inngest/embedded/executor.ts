import type { Database } from "@/db/client";
import { pruneExecutor } from "@/db/queries/executor";
import {
  type Claim,
  claimDue,
  expireLeases,
  extendLeases,
  peekQueue,
  releaseLeases,
  SUSPECT_AFTER,
} from "@/db/queries/executor-queue";
import { logger } from "@/lib/logger";
import { acceptEvents, createReceiver } from "./intake";
import { perform } from "./perform";
import { fetchFunctions, type Handler } from "./protocol";
import { openSchedules } from "./schedules";
import { setEventReceiver } from "./transport";

export interface ExecutorOptions {
  db: Database;
  /** The fetch-style handler of Inngest's `serve()`. */
  handler: Handler;
  /** Set when the client runs with a signing key: every call is then signed with it. */
  signingKey?: string;
  /** No other process uses this database, so whatever is still leased at the start was held by a dead one. */
  isOnlyProcess?: boolean;
  /** Calls in flight at once in this process. */
  parallelism?: number;
  /** How long after a crash another process may take over. Refreshed three times as often. */
  leaseMs?: number;
  /** Longest wait between two looks at the queue; work of this process wakes it at once. */
  pollMs?: number;
  /** How long `stop()` waits for calls in flight. */
  graceMs?: number;
  /** Longest one call may take. */
  timeoutMs?: number;
  /** Largest answer of one call, in characters of JSON. */
  maxOutput?: number;
  /** A call during which the process died this often is failed, as it may be what kills it. */
  maxInterruptions?: number;
  /** Wait before the attempt after `attempt` (0 is the first), in milliseconds. */
  retryInMs?: (attempt: number) => number;
}

export interface Executor {
  /** Takes no more work, waits for calls in flight, and gives back what did not end in time. */
  stop(): Promise<void>;
  /** Resolves when nothing is due: neither waiting nor in flight, in any process. Sleeps and retries to come do not count. */
  idle(): Promise<void>;
}

/** A call in flight, or the calls of one run in a row; `leaseId` is the one held now. */
interface Work {
  leaseId: string;
  done: Promise<void>;
}

/** A development server may start again inside the process; the executor before must then not go on. */
const SOLE = Symbol.for("joba.executor");
const holder = globalThis as { [SOLE]?: Executor };

const KEEP_DAYS = 7;
const PRUNE_EVERY_MS = 3_600_000;
const FIRST_POLL_MS = 250;

/** 1 to 2 s, then twice that for each further attempt, at most 5 min; the random half keeps failures from returning together. */
function defaultRetryInMs(attempt: number): number {
  return Math.min(2_000 * 2 ** attempt, 300_000) * (0.5 + Math.random() / 2);
}

/**
 * Runs the functions `handler` serves, with all state in `db`. Throws when a function needs a feature this
 * executor does not have. From then on `inngest.send` of this process ends up here.
 */
export async function startExecutor(options: ExecutorOptions): Promise<Executor> {
  const { db, parallelism = 8, leaseMs = 20_000, pollMs = 5_000, graceMs = 10_000 } = options;
  const { retryInMs = defaultRetryInMs, timeoutMs = 1_800_000, maxOutput = 1_000_000, maxInterruptions = 5 } = options;
  const caller = { handler: options.handler, signingKey: options.signingKey, timeoutMs, maxOutput };
  const functions = await fetchFunctions(caller);
  if (functions.length === 0) throw new Error("The app serves no functions");
  const functionIds = functions.map(({ id }) => id);
  if (options.isOnlyProcess) {
    await holder[SOLE]?.stop();
    await expireLeases(db, { functionIds });
  }
  const schedules = await openSchedules(db, functions);

  const settings = { functions, caller, leaseMs, maxInterruptions, retryInMs };
  const inFlight = new Set<Work>();
  const leaseIds = () => [...inFlight].map((work) => work.leaseId);
  const alarm = createAlarm();
  const idleWaiters: (() => void)[] = [];
  /** Work taken alone, see `claimDue`. */
  let suspect: Work | undefined;
  /** Something is due that could not be taken: runs then give their place up between calls. */
  let othersWait = false;
  let isStopping = false;
  let nextPruneAt = 0;
  let quietPolls = 0;

  const uninstall = setEventReceiver(
    createReceiver(async (events) => {
      await db.transaction((tx) => acceptEvents(tx, functions, events));
      alarm.ring();
    }),
  );
  const heartbeat = setInterval(() => {
    if (inFlight.size === 0) return;
    extendLeases(db, { leaseIds: leaseIds(), leaseMs }).catch((error) => logger.warn({ error }, "heartbeat failed"));
  }, leaseMs / 3);
  heartbeat.unref();
  const loop = runLoop();

  const executor: Executor = {
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.push(resolve);
        alarm.ring();
      }),
    async stop() {
      isStopping = true;
      alarm.ring();
      await loop;
      await Promise.race([
        Promise.all([...inFlight].map(({ done }) => done)),
        new Promise((resolve) => setTimeout(resolve, graceMs).unref()),
      ]);
      clearInterval(heartbeat);
      uninstall();
      if (inFlight.size > 0) await releaseLeases(db, { leaseIds: leaseIds() });
    },
  };
  if (options.isOnlyProcess) holder[SOLE] = executor;
  return executor;

  async function runLoop(): Promise<void> {
    while (!isStopping) {
      const waitMs = await pass().catch((error) => {
        logger.error({ error }, "the executor could not reach its queue");
        return pollMs;
      });
      await alarm.wait(waitMs);
    }
  }

  /** One look at the queue. Returns how long the next may wait. */
  async function pass(): Promise<number> {
    const waiting = idleWaiters.splice(0);
    let queue = await peekQueue(db, { functionIds });
    const clock = new Date(queue.now);
    if (await schedules.fire(clock)) queue = await peekQueue(db, { functionIds });
    const room = suspect ? 0 : parallelism - inFlight.size;
    const claims =
      queue.isFree && room > 0 ? await claimDue(db, { functionIds, limit: room, leaseMs, ownLeases: leaseIds() }) : [];
    othersWait = queue.isFree && room > 0 && claims.length === 0;
    for (const claim of claims) start(claim);
    if (!queue.isDue) for (const resolve of waiting) resolve();
    else idleWaiters.push(...waiting);
    if (queue.now >= nextPruneAt) {
      nextPruneAt = queue.now + PRUNE_EVERY_MS;
      await pruneExecutor(db, { functionIds, days: KEEP_DAYS });
    }
    if (claims.length > 0 && claims.length < room) return 0;
    quietPolls = claims.length > 0 ? 0 : quietPolls + 1;
    const poll = Math.min(FIRST_POLL_MS * 2 ** Math.min(quietPolls, 10), pollMs);
    return Math.max(1, Math.min(poll, queue.nextInMs ?? poll, schedules.nextInMs(clock)));
  }

  function start(claim: Claim): void {
    const work: Work = { leaseId: claim.leaseId, done: Promise.resolve() };
    work.done = carryOut(work, claim)
      .catch((error) => {
        logger.error({ error, runId: claim.runId }, "a result could not be recorded; the step runs again");
        return releaseLeases(db, { leaseIds: [work.leaseId] }).catch(() => {});
      })
      .finally(() => {
        inFlight.delete(work);
        if (suspect === work) suspect = undefined;
        alarm.ring();
      });
    inFlight.add(work);
    if (claim.interruptions >= SUSPECT_AFTER) suspect = work;
  }

  async function carryOut(work: Work, claim: Claim): Promise<void> {
    const mayGoOn = () => !isStopping && !othersWait && suspect !== work;
    for (let next: Claim | undefined = claim; next; next = await perform(db, settings, { claim: next, mayGoOn })) {
      work.leaseId = next.leaseId;
    }
  }
}

/** A wait that can be cut short. A ring while nobody waits cuts the next wait short. */
function createAlarm() {
  let wakeUp: (() => void) | undefined;
  let hasRung = false;
  return {
    ring(): void {
      hasRung = true;
      wakeUp?.();
    },
    async wait(ms: number): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
          timer = setTimeout(resolve, ms);
        });
      }
      clearTimeout(timer);
      wakeUp = undefined;
      hasRung = false;
    },
  };
}
