// What every script needs before anything is installed: plain Node, no packages.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BUILD_STAMP = join(ROOT, ".next", "joba-build");
const BUILD_INPUTS = ["app", "components", "db", "emails", "inngest", "lib", "public"];
const BUILD_FILES = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Stops with a sentence when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`JOBA needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs what the lockfile says unless it is installed already. */
export async function ensureInstalled() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const lockfile = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  if (existsSync(installed) && readFileSync(installed, "utf8").length > 0 && isSameLock(installed, lockfile)) return;
  console.log("Installing packages (the first time takes a minute) …");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
}

/** A checkout renews the lockfile's date without changing it; then the packages themselves decide. */
function isSameLock(installed, lockfile) {
  const packages = (path) => {
    const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")).packages ?? {});
    return new Map(entries.filter(([name]) => name !== "").map(([name, entry]) => [name, entry.version]));
  };
  const wanted = packages(lockfile);
  return [...packages(installed)].every(([name, version]) => wanted.get(name) === version);
}

/** Builds unless the sources are those of the last build. */
export async function ensureBuilt() {
  const fingerprint = sourceFingerprint();
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, "utf8") === fingerprint) return;
  console.log("Building (once per change of the sources) …");
  await run(process.execPath, [join(ROOT, "node_modules", "next", "dist", "bin", "next"), "build"]);
  writeFileSync(BUILD_STAMP, fingerprint);
}

function sourceFingerprint() {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const path of [
    ...BUILD_INPUTS.flatMap((folder) => filesBelow(join(ROOT, folder))),
    ...BUILD_FILES.map((file) => join(ROOT, file)),
  ]) {
    if (/\.test\.tsx?$/.test(path) || !existsSync(path)) continue;
    hash.update(relative(ROOT, path)).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Runs a program with this terminal. Rejects when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")} ended with ${code}`)),
    );
  });
}
