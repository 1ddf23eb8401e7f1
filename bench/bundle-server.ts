import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "@/tests/helpers/free-port";

/** Serves the production build in `.next` on a free port, with a database of its own that goes away with it. */
export function startBuild(env: Record<string, string> = {}): Promise<Served> {
  return startNext(".", "/api/health", env);
}

export interface Served {
  url: string;
  stop(): Promise<void>;
}

/** A built Next app of any folder; `probe` is what answers once it is up. */
export async function startNext(folder: string, probe: string, env: Record<string, string> = {}): Promise<Served> {
  const dataDir = await mkdtemp(join(tmpdir(), "joba-bench-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(
    process.execPath,
    [resolve("node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)],
    {
      cwd: folder,
      stdio: "ignore",
      env: { ...environment(), NODE_ENV: "production", APP_URL: url, DATA_DIR: dataDir, ...env },
    },
  );
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = async () => {
    server.kill("SIGTERM");
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await answers(url + probe, () => server.exitCode !== null);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The shell's settings without a database of the person's own; `react-server` is for this process only. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

async function answers(url: string, hasExited: () => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until && !hasExited()) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("The production build did not start");
}
