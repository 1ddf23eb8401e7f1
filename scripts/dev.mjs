// `npm run dev`: the development server, with the commit hooks of .githooks switched on for this clone.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, ROOT, requireNode, run } from "./setup.mjs";

requireNode();
await ensureInstalled();
try {
  execFileSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: ROOT, stdio: "ignore" });
} catch {
  // Not a git checkout; then there are no commits to guard.
}
await run(process.execPath, [
  join(ROOT, "node_modules", "next", "dist", "bin", "next"),
  "dev",
  ...process.argv.slice(2),
]).catch(() => process.exit(1));
