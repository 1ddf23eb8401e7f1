import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReplayServer, type ReplaySourceId, startReplayServer } from "../replay/server";
import { live, seeded } from "./lives";

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
  for (let life = 0; life < KILLS; life++) await liveRuns(random() * LONGEST_LIFE_MS);
  const report = (await liveRuns()) as Report;

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

function liveRuns(killAfterMs?: number): Promise<Report | undefined> {
  const sources = SOURCES.map((sourceId) => ({ sourceId, boards: [...(replay.boards[sourceId] ?? [])] }));
  return live<Report>({
    script: "run-crash-child.ts",
    args: [killAfterMs === undefined ? "yes" : "no", JSON.stringify(sources)],
    env: { ...replay.env, DATA_DIR: dataDir },
    ...(killAfterMs !== undefined && { kill: { after: "starting", ms: killAfterMs } }),
  });
}
