import { sql } from "drizzle-orm";
import { eventType, Inngest } from "inngest";
import { serve } from "inngest/edge";
import { z } from "zod";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { executeRows } from "@/db/queries/bulk";
import { startExecutor } from "@/inngest/embedded/executor";
import { embeddedFetch, embeddedSigningKey } from "@/inngest/embedded/transport";

/**
 * One life of a server that is going to be killed: it sends every batch of events up to its own again, runs
 * what there is, and as the last of its kind waits for the end and prints what the database then holds.
 */
const [, , life = "0", isLast = "no", dataDir = "", url] = process.argv;
const RUNS_PER_BATCH = 3;

const connection = await openDatabase(url, dataDir);
await migrateDatabase(connection, url);
const { db } = connection;
await connection.exec(`
  create table if not exists crash_effects (key text, step text, primary key (key, step));
  create table if not exists crash_ledger (key text, step text, life int, was_recorded boolean);
`);

const client = new Inngest({
  id: "crash",
  isDev: false,
  signingKey: embeddedSigningKey(),
  eventKey: "embedded",
  baseUrl: "http://embedded.invalid",
  fetch: embeddedFetch,
  checkpointing: false,
});
const schema = z.object({ key: z.string().max(100), lane: z.number() });
const workRequested = eventType("crash/work.requested", { schema });
const childRequested = eventType("crash/child.requested", { schema });

/** Notes the execution and whether the step was on record already, works a little, then leaves its effect. */
async function work(key: string, step: string, runId: string): Promise<string> {
  if (firstStepMs === undefined) {
    firstStepMs = Date.now() - startedAt;
    process.stdout.write("working\n");
  }
  await db.execute(sql`insert into crash_ledger select ${key}, ${step}, ${Number(life)}::int,
    exists (select from executor_steps where run_id = ${runId} and name = ${step})`);
  await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 50));
  await db.execute(sql`insert into crash_effects values (${key}, ${step}) on conflict do nothing`);
  return `${key} ${step}`;
}

const functions = [
  client.createFunction(
    { id: "work", triggers: [workRequested], concurrency: { limit: 2, key: "event.data.lane" } },
    async ({ event, step, runId }) => {
      const { key, lane } = event.data;
      const run = (name: string) => step.run(name, () => work(key, name, runId));
      await run("one");
      const both = await Promise.all([run("left"), run("right"), step.sleep("nap", "1s")]);
      await step.sendEvent("send", childRequested.create({ key, lane }, { id: `child ${key}` }));
      await run("last");
      return both;
    },
  ),
  client.createFunction({ id: "child", triggers: [childRequested] }, async ({ event, step, runId }) => {
    for (const name of ["child one", "child two"]) await step.run(name, () => work(event.data.key, name, runId));
  }),
];

process.stdout.write("starting\n");
const startedAt = Date.now();
let firstStepMs: number | undefined;
const executor = await startExecutor({
  db,
  handler: serve({ client, functions }),
  signingKey: embeddedSigningKey(),
  maxInterruptions: 1_000,
  // On a shared server nobody may take a lease for dead before its time, so it is short here.
  ...(url ? { leaseMs: 1_500 } : { isOnlyProcess: true }),
});
for (let batch = 0; batch <= Number(life); batch += 1) {
  const keys = Array.from({ length: RUNS_PER_BATCH }, (_, n) => ({ key: `${batch}-${n}`, lane: n % 2 }));
  await client.send(keys.map((data) => workRequested.create(data, { id: data.key })));
}

if (isLast === "yes") {
  const active = async () => (await executeRows(db, sql`select 1 from executor_runs where status = 'active'`)).length;
  while ((await active()) > 0) {
    await executor.idle();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await executor.stop();
  process.stdout.write(`${JSON.stringify(await report())}\n`);
  await connection.close();
}

async function report() {
  return {
    runs: await executeRows(
      db,
      sql`select function_id, status, count(*)::int as n from executor_runs group by 1, 2 order by 1`,
    ),
    steps: await executeRows(
      db,
      sql`select e.payload->'data'->>'key' as key, r.function_id, array_to_string(array_agg(s.name order by s.name), ',') as names
        from executor_runs r join executor_events e on e.id = r.event_id join executor_steps s on s.run_id = r.id
        group by 1, 2 order by 1, 2`,
    ),
    effects: (
      await executeRows<{ effect: string }>(db, sql`select key || ' ' || step as effect from crash_effects`)
    ).map(({ effect }) => effect),
    executions: await executeRows(
      db,
      sql`select key, step, count(*)::int as n, bool_or(was_recorded) as "wasRecorded",
        count(*)::int - count(distinct life)::int as "twiceInALife" from crash_ledger group by 1, 2`,
    ),
    firstStepMs,
    queued: (await executeRows(db, sql`select 1 from executor_queue`)).length,
  };
}
