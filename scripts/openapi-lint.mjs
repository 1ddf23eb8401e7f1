// `npm run openapi:lint`: Redocly over public/openapi.json by the rules of redocly.yaml, without a word to the network.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./setup.mjs";

const cli = join(ROOT, "node_modules", "@redocly", "cli", "bin", "cli.js");
const { status } = spawnSync(process.execPath, [cli, "lint", "public/openapi.json"], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
});
process.exit(status ?? 1);
