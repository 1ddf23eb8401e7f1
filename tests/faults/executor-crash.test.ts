import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { live, seeded } from "./lives";

const KILLS = Number(process.env.CRASH_KILLS ?? 12);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
/** A kill falls up to this long after the executor began to start, or, mostly, after its first step began. */
const LONGEST_LIFE_MS = 1_500;
const PARALLELISM = 8;
const RUNS_PER_BATCH = 3;
const serverUrl = process.env.TEST_DATABASE_URL;

interface Report {
  runs: { function_id: string; status: string; n: number }[];
  steps: { key: string; function_id: string; names: string }[];
  effects: string[];
  executions: { key: string; step: string; n: number; wasRecorded: boolean; twiceInALife: number }[];
  queued: number;
  firstStepMs: number;
}

let dataDir: string;
let url: string | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "joba-crash-"));
  if (serverUrl) url = await createDatabase(serverUrl);
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  if (serverUrl && url) await dropDatabase(serverUrl, url);
});

test(`${KILLS} kills lose no step and repeat none that was finished (seed ${SEED})`, {
  timeout: 120_000 + KILLS * 30_000,
}, async () => {
  console.log(`executor crash test: ${KILLS} kills, seed ${SEED}, ${url ? "PostgreSQL" : "PGlite"}`);
  const random = seeded(SEED);
  let killed = 0;
  for (let life = 0; life < KILLS; life += 1) {
    const kill = { after: random() < 0.25 ? "starting" : "working", ms: random() * LONGEST_LIFE_MS };
    if ((await liveSteps(life, kill)) === undefined) killed += 1;
  }
  const report = (await liveSteps(KILLS)) as Report;

  const keys = Array.from(
    { length: (KILLS + 1) * RUNS_PER_BATCH },
    (_, n) => `${Math.floor(n / RUNS_PER_BATCH)}-${n % RUNS_PER_BATCH}`,
  );
  const steps = ["one", "left", "right", "last", "child one", "child two"];
  expect(killed).toBe(KILLS);
  expect(report.queued).toBe(0);
  expect(report.runs).toEqual([
    { function_id: "crash-child", status: "completed", n: keys.length },
    { function_id: "crash-work", status: "completed", n: keys.length },
  ]);
  expect(report.effects.sort()).toEqual(keys.flatMap((key) => steps.map((step) => `${key} ${step}`)).sort());
  for (const { function_id, names } of report.steps) {
    expect(names).toBe(function_id === "crash-work" ? "last,left,nap,one,right,send" : "child one,child two");
  }
  expect(report.steps).toHaveLength(keys.length * 2);

  const repeated = report.executions.filter(({ n }) => n > 1);
  expect(report.executions.filter(({ wasRecorded }) => wasRecorded)).toEqual([]);
  expect(report.executions.filter(({ twiceInALife }) => twiceInALife > 0)).toEqual([]);
  expect(repeated.reduce((sum, { n }) => sum + n - 1, 0)).toBeLessThanOrEqual(KILLS * PARALLELISM);
  expect(report.firstStepMs).toBeLessThan(60_000);
  console.log(
    `executor crash test: ${report.executions.length} steps, ${repeated.length} interrupted and run again, back at work ${report.firstStepMs} ms after the last start`,
  );
});

function liveSteps(life: number, kill?: { after: string; ms: number }): Promise<Report | undefined> {
  const args = [String(life), kill ? "no" : "yes", dataDir, ...(url ? [url] : [])];
  return live<Report>({ script: "executor-crash-child.ts", args, ...(kill && { kill }) });
}

async function createDatabase(server: string): Promise<string> {
  const name = `crash_${process.pid}_${Date.now()}`;
  const client = postgres(server, { max: 1 });
  await client.unsafe(`create database ${name}`);
  await client.end();
  const made = new URL(server);
  made.pathname = `/${name}`;
  return made.href;
}

async function dropDatabase(server: string, made: string): Promise<void> {
  const client = postgres(server, { max: 1 });
  await client.unsafe(`drop database if exists ${new URL(made).pathname.slice(1)} with (force)`);
  await client.end();
}
