/**
 * `npm run eval`: how well matching reads, against people's labels and against simple baselines, in one table.
 * Needs the samples folder beside the repository; without it each protocol says "not run".
 */
import * as faithfulness from "./faithfulness";
import * as locations from "./locations";
import * as metamorphic from "./metamorphic";
import * as salaries from "./salaries";
import * as skills from "./skills";

const PROTOCOLS = [skills, locations, salaries, metamorphic, faithfulness];

let missed = 0;
for (const protocol of PROTOCOLS) {
  const report = await protocol.run();
  console.log(`\n${report.name}`);
  if ("notRun" in report) {
    console.log(`  not run: ${report.notRun}`);
    continue;
  }
  for (const { metric, value, n, target, baseline } of report.rows) {
    const beside = baseline ? `${baseline.name} ${baseline.value.toFixed(3)}` : "";
    const ok = meets(value, target);
    if (ok === false) missed++;
    console.log(
      `  ${ok === false ? "MISS" : ok ? "ok  " : "    "} ${metric.padEnd(44)} ${value.toFixed(3).padStart(8)}  n=${String(n).padEnd(6)} target ${String(target).padEnd(8)} ${beside}`,
    );
  }
}
console.log(missed === 0 ? "\nEvery target that was measured is met." : `\n${missed} targets missed.`);
process.exit(missed === 0 ? 0 : 1);

/** Targets read ">= 0.8", "<= 1" or "0.8" (at least). Undefined: shown without judgement. */
function meets(value: number, target: unknown): boolean | undefined {
  const [, sign = ">=", bound] = /^\s*(>=|<=|=)?\s*([\d.]+)/.exec(String(target ?? "")) ?? [];
  if (bound === undefined) return undefined;
  if (sign === "<=") return value <= Number(bound);
  return sign === "=" ? value === Number(bound) : value >= Number(bound);
}
