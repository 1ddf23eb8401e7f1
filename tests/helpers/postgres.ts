import { execFile, spawn } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port";

const run = promisify(execFile);

export interface StartedPostgres {
  url: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** The folder of `initdb` and `postgres`, or undefined when no PostgreSQL server is installed here. */
export async function findPostgres(): Promise<string | undefined> {
  try {
    const bin = (await run("pg_config", ["--bindir"])).stdout.trim();
    await run(join(bin, "postgres"), ["--version"]);
    return bin;
  } catch {
    return undefined;
  }
}

/**
 * A fresh PostgreSQL of its own on a free loopback port, in a folder that goes away with it.
 * Durability is off: nothing here outlives the process. PostgreSQL refuses to run as root, so root becomes `postgres`.
 * @throws Error when no PostgreSQL server is installed or it does not answer within 30 s.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<StartedPostgres> {
  const bin = await findPostgres();
  if (!bin) throw new Error("No PostgreSQL server is installed here (pg_config --bindir finds none).");
  const folder = await mkdtemp(join(tmpdir(), "joba-postgres-"));
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const as = (file: string, args: string[]): [string, string[]] =>
    isRoot ? ["runuser", ["-u", "postgres", "--", file, ...args]] : [file, args];
  try {
    if (isRoot) await chown(folder, await idOf("-u"), await idOf("-g"));
    const data = join(folder, "data");
    await run(
      ...as(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"]),
    );
    const options = {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: folder,
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      shared_buffers: "256MB",
      ...settings,
    };
    const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const server = spawn(...as(join(bin, "postgres"), ["-D", data, ...flags]), { stdio: "ignore" });
    const exited = new Promise<void>((done) => server.once("exit", () => done()));
    const stop = async () => {
      await run(...as(join(bin, "pg_ctl"), ["-D", data, "-m", "fast", "-w", "stop"])).catch(() =>
        server.kill("SIGTERM"),
      );
      await exited;
      await rm(folder, { recursive: true, force: true });
    };
    await waitFor(() => run(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-t", "1"])).catch(
      async (error) => {
        await stop();
        throw error;
      },
    );
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function waitFor(probe: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      await probe();
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error("PostgreSQL did not answer within 30 s", { cause: error });
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

async function idOf(flag: "-u" | "-g"): Promise<number> {
  return Number((await run("id", [flag, "postgres"])).stdout.trim());
}
