import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "@/db/client";
import { cancelSingleton, insertEvents, insertRuns, takeMark } from "@/db/queries/executor";
import { insertQueueItems } from "@/db/queries/executor-queue";
import type { ExecutorEventPayload, NewExecutorRun } from "@/db/schema/executor";
import { FUNCTION_FAILED, type ServedFunction } from "./functions";

const IDEMPOTENT_FOR_MS = 86_400_000;
const MAX_BODY = 8_000_000;
/** The SDK stamps every event with the local time; only a time this far ahead was meant as "not before". */
const NOT_BEFORE_MS = 1_000;

const eventSchema = z.looseObject({
  id: z.string().min(1).max(200).nullish(),
  name: z.string().min(1).max(256),
  data: z.record(z.string().max(1_000), z.unknown()).default({}),
  ts: z.number().optional(),
});
const bodySchema = z.union([z.array(eventSchema).max(5_000), eventSchema.transform((event) => [event])]);

/** Stands in for the event endpoint of an Inngest server: `POST /e/<key>`. Answers once the events are committed. */
export function createReceiver(
  accept: (events: ExecutorEventPayload[]) => Promise<void>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "POST" || !new URL(request.url).pathname.startsWith("/e/")) {
      return reply(404, "The embedded executor takes events only");
    }
    const text = await request.text();
    if (text.length > MAX_BODY) return reply(413, `The events are over ${MAX_BODY} characters`);
    const body = bodySchema.safeParse(JSON.parse(text));
    if (!body.success) return reply(400, `Not a list of events: ${z.prettifyError(body.error)}`);
    const seed = request.headers.get("x-inngest-event-id-seed") ?? randomUUID();
    const events = body.data.map((event, n) => ({
      ...event,
      // From the seed, which the SDK repeats when it retries a send: the retry is then a duplicate.
      id: event.id ?? createHash("sha256").update(`${seed} ${n}`).digest("hex").slice(0, 32),
      ts: event.ts ?? Date.now(),
    }));
    await accept(events);
    return Response.json({ ids: events.map(({ id }) => id), status: 200 });
  };
}

/** Stores events and starts the runs they trigger, in the caller's transaction. An id seen before does nothing. */
export async function acceptEvents(tx: Database, functions: ServedFunction[], payloads: ExecutorEventPayload[]) {
  const byId = new Map<string, ExecutorEventPayload>();
  for (const payload of payloads) if (!byId.has(payload.id)) byId.set(payload.id, payload);
  const fresh = await insertEvents(tx, [...byId.values()]);
  const starts = [...byId.values()]
    .filter(({ id }) => fresh.has(id))
    .flatMap((event) => functions.filter((fn) => isTriggered(fn, event)).map((fn) => ({ fn, event })));
  await startRuns(tx, starts);
}

/** Starts one function for an event of its own, such as a cron slot. False when the event id was seen before. */
export async function startForEvent(tx: Database, fn: ServedFunction, event: ExecutorEventPayload): Promise<boolean> {
  const fresh = await insertEvents(tx, [event]);
  if (fresh.size > 0) await startRuns(tx, [{ fn, event }]);
  return fresh.size > 0;
}

type Start = { fn: ServedFunction; event: ExecutorEventPayload };

function isTriggered(fn: ServedFunction, event: ExecutorEventPayload): boolean {
  if (!fn.events.includes(event.name)) return false;
  return !fn.failureOf || (event.name === FUNCTION_FAILED && event.data.function_id === fn.failureOf);
}

async function startRuns(tx: Database, starts: Start[]) {
  const isGuarded = ({ fn }: Start) => Boolean(fn.idempotency || fn.singleton || fn.throttle);
  const plain = starts.filter((start) => !isGuarded(start)).map((start) => ({ ...start, row: toRow(start) }));
  await insertRuns(
    tx,
    plain.map(({ row }) => row),
  );
  await insertQueueItems(
    tx,
    plain.map(({ row, event }) => ({ run: row, delayMs: notBefore(event) })),
  );
  for (const start of starts) if (isGuarded(start)) await startGuarded(tx, start);
}

async function startGuarded(tx: Database, start: Start) {
  const { fn, event } = start;
  if (fn.idempotency) {
    const key = `idempotency ${fn.id} ${fn.idempotency(event)}`;
    if (!(await takeMark(tx, { key, forMs: IDEMPOTENT_FOR_MS }))) return;
  }
  const row = toRow(start);
  if (!(await insertUnlessSingleton(tx, fn, row))) return;
  const throttle = fn.throttle && {
    throttleKey: `throttle ${fn.id} ${fn.throttle.keyOf(event)}`,
    throttleIntervalMs: fn.throttle.intervalMs,
    throttleToleranceMs: fn.throttle.toleranceMs,
  };
  await insertQueueItems(tx, [{ run: row, delayMs: notBefore(event), ...throttle }]);
}

/** In cancel mode another process may start its run between our cancel and our insert, hence the second look. */
async function insertUnlessSingleton(tx: Database, fn: ServedFunction, row: NewExecutorRun & { id: string }) {
  for (let look = 0; look < 3; look += 1) {
    if (fn.singleton?.mode === "cancel" && row.singletonKey) {
      await cancelSingleton(tx, { singletonKey: row.singletonKey });
    }
    if ((await insertRuns(tx, [row])).size > 0) return true;
    if (fn.singleton?.mode !== "cancel") return false;
  }
  throw new Error(`${fn.id} could not take over its singleton`);
}

function toRow({ fn, event }: Start): NewExecutorRun & { id: string } {
  const [lane, second] = fn.lanes.map(({ limit, keyOf }, n) => ({ limit, key: `${fn.id} ${n} ${keyOf(event)}` }));
  return {
    id: randomUUID(),
    functionId: fn.id,
    eventId: event.id,
    userId: userIdOf(event),
    singletonKey: fn.singleton ? `${fn.id} ${fn.singleton.keyOf(event)}` : null,
    laneKey: lane?.key ?? null,
    laneLimit: lane?.limit ?? null,
    secondLaneKey: second?.key ?? null,
    secondLaneLimit: second?.limit ?? null,
  };
}

/** The person an event is about; for a failure, the person of the event that failed. */
function userIdOf({ data }: Pick<ExecutorEventPayload, "data">): string | null {
  if (typeof data.userId === "string") return data.userId.slice(0, 100);
  const original = data.event as { data?: Record<string, unknown> } | undefined;
  return original?.data ? userIdOf({ data: original.data }) : null;
}

function notBefore({ ts }: ExecutorEventPayload): number {
  const ahead = ts - Date.now();
  return ahead > NOT_BEFORE_MS ? ahead : 0;
}

function reply(status: number, error: string): Response {
  return Response.json({ ids: [], status, error }, { status });
}
