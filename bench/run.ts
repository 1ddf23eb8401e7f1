/**
 * `npm run bench`: how fast JOBA is, each figure beside its limit measured in the same run (docs/bench.md).
 * `--only parse,list` runs parts of it; `--strict` exits 1 when a goal is missed.
 */
import { existsSync } from "node:fs";
import { loadavg, uptime } from "node:os";
import { parseArgs } from "node:util";
import { formatTable } from "./table";
import type { BenchRow } from "./types";

interface Part {
  /** Rows, or a sentence why there are none. */
  run(): Promise<BenchRow[] | string>;
  /** Gives back what several parts share. */
  close?(): Promise<void>;
}

// A kept answer is not the work that is measured.
process.env.CACHE_MB = "0";

/** Modules beside this one. */
const PARTS = ["parse", "scoring", "ingest", "list", "search", "http", "bundle"];
/** Of all parts together, none is begun after so long; a part that was asked for always runs. */
const BUDGET_MS = 7 * 60_000;

const { values } = parseArgs({ options: { only: { type: "string", multiple: true }, strict: { type: "boolean" } } });
const wanted = values.only?.flatMap((names) => names.split(",")) ?? PARTS;
const unknown = wanted.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(", ")}; there are ${PARTS.join(", ")}.`);
  process.exit(1);
}

let failed = false;
const rows: BenchRow[] = [];
const notes: string[] = [];
const closers = new Set<() => Promise<void>>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    report();
    void closeAll().finally(() => process.exit(130));
  });
}
console.log(`${machine()}\n`);
for (const name of wanted) {
  const startedAt = performance.now();
  const outcome = !values.only && startedAt > BUDGET_MS ? "the time for all parts is used up" : await runPart(name);
  if (typeof outcome === "string") notes.push(`${name}: not run: ${outcome}`);
  else rows.push(...outcome);
  console.error(`# ${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
}
await closeAll();
report();
process.exit(failed || (values.strict && rows.some(({ ok }) => !ok)) ? 1 : 0);

function report(): void {
  const missed = rows.filter(({ ok }) => !ok).length;
  console.log([formatTable(rows), ...notes, "", machine()].join("\n"));
  console.log(missed === 0 ? "Every goal that was measured is met." : `Goals missed: ${missed}.`);
}

/** Servers started for a measurement end with it, also when a person gives up waiting. */
async function closeAll(): Promise<void> {
  for (const close of closers) await close();
}

async function runPart(name: string): Promise<BenchRow[] | string> {
  try {
    const file = new URL(`./${name}.ts`, import.meta.url);
    if (!existsSync(file)) return "bench has no such part yet";
    const part: Part = await import(file.href);
    if (part.close) closers.add(part.close);
    return await part.run();
  } catch (error) {
    failed = true;
    // The driver's own message would print every parameter.
    const { cause = error } = error as { cause?: unknown };
    return `it failed: ${String(cause).slice(0, 500)}`;
  }
}

function machine(): string {
  const load = loadavg().map((value) => value.toFixed(2));
  return `node ${process.version}, up ${(uptime() / 3600).toFixed(1)} h, load ${load.join(" ")}, ${new Date().toISOString()}`;
}
