import type { Component } from "@/db/schema/shapes";
import type { MatchReason } from "./schemas";

/** A component that lost at least this many points is worth naming as the catch. */
const CATCH_POINTS = 6;
/** True of every pair of texts to some degree, so it explains a score and persuades nobody. */
const UNTOLD: Component["id"] = "text";

/**
 * The three reasons a row shows: what brought most points, and the largest loss if it is a large one.
 * Components without a reason, and the words in common, are skipped.
 */
export function topReasons(components: readonly Component[]): MatchReason[] {
  const told = components.filter(({ id, reason }) => reason !== "" && id !== UNTOLD);
  const lost = ({ weight, points }: Component) => weight - points;
  const [worst] = [...told].sort((a, b) => lost(b) - lost(a));
  const isCatch = worst !== undefined && lost(worst) >= CATCH_POINTS && worst.value < 0.6;
  const best = told
    .filter((component) => component !== worst || !isCatch)
    .filter(({ value }) => value >= 0.5)
    .sort((a, b) => b.points - a.points)
    .slice(0, isCatch ? 2 : 3);
  const reasons: MatchReason[] = best.map(({ reason }) => ({ text: reason, tone: "plus" }));
  return isCatch ? [...reasons, { text: worst.reason, tone: "minus" }] : reasons;
}
