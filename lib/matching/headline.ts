import type { Component, Gate, MatchedRequirement } from "@/db/schema/shapes";
import type { MatchBand } from "@/db/schema/vocabulary";
import type { Credit } from "./credits";
import type { MatchProfile } from "./profile";

const BANDS: Record<MatchBand, string> = {
  strong: "Strong match",
  good: "Good match",
  stretch: "A stretch",
  weak: "Weak match",
};
const MAX_NAMED = 3;

interface HeadlineInput {
  profile: MatchProfile;
  gates: readonly Gate[];
  components: readonly Component[];
  requirements: readonly MatchedRequirement[];
  band: MatchBand;
  gatesFailed: number;
}

/** One sentence: what decided. It is JOBA's estimate, and never speaks of chances of being hired. */
export function headlineOf({ profile, gates, components, requirements, band, gatesFailed }: HeadlineInput): string {
  if (gatesFailed > 0) {
    const reason = gates.find(({ verdict }) => verdict === "fail")?.message ?? "";
    return `Not eligible: ${lower(reason)}`.slice(0, 300);
  }
  if (profile.isEmpty) return "Too early to say: your profile is still empty";
  const parts: string[] = [];
  const met: string[] = [];
  const missing: string[] = [];
  let musts = 0;
  let metCount = 0;
  for (const { strength, credit, name } of requirements) {
    if (strength !== "must") continue;
    musts++;
    if (credit === "exact" || credit === "implied") {
      metCount++;
      if (met.length < MAX_NAMED) met.push(name);
    } else if (missing.length < MAX_NAMED) missing.push(name);
  }
  if (musts > 0) parts.push(`${metCount} of ${musts} required skills${met.length > 0 ? ` (${met.join(", ")})` : ""}`);
  for (const { id, value, reason } of components) {
    if ((id === "title" || id === "seniority") && value >= 0.95) parts.push(lower(reason.split(";")[0] ?? ""));
  }
  if (missing.length > 0) parts.push(`missing ${missing.join(", ")}`);
  return (parts.length === 0 ? BANDS[band] : `${BANDS[band]}: ${parts.join("; ")}`).slice(0, 300);
}

/** What would make the estimate surer or better, the profile's own gaps first. */
export function tipsFor(
  profile: MatchProfile,
  credits: ReadonlyMap<string, Credit>,
  requirements: readonly MatchedRequirement[],
): string[] {
  const tips = profile.tips.slice(0, 3);
  for (const { strength, credit, skillId, name } of requirements) {
    if (tips.length >= 5) break;
    if (strength === "must" && credit === "exact" && credits.get(skillId)?.isListOnly) {
      tips.push(`Show where you used ${name}: it stands in a list only`);
    }
  }
  return tips;
}

function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
