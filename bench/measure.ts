import type { BenchRow } from "./types";

const ROUNDS = 3;
/** Until the engine has compiled what it will compile; its compiler's threads count as processor time too. */
const WARM_UP_MS = 500;

/** A figure beside what it could be at best. `goal` is "" where there is none. */
export function benchRow(
  row: Omit<BenchRow, "ratio" | "goal" | "ok"> & {
    goal?: { text: string; isMet: (ratio: number, value: number) => boolean };
  },
): BenchRow {
  const { goal, ...figures } = row;
  const ratio = row.value / row.limit;
  return { ...figures, ratio, goal: goal?.text ?? "", ok: goal?.isMet(ratio, row.value) ?? true };
}

/**
 * Units a processor second of two pieces of work, in turns so that both meet the same machine; the medians.
 * Processor time, not wall time: what the neighbors do then moves both figures little.
 */
export function compareRates(
  units: number,
  work: { value: () => unknown; limit: () => unknown },
  ms = 150,
): { value: number; limit: number } {
  const value: number[] = [];
  const limit: number[] = [];
  cpuRate(units, work.value, WARM_UP_MS);
  cpuRate(units, work.limit, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round++) {
    value.push(cpuRate(units, work.value, ms));
    limit.push(cpuRate(units, work.limit, ms));
  }
  return { value: median(value), limit: median(limit) };
}

/** Does the work again and again for at least so much processor time. */
export function cpuRate(units: number, work: () => unknown, ms: number): number {
  const start = process.cpuUsage();
  let times = 0;
  for (;;) {
    work();
    times++;
    const { user, system } = process.cpuUsage(start);
    const spentMs = (user + system) / 1000;
    if (spentMs >= ms) return (units * times * 1000) / spentMs;
  }
}

/** Wall time spent, and steps taken before the time was up. */
export interface Progress {
  seconds: number;
  steps: number;
}

/**
 * Several works made of steps, taken in turns so that all of them advance evenly and meet the same machine. Ends early,
 * with every work equally far, when a busy machine would make it last for minutes.
 */
export async function timeInTurns<T extends string>(
  works: Record<T, readonly (() => Promise<unknown>)[]>,
  maxSeconds: number,
): Promise<Record<T, Progress>> {
  const names = Object.keys(works) as T[];
  const progress = Object.fromEntries(names.map((name) => [name, { seconds: 0, steps: 0 }])) as Record<T, Progress>;
  const share = (name: T) => progress[name].steps / works[name].length;
  const until = performance.now() + maxSeconds * 1000;
  for (;;) {
    const [next] = names.filter((name) => share(name) < 1).sort((a, b) => share(a) - share(b));
    if (next === undefined || (performance.now() > until && names.every((name) => share(name) > 0))) return progress;
    const start = performance.now();
    await works[next][progress[next].steps]?.();
    progress[next].seconds += (performance.now() - start) / 1000;
    progress[next].steps++;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] as number;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] as number) + high) / 2;
}
