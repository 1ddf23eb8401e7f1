import type { BenchRow } from "./types";

export interface TimedCase {
  name: string;
  service: () => Promise<unknown>;
  raw: () => Promise<unknown>;
}

/** Milliseconds of the service and of its raw SQL over every case, in turns so that both meet the same machine. */
export async function timeCases(cases: readonly TimedCase[], rounds: number) {
  const service: number[] = [];
  const raw: number[] = [];
  for (const { service: run, raw: runRaw } of cases) {
    await run();
    await runRaw();
  }
  for (let round = 0; round < rounds; round++) {
    for (const { service: run, raw: runRaw } of cases) {
      service.push(await timed(run));
      raw.push(await timed(runRaw));
    }
  }
  return { service: sorted(service), raw: sorted(raw) };
}

/** The p50 and the p95 of the service, each beside the same percentile of the raw SQL. */
export function percentileRows(
  name: string,
  { service, raw }: { service: readonly number[]; raw: readonly number[] },
  maxP95Ms: number,
): BenchRow[] {
  const row = (share: number, label: string) => {
    const value = at(service, share);
    const limit = at(raw, share);
    return {
      name: `${name} ${label}`,
      value,
      unit: "ms",
      limit,
      limitName: "raw SQL of the same pages",
      ratio: value / limit,
    };
  };
  const p95 = row(0.95, "p95");
  return [
    { ...row(0.5, "p50"), goal: "", ok: true },
    { ...p95, goal: `< ${maxP95Ms} ms`, ok: p95.value < maxP95Ms },
  ];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const sorted = (values: number[]) => values.sort((a, b) => a - b);

function at(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}
