import type { Component, Preferences } from "@/db/schema/shapes";

export type ComponentId = Component["id"];

/** Points a full score of each component is worth. A person's own weights replace them one by one. */
export const DEFAULT_WEIGHTS: Readonly<Record<ComponentId, number>> = {
  must: 40,
  nice: 8,
  title: 17,
  seniority: 15,
  text: 8,
  location: 6,
  pay: 4,
  recency: 2,
};
export const COMPONENT_IDS = Object.keys(DEFAULT_WEIGHTS) as ComponentId[];

/** Weights of the components that could be judged, scaled to add up to exactly 100.0. */
export type WeightTable = (judged: number) => readonly number[];

/** One row a set of judged components (a bit each, in the order of COMPONENT_IDS), computed once. */
export function weightTable(overrides: Preferences["weights"]): WeightTable {
  const base = COMPONENT_IDS.map((id) => Math.max(0, overrides[id] ?? DEFAULT_WEIGHTS[id]));
  const rows: (readonly number[] | undefined)[] = [];
  return (judged) => {
    rows[judged] ??= scaled(base.map((weight, index) => ((judged >> index) & 1 ? weight : 0)));
    return rows[judged];
  };
}

/** Tenths by largest remainder, so that rounding never loses a point. */
function scaled(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights;
  const exact = weights.map((weight) => (weight / total) * 1000);
  const tenths = exact.map(Math.floor);
  const missing = 1000 - tenths.reduce((sum, value) => sum + value, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, missing)) tenths[index] = (tenths[index] as number) + 1;
  return tenths.map((value) => value / 10);
}
