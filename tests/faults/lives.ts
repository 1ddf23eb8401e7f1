import { spawn } from "node:child_process";
import { join } from "node:path";

interface Life {
  /** A file under tests/faults. */
  script: string;
  args: string[];
  env?: Record<string, string>;
  /** SIGKILL comes this long after the child has printed the word. */
  kill?: { after: string; ms: number };
}

/** Runs a child until it ends or is killed. @returns the JSON of its last line; undefined when it was killed. */
export function live<Report>({ script, args, env, kill }: Life): Promise<Report | undefined> {
  const path = join(process.cwd(), "tests/faults", script);
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", path, ...args], {
    env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "", DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdout.on("data", (chunk) => {
    const isTime = kill && !out.includes(kill.after) && `${out}${chunk}`.includes(kill.after);
    out += chunk;
    if (isTime) setTimeout(() => child.kill("SIGKILL"), kill.ms);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(undefined);
      else if (code !== 0) reject(new Error(`${script} ${args[0]} ended with ${code}: ${errors}\n${out}`));
      else resolve(JSON.parse(out.trim().split("\n").at(-1) ?? "null") as Report);
    });
  });
}

/** mulberry32: the same numbers in [0, 1) for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
