// `npm run test:security`: the walls, tried from outside against a production server, then once more without proxy.ts.
// `-- --quick` is the first round alone; `-- name…` runs only those files of tests/security.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, requireNode, run } from "./setup.mjs";

/** Rows whose attempts need no server: the suites beside the code they try. */
const BESIDE_THE_CODE = JSON.parse(readFileSync(join(ROOT, "tests/security/beside.json"), "utf8"));

requireNode();
await ensureInstalled();
await ensureBuilt();
const args = process.argv.slice(2);
const isQuick = args.includes("--quick");
const names = args.filter((arg) => !arg.startsWith("--"));
const report = join(ROOT, "coverage", "security.jsonl");
mkdirSync(join(ROOT, "coverage"), { recursive: true });
let failed = 0;
const table = [];

await round("with proxy.ts", {});
if (names.length === 0 && !isQuick) {
  for (const [id, files] of Object.entries(BESIDE_THE_CODE)) await beside(id, files);
  await round("without proxy.ts", { SECURITY_APP: await buildWithoutProxy(), SECURITY_WITHOUT_PROXY: "1" });
}
print();
process.exit(failed === 0 ? 0 : 1);

async function round(label, env) {
  rmSync(report, { force: true });
  const config = ["run", "--config", "vitest.security.config.ts"];
  const isOk = await vitest([...config, ...names], { ...env, SECURITY_REPORT: report });
  const rows = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n").filter(Boolean) : [];
  for (const line of rows) table.push({ ...JSON.parse(line), label });
  if (!isOk) failed += 1;
}

async function beside(id, files) {
  const out = join(ROOT, "coverage", "security-beside.json");
  rmSync(out, { force: true });
  const isOk = await vitest(["run", ...files, "--reporter=dot", "--reporter=json", `--outputFile.json=${out}`], {});
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : {};
  const failures = Array(numFailedTests).fill("");
  table.push({
    id,
    what: `tests of ${files.join(", ")}`,
    count: numPassedTests + numFailedTests,
    failures,
    label: "beside the code",
  });
  if (!isOk || numPassedTests === 0) failed += 1;
}

async function vitest(parameters, env) {
  try {
    await run(join(ROOT, "node_modules", ".bin", "vitest"), parameters, {
      env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true", ...env },
    });
    return true;
  } catch {
    return false;
  }
}

/** The same sources without the proxy, built beside: what it does must not be what keeps a door shut. */
async function buildWithoutProxy() {
  const folder = join(ROOT, "coverage", "without-proxy");
  rmSync(folder, { recursive: true, force: true });
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" });
  for (const file of files.trim().split("\n")) {
    // Without a lockfile of its own it takes its packages from the folder above.
    if (file === "proxy.ts" || file === "package-lock.json" || file.startsWith("tests/")) continue;
    if (existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(folder, file));
  }
  await run(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], { cwd: folder });
  return folder;
}

function print() {
  const lines = table.map(({ id, what, count, failures, label }) => [
    failures.length === 0 ? "ok" : "FAILED",
    id,
    String(count),
    `${what} (${label})`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) =>
          column === 2 ? cell.padStart(widths[2]) : column < 2 ? cell.padEnd(widths[column]) : cell,
        )
        .join("  "),
    );
  }
  console.log(failed === 0 ? "\nEvery row is at its pass figure." : `\n${failed} parts failed.`);
}
