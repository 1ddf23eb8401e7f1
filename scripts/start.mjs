// `npm start`: from a fresh clone to a running server.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, requireNode } from "./setup.mjs";

requireNode();
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  console.error(`\nJOBA could not be prepared: ${error.message}`);
  process.exit(1);
}

const port = Number(process.env.PORT || 3000);
if (!(await isFree(port))) {
  console.error(`Port ${port} is in use. Stop what runs there, or choose another: PORT=3001 npm start`);
  process.exit(1);
}

const url = process.env.APP_URL || `http://localhost:${port}`;
const next = spawn(
  process.execPath,
  [join(ROOT, "node_modules", "next", "dist", "bin", "next"), "start", "-p", String(port)],
  {
    cwd: ROOT,
    stdio: ["inherit", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production", APP_URL: url },
  },
);

next.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  if (String(chunk).includes("Ready")) void announce();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => next.kill(signal));
// npm runs scripts through a shell that dies of a signal without passing it on; the server would live on unseen.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && next.kill("SIGTERM"), 1000).unref();
}
next.once("exit", (code, signal) => process.exit(code ?? (signal ? 0 : 1)));

/** Next says "Ready" before the database is; what we say is true. */
async function announce() {
  while (next.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return console.log(`\n  JOBA is running at ${url}\n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isFree(candidate) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .once("listening", () => probe.close(() => resolve(true)))
      .listen(candidate);
  });
}
