/** One measured figure, beside the baseline measured in the same run. */
export interface EvalRow {
  metric: string;
  value: number;
  n: number;
  /** ">= 0.95", "<= 0": read by run.ts. */
  target: string;
  baseline?: { name: string; value: number };
}

export type EvalReport = { name: string; rows: EvalRow[] } | { name: string; notRun: string };

/** 95 % percentile bootstrap over the independent units (postings, people, cases), seeded so that a run repeats. */
export function bootstrap<T>(
  units: readonly T[],
  metric: (sample: readonly T[]) => number,
  samples = 2000,
): { low: number; high: number } {
  if (units.length === 0) return { low: Number.NaN, high: Number.NaN };
  const random = mulberry32(20260805);
  const values: number[] = [];
  for (let i = 0; i < samples; i++) {
    values.push(metric(units.map(() => units[Math.floor(random() * units.length)] as T)));
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(samples - 1, Math.floor(share * samples))] as number;
  return { low: at(0.025), high: at(0.975) };
}

/** The share of units for which something holds, with its interval in the metric's name. */
export function shareRow<T>(
  metric: string,
  units: readonly T[],
  holds: (unit: T) => boolean,
  target: string,
  baseline?: { name: string; holds: (unit: T) => boolean },
): EvalRow {
  const share = (sample: readonly boolean[]) => sample.filter(Boolean).length / Math.max(1, sample.length);
  const results = units.map(holds);
  const { low, high } = bootstrap(results, share);
  return {
    metric: `${metric} [${low.toFixed(2)}, ${high.toFixed(2)}]`,
    value: share(results),
    n: units.length,
    target,
    ...(baseline && { baseline: { name: baseline.name, value: share(units.map(baseline.holds)) } }),
  };
}

/** Small seeded generator (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
