import { readFileSync, rmSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Holder {
  pid: number;
  /** Tells a live holder from another process that was later given the same pid. */
  startedAt: string;
}

/**
 * Takes `<folder>/lock` for this process. A lock whose process is gone is taken over.
 * @throws Error naming the lock file and the process that holds it.
 */
export async function lockDirectory(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) } satisfies Holder);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, mine, { flag: "wx", mode: 0o600 });
      process.once("exit", () => releaseSync(path, mine));
      return async () => {
        if ((await readFile(path, "utf8").catch(() => "")) === mine) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await readHolder(path);
      if (holder && isAlive(holder)) {
        throw new Error(
          `Another JOBA (process ${holder.pid}) is using ${folder}. Stop it, or set DATA_DIR to another folder. The lock is ${path}.`,
        );
      }
      await rm(path, { force: true });
    }
  }
  throw new Error(`Could not take the lock ${path}; another process keeps taking it.`);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const startedAt = processStart(holder.pid);
  return startedAt === "" || startedAt === holder.startedAt;
}

/** Clock ticks after boot at which the process began (Linux), else "". */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function releaseSync(path: string, mine: string): void {
  try {
    if (readFileSync(path, "utf8") === mine) rmSync(path, { force: true });
  } catch {
    // Already gone.
  }
}
