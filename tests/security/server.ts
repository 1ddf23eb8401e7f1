import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../helpers/free-port";

export interface StartedServer {
  base: string;
  /** Everything it printed so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface Ended {
  code: number | null;
  log: string;
}

/** The production server of the folder in SECURITY_APP (this one by default) on a free port, with an own data folder. */
export async function startServer(env: Record<string, string> = {}): Promise<StartedServer> {
  const port = await freePort();
  const { child, log, dataDir } = await launch(port, env);
  const base = `http://localhost:${port}`;
  const until = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${log()}`);
    if (Date.now() > until) throw new Error(`the server did not start:\n${log()}`);
    if (await isHealthy(base)) break;
    await new Promise((done) => setTimeout(done, 150));
  }
  return {
    base,
    log,
    async stop() {
      await end(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts it with an environment it must refuse. Ends it by force when it is still there after half a minute. */
export async function startRefused(env: Record<string, string>): Promise<Ended> {
  const { child, log, dataDir } = await launch(await freePort(), env);
  const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const code = await new Promise<number | null>((done) => child.once("exit", (value) => done(value)));
  clearTimeout(timer);
  await rm(dataDir, { recursive: true, force: true });
  return { code, log: log() };
}

async function launch(port: number, env: Record<string, string>) {
  const dataDir = await mkdtemp(join(tmpdir(), "joba-security-"));
  const app = process.env.SECURITY_APP ?? process.cwd();
  const child = spawn(
    process.execPath,
    [join(process.cwd(), "node_modules/next/dist/bin/next"), "start", "-p", String(port)],
    {
      cwd: app,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        PORT: String(port),
        APP_URL: `http://localhost:${port}`,
        DATA_DIR: dataDir,
        AUTH_SECRET: randomBytes(48).toString("base64url"),
        ENCRYPTION_KEY: randomBytes(48).toString("base64url"),
        ...env,
      } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let out = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      out += chunk;
    });
  }
  return { child, log: () => out, dataDir };
}

async function isHealthy(base: string): Promise<boolean> {
  return fetch(`${base}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  return gone.then(() => clearTimeout(timer));
}
