import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  type ExecutorError,
  type ExecutorRun,
  executorEvents as events,
  executorMarks as marks,
  type NewExecutorStep,
  executorQueue as queue,
  executorRuns as runs,
  executorSteps as steps,
} from "@/db/schema/executor";
import { executeRows } from "./bulk";

/** A queue row held by this process. Everything written about it must present the lease. */
export type Claim = {
  runId: string;
  stepId: string;
  name: string;
  kind: "call" | "sleep";
  attempt: number;
  interruptions: number;
  leaseId: string;
};

/** Deaths of its holder after which a row is suspected to be their cause. */
export const SUSPECT_AFTER = 2;

type Throttled = { key: string | null; intervalMs: number; toleranceMs: number };

/** Any constant will do; it only has to be the same in every process. */
const CLAIM_LOCK = 0x10ba_e;
/** Rows a claim looks at. */
const LOOK_AT = 200;
export const after = (ms: number) => sql`now() + ${ms}::float8 * interval '1 millisecond'`;
const isThrottled = sql`(q.throttle_key is not null and exists (
  select from ${marks} m where m.key = q.throttle_key and m.at > now()))`;
const held = (claim: Claim) =>
  and(eq(queue.runId, claim.runId), eq(queue.stepId, claim.stepId), eq(queue.leaseId, claim.leaseId));

// What is to be done next

/** The database's clock, whether a row is due (`isDue`, held ones too), or due and free, and when that changes next. */
export async function peekQueue(db: Database, { functionIds }: { functionIds: string[] }) {
  const due = (alsoFree: SQL) =>
    sql`exists (select from ${queue} q
      where q.run_at <= now() and q.function_id in ${functionIds} and not ${isThrottled} ${alsoFree})`;
  const [row] = await executeRows<{ now: number; isDue: boolean; isFree: boolean; nextInMs: number | null }>(
    db,
    sql`select (extract(epoch from now()) * 1000)::float8 as "now", ${due(sql``)} as "isDue",
      ${due(sql`and (q.lease_until is null or q.lease_until <= now())`)} as "isFree",
      (extract(epoch from least(
        (select min(run_at) from ${queue} where run_at > now()),
        (select min(at) from ${marks} where at > now()),
        (select min(lease_until) from ${queue} where lease_id is not null and lease_until > now())) - now()) * 1000)::float8 as "nextInMs"`,
  );
  if (!row) throw new Error("the database did not answer");
  return row;
}

/**
 * Takes up to `limit` due rows, oldest first, within every lane's limit. One claim at a time in the whole
 * installation, which is what makes counting a lane and entering it one step. Rows of full lanes are passed
 * over, but only the first rows of the others are looked at: when some were taken, there may be more.
 * A suspect, a row that processes died with twice, is taken alone by a process that holds nothing else, and
 * the others wait for it: so only the guilty row is blamed for the next death.
 */
export async function claimDue(
  db: Database,
  request: { functionIds: string[]; limit: number; leaseMs: number; ownLeases: string[] },
): Promise<Claim[]> {
  const { functionIds, limit, leaseMs, ownLeases } = request;
  // A process too busy to renew its leases in time must not take its own work for that of a dead one.
  const isFree = sql`(q.lease_until is null or q.lease_until <= now()
    ${ownLeases.length > 0 ? sql`and q.lease_id not in ${ownLeases}` : sql``})`;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
    const claims = await executeRows<Claim & Throttled>(
      tx,
      sql`with held as materialized (
        select lane_key, second_lane_key from ${queue}
        where lease_id is not null and lease_until > now() and kind = 'call'
      ), busy as materialized (
        select lane, count(*)::int as calls
        from (select lane_key as lane from held union all select second_lane_key from held) each
        where lane is not null group by lane
      ), waiting as materialized (
        select q.run_id, q.step_id, q.run_at, q.position, q.throttle_key,
          q.interruptions + (q.lease_id is not null)::int >= ${SUSPECT_AFTER} as suspect,
          case when q.kind = 'call' then q.lane_key end as lane, q.lane_limit - coalesce(a.calls, 0) as places,
          case when q.kind = 'call' then q.second_lane_key end as second_lane,
          q.second_lane_limit - coalesce(b.calls, 0) as second_places
        from ${queue} q left join busy a on a.lane = q.lane_key left join busy b on b.lane = q.second_lane_key
        where q.run_at <= now() and ${isFree} and q.function_id in ${functionIds}
          and not ${isThrottled} and (q.kind = 'sleep' or (coalesce(q.lane_limit > coalesce(a.calls, 0), true)
            and coalesce(q.second_lane_limit > coalesce(b.calls, 0), true)))
        order by q.run_at, q.position limit ${LOOK_AT}
      ), ranked as (
        select *, row_number() over (partition by lane order by run_at, position) as place,
          row_number() over (partition by second_lane order by run_at, position) as second_place,
          row_number() over (partition by throttle_key order by run_at, position) as throttle_place
        from waiting
      ), allowed as (
        select *, row_number() over (order by suspect desc, run_at, position) as turn, bool_or(suspect) over () as has_suspect
        from ranked
        where (lane is null or place <= places) and (second_lane is null or second_place <= second_places)
          and (throttle_key is null or throttle_place = 1)
      ), picked as materialized (
        select run_id, step_id, throttle_key from allowed
        where case when has_suspect then ${ownLeases.length === 0}::boolean and turn = 1 else turn <= ${limit}::int end
      ), locked as (
        select q.run_id, q.step_id, q.throttle_key from ${queue} q join picked using (run_id, step_id)
        where ${isFree} for update of q skip locked
      )
      update ${queue} q set lease_id = gen_random_uuid(), lease_until = ${after(leaseMs)},
        interruptions = q.interruptions + (q.lease_id is not null)::int, throttle_key = null
      from locked where q.run_id = locked.run_id and q.step_id = locked.step_id
      returning q.run_id as "runId", q.step_id as "stepId", q.name, q.kind, q.attempt, q.interruptions, q.lease_id as "leaseId",
        locked.throttle_key as "key", q.throttle_interval_ms as "intervalMs", q.throttle_tolerance_ms as "toleranceMs"`,
    );
    for (const { key, intervalMs, toleranceMs } of claims) {
      if (key) await moveMark(tx, { key, intervalMs, toleranceMs });
    }
    return claims;
  });
}

/** GCRA: the mark of a throttle is the instant it has room again. */
async function moveMark(db: Database, { key, intervalMs, toleranceMs }: Throttled & { key: string }) {
  const inMs = (ms: number) => sql`${ms}::float8 * interval '1 millisecond'`;
  await db.execute(sql`insert into ${marks} as m (key, at) values (${key}, ${after(intervalMs - toleranceMs)})
    on conflict (key) do update set at = greatest(m.at + ${inMs(toleranceMs)}, now()) + ${inMs(intervalMs - toleranceMs)}`);
}

/** Heartbeat: keeps the rows in flight from being taken for dead. */
export async function extendLeases(db: Database, { leaseIds, leaseMs }: { leaseIds: string[]; leaseMs: number }) {
  await db
    .update(queue)
    .set({ leaseUntil: after(leaseMs) })
    .where(inArray(queue.leaseId, leaseIds));
}

/** Gives rows back untouched, at a graceful stop. */
export async function releaseLeases(db: Database, { leaseIds }: { leaseIds: string[] }) {
  await db.update(queue).set({ leaseId: null, leaseUntil: null }).where(inArray(queue.leaseId, leaseIds));
}

/** Ends every lease now: for the start of the only process of this database, when no holder can be alive. */
export async function expireLeases(db: Database, { functionIds }: { functionIds: string[] }) {
  await db
    .update(queue)
    .set({ leaseUntil: sql`now()` })
    .where(and(isNotNull(queue.leaseId), inArray(queue.functionId, functionIds)));
}

/** What the SDK has to be told about a run: its event and the finished steps in their order. */
export async function findRunState(db: Database, { runId }: { runId: string }) {
  const [run] = await db
    .select({ functionId: runs.functionId, event: events.payload })
    .from(runs)
    .innerJoin(events, eq(events.id, runs.eventId))
    .where(and(eq(runs.id, runId), eq(runs.status, "active")));
  if (!run) return undefined;
  const finished = await db
    .select({ stepId: steps.stepId, output: steps.output, error: steps.error })
    .from(steps)
    .where(eq(steps.runId, runId))
    .orderBy(asc(steps.position));
  return { ...run, steps: finished };
}

// What came of it

/** Locks the run against its other steps. */
export async function lockRun(db: Database, { runId }: { runId: string }): Promise<ExecutorRun | undefined> {
  const [run] = await db.select().from(runs).where(eq(runs.id, runId)).for("update");
  return run;
}

/** Removes a row from the queue; false when the lease was lost, so the result is not ours to record. */
export async function deleteClaim(db: Database, claim: Claim): Promise<boolean> {
  return (await db.delete(queue).where(held(claim)).returning({ runId: queue.runId })).length > 0;
}

export async function retryClaim(db: Database, claim: Claim, { delayMs }: { delayMs: number }) {
  await db
    .update(queue)
    .set({ attempt: claim.attempt + 1, runAt: after(delayMs), interruptions: 0, leaseId: null, leaseUntil: null })
    .where(held(claim));
}

export async function insertStep(db: Database, step: NewExecutorStep) {
  await db.insert(steps).values(step);
}

/** What a queue row copies from its run. */
type RunLanes = Pick<ExecutorRun, "functionId" | "laneKey" | "laneLimit" | "secondLaneKey" | "secondLaneLimit">;
type Enqueued = Omit<typeof queue.$inferInsert, "runId" | "runAt" | "functionId"> & {
  run: { id: string } & Partial<RunLanes> & Pick<RunLanes, "functionId">;
  delayMs: number;
};

export async function insertQueueItems(db: Database, items: Enqueued[]) {
  for (const chunk of chunksOf(items)) {
    await db.insert(queue).values(
      chunk.map(({ run, delayMs, ...item }) => {
        const { id: runId, functionId, laneKey, laneLimit, secondLaneKey, secondLaneLimit } = run;
        return {
          ...item,
          runId,
          functionId,
          laneKey,
          laneLimit,
          secondLaneKey,
          secondLaneLimit,
          runAt: after(delayMs),
        };
      }),
    );
  }
}

/** Has the function called again once the run waits for no other step; with a lease, by the holder of that lease. */
export async function insertContinuation(
  db: Database,
  { runId, leaseId = null, leaseMs }: { runId: string; leaseId?: string | null | undefined; leaseMs: number },
): Promise<Claim | undefined> {
  const [row] = await executeRows<{ runId: string }>(
    db,
    sql`insert into ${queue}
        (run_id, function_id, lane_key, lane_limit, second_lane_key, second_lane_limit, lease_id, lease_until)
      select id, function_id, lane_key, lane_limit, second_lane_key, second_lane_limit,
        ${leaseId}::uuid, case when ${leaseId}::uuid is not null then ${after(leaseMs)} end
      from ${runs} where id = ${runId} and not exists (select from ${queue} where run_id = ${runId})
      returning run_id as "runId"`,
  );
  return row && leaseId
    ? { runId, stepId: "", name: "", kind: "call", attempt: 0, interruptions: 0, leaseId }
    : undefined;
}

export async function finishRun(
  db: Database,
  { runId, ...end }: { runId: string; status: ExecutorRun["status"]; output?: unknown; error?: ExecutorError },
) {
  await db
    .update(runs)
    .set({ ...end, finishedAt: sql`now()` })
    .where(eq(runs.id, runId));
  await db.delete(queue).where(eq(queue.runId, runId));
}

/** Postgres takes 65,535 parameters a statement. */
export function chunksOf<T>(items: T[], size = 1_000): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
