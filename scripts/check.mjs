// `npm run check`: everything that needs no database and no browser. The parts run side by side; all of them are told.
import { spawn } from "node:child_process";
import { ensureInstalled, ROOT, requireNode } from "./setup.mjs";

requireNode();
await ensureInstalled();

const PARTS = ["lint", "typecheck", "unused", "openapi:check", "openapi:lint", "docs:check"];
const results = await Promise.all(PARTS.map((part) => runPart(part)));
for (const { part, code, output, seconds } of results) {
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${part} (${seconds} s)`);
  if (code !== 0) console.log(output.replace(/^/gm, "     "));
}
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);

function runPart(part) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", part], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("close", (code) =>
      resolve({ part, code, output: output.trim(), seconds: ((Date.now() - startedAt) / 1000).toFixed(1) }),
    );
  });
}
