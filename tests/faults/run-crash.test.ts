import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReplayServer, type ReplaySourceId, startReplayServer } from "../replay/server";

const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const LONGEST_LIFE_MS = 2_500;
/** Boards that answer as fast as they are asked; the polite ones would only make the test long. */
const SOURCES: ReplaySourceId[] = ["greenhouse", "lever", "ashby", "remoteok", "weworkremotely", "hackernews"];

interface Report {
  runs: string[];
  sources: { sourceId: string; outcome: string; evidence: unknown }[];
  stored: { sourceId: string; externalId: string }[];
  jobs: number;
  matches: number;
}

let replay: ReplayServer;
let dataDir: string;
beforeAll(async () => {
  replay = await startReplayServer({ size: 80 });
  dataDir = await mkdtemp(join(tmpdir(), "joba-run-crash-"));
});
afterAll(async () => {
  await replay.close();
  await rm(dataDir, { recursive: true, force: true });
});

test(`runs killed ${KILLS} times store every posting exactly once (seed ${SEED})`, {
  timeout: 90_000 + KILLS * 20_000,
}, async () => {
  console.log(`run crash test: ${KILLS} kills, seed ${SEED}`);
  const random = seeded(SEED);
  for (let life = 0; life < KILLS; life++) await live(random() * LONGEST_LIFE_MS);
  const report = (await live(undefined)) as Report;

  // First, because it says why: a posting is missing when its source was not read.
  expect(report.sources.filter(({ outcome }) => outcome !== "ok")).toEqual([]);
  const expected = SOURCES.flatMap((sourceId) =>
    replay.expected[sourceId].map((externalId) => `${sourceId} ${externalId}`),
  );
  expect(report.stored.map(({ sourceId, externalId }) => `${sourceId} ${externalId}`).sort()).toEqual(expected.sort());
  expect(new Set(report.runs)).toEqual(new Set(["finished"]));
  expect(report.matches).toBe(report.jobs);
  console.log(
    `run crash test: ${report.runs.length} runs, ${report.stored.length} postings, ${report.jobs} jobs, all scored`,
  );
});

/** Runs one life of the child; with `killAfterMs` it is killed that long after it began to start its executor. */
function live(killAfterMs: number | undefined): Promise<Report | undefined> {
  const sources = SOURCES.map((sourceId) => ({ sourceId, boards: [...(replay.boards[sourceId] ?? [])] }));
  const script = join(process.cwd(), "tests/faults/run-crash-child.ts");
  const args = [killAfterMs === undefined ? "yes" : "no", JSON.stringify(sources)];
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], {
    env: { ...process.env, ...replay.env, NODE_ENV: "test", NODE_OPTIONS: "", DATABASE_URL: "", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdout.on("data", (chunk) => {
    const isStart = !out.includes("starting") && `${out}${chunk}`.includes("starting");
    out += chunk;
    if (isStart && killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(undefined);
      else if (code !== 0) reject(new Error(`the child ended with ${code}: ${errors}\n${out}`));
      else resolve(JSON.parse(out.trim().split("\n").at(-1) ?? "null") as Report);
    });
  });
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
