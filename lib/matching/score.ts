import type { Component, MatchDetail, MatchedRequirement, PostingAnalysis, Requirement } from "@/db/schema/shapes";
import type { MatchBand } from "@/db/schema/vocabulary";
import {
  type Judged,
  judgeLocation,
  judgePay,
  judgeRecency,
  judgeSeniority,
  judgeText,
  judgeTitle,
} from "./components";
import { mayBeCopied, withoutCopied } from "./copied-text";
import type { Credit } from "./credits";
import { judgeGates } from "./gates";
import { headlineOf, tipsFor } from "./headline";
import type { MatchJob } from "./match-job";
import { type MatchProfile, prepareProfile } from "./profile";
import { skillWeight } from "./skill-weights";
import { getSkill } from "./skills";
import { TAXONOMY_VERSION } from "./taxonomy/taxonomy";
import { COMPONENT_IDS } from "./weights";

/** Changes whenever the same inputs would score differently. Stored with each match. */
export const SCORER_VERSION = `s1-${TAXONOMY_VERSION}`;

export interface MatchResult {
  /** 0-100, one decimal. */
  score: number;
  /** 0-1: how much there was to judge by. */
  confidence: number;
  band: MatchBand;
  isProvisional: boolean;
  isEligible: boolean;
  gatesFailed: number;
  gatesUnknown: number;
  detail: MatchDetail;
}

/** A failed gate leaves at most this many points. */
export const GATE_CAP = 20;
/** Keeps a posting with one easy requirement from giving all points; in units of `skillWeight`. */
const SMOOTHING = 0.5;
/** What a duty mentions counts less than what a requirement asks. */
const MENTIONED_SHARE = 0.4;
const PROVISIONAL_BELOW = 0.5;

/**
 * A profile against a job. Pure and deterministic: same inputs and the same `now`, same result.
 * Points are rounded to tenths component by component and the score is their sum, so what is shown always adds up.
 */
export function scoreMatch(
  whole: MatchProfile,
  job: MatchJob,
  analysis: PostingAnalysis,
  { now }: { now: Date },
): MatchResult {
  const profile = withoutCopiedText(whole, job, analysis);
  const { credits } = profile.at(now);
  const requirements = analysis.requirements.map((requirement) => matchRequirement(requirement, credits));
  const input = { profile, job, analysis, now };
  const judged: Judged[] = [
    judgeSkills(profile, analysis, requirements, "must"),
    judgeSkills(profile, analysis, requirements, "nice"),
    profile.isEmpty ? undefined : judgeTitle(profile, job, analysis),
    profile.isEmpty ? undefined : judgeSeniority(profile, job, analysis),
    profile.isEmpty ? undefined : judgeText(profile, analysis),
    judgeLocation(input),
    judgePay(profile, job),
    judgeRecency(job, now),
  ];
  const components = componentsOf(profile, judged);
  const total = tenth(components.reduce((sum, { points }) => sum + points, 0));
  const gates = judgeGates(input);
  let gatesFailed = 0;
  let gatesUnknown = 0;
  for (const { verdict } of gates) {
    if (verdict === "fail") gatesFailed++;
    else if (verdict === "unknown") gatesUnknown++;
  }
  const isCapped = gatesFailed > 0 && total > GATE_CAP;
  const score = isCapped ? GATE_CAP : total;
  const confidence = confidenceOf(profile, analysis, judged);
  const band = bandOf(score);
  return {
    score,
    confidence,
    band,
    isProvisional: confidence < PROVISIONAL_BELOW,
    isEligible: gatesFailed === 0,
    gatesFailed,
    gatesUnknown,
    detail: {
      headline: headlineOf({ profile, gates, components, requirements, band, gatesFailed }),
      gates,
      components,
      requirements,
      ...(isCapped && { cappedFrom: total }),
      improve: tipsFor(profile, credits, requirements),
    },
  };
}

/** 80 and more is strong, 60 good, 40 a stretch. */
export function bandOf(score: number): MatchBand {
  return score >= 80 ? "strong" : score >= 60 ? "good" : score >= 40 ? "stretch" : "weak";
}

/** The profile itself, but for the rare CV that quotes this very posting. */
function withoutCopiedText(profile: MatchProfile, job: MatchJob, analysis: PostingAnalysis): MatchProfile {
  const { facts, preferences, cvText } = profile;
  if (cvText === "" || !mayBeCopied(cvText, job.descriptionText, analysis)) return profile;
  const own = withoutCopied(facts, cvText, job.descriptionText);
  return own === facts ? profile : prepareProfile({ facts: own, preferences, cvText });
}

const MISSING_SPANS: MatchedRequirement["profileSpans"] = [];

/** A list of alternatives is as good as its best member. */
function matchRequirement(requirement: Requirement, credits: ReadonlyMap<string, Credit>): MatchedRequirement {
  let best: Credit | undefined;
  let skillId = requirement.anyOf[0] as string;
  let value = 0;
  for (const id of requirement.anyOf) {
    const credit = credits.get(id);
    if (!credit) continue;
    const worth = credit.value * yearsShare(credit, requirement.minYears);
    if (best && worth <= value) continue;
    best = credit;
    value = worth;
    skillId = id;
  }
  return {
    skillId,
    name: nameOf(requirement, skillId, best !== undefined),
    strength: requirement.strength,
    credit: best?.credit ?? "missing",
    value: Math.round(value * 1000) / 1000,
    ...(best?.reason !== undefined && { reason: best.reason.slice(0, 200) }),
    postingSpans: requirement.spans.map(({ skillId: _, ...span }) => span),
    profileSpans: best?.spans ?? MISSING_SPANS,
  };
}

function yearsShare({ months }: Credit, minYears: number | undefined): number {
  if (months === undefined || minYears === undefined || minYears <= 0) return 1;
  return 0.7 + 0.3 * Math.min(1, months / 12 / minYears);
}

function nameOf({ anyOf }: Requirement, skillId: string, isMet: boolean): string {
  if (isMet || anyOf.length === 1) return getSkill(skillId)?.name ?? skillId;
  return anyOf
    .map((id) => getSkill(id)?.name ?? id)
    .join(" or ")
    .slice(0, 80);
}

/** Σ weight·credit / (Σ weight + k). Mentioned skills count for the required ones at a share. */
function judgeSkills(
  profile: MatchProfile,
  { requirements }: PostingAnalysis,
  matched: readonly MatchedRequirement[],
  part: "must" | "nice",
): Judged {
  if (!profile.hasSkills) return undefined;
  let sum = 0;
  let total = 0;
  let asked = 0;
  /** What the reason counts: the skills asked for outright, or what is merely mentioned when nothing is. */
  const counts = { must: { met: 0, of: 0 }, nice: { met: 0, of: 0 }, mentioned: { met: 0, of: 0 } };
  for (let index = 0; index < requirements.length; index++) {
    const requirement = requirements[index] as Requirement;
    const match = matched[index] as MatchedRequirement;
    const share =
      requirement.strength === part ? 1 : part === "must" && requirement.strength === "mentioned" ? MENTIONED_SHARE : 0;
    if (share === 0) continue;
    const weight = share * requirementWeight(requirement);
    sum += weight * match.value;
    total += weight;
    asked++;
    const count = counts[requirement.strength];
    count.of++;
    if (match.credit === "exact" || match.credit === "implied") count.met++;
  }
  if (asked === 0) return undefined;
  const named = part === "must" && counts.must.of === 0 ? "mentioned" : part;
  const { met, of } = counts[named];
  const what = { must: "required skills", nice: "nice-to-have skills", mentioned: "skills mentioned" }[named];
  return { value: sum / (total + SMOOTHING), reason: `${met} of ${of} ${what}` };
}

function requirementWeight({ anyOf }: Requirement): number {
  let weight = 0;
  for (const id of anyOf) weight += skillWeight(id);
  return weight / anyOf.length;
}

function componentsOf(profile: MatchProfile, judged: readonly Judged[]): Component[] {
  let mask = 0;
  for (let index = 0; index < judged.length; index++) if (judged[index]) mask |= 1 << index;
  const weights = profile.weights(mask);
  const components: Component[] = [];
  for (let index = 0; index < judged.length; index++) {
    const one = judged[index];
    if (!one) continue;
    const weight = weights[index] as number;
    const value = Math.round(one.value * 1000) / 1000;
    components.push({
      id: COMPONENT_IDS[index] as Component["id"],
      weight,
      value,
      points: tenth(weight * value),
      reason: one.reason.slice(0, 300),
    });
  }
  return components;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text to read, requirements found, a profile to compare with, and components that could be judged, in equal parts. */
function confidenceOf(profile: MatchProfile, analysis: PostingAnalysis, judged: readonly Judged[]): number {
  const text = Math.min(1, analysis.textLength / 150);
  const found = Math.min(1, analysis.requirements.length / 5);
  const core = (judged[0] ? 0.4 : 0) + (judged[2] ? 0.3 : 0) + (judged[3] ? 0.3 : 0);
  const confidence = 0.25 * (text + found + profile.completeness + core);
  // A profile that says nothing, or a posting that does, leaves too little to go by whatever the other side holds.
  const capped = profile.isEmpty || analysis.textLength < 40 ? Math.min(confidence, 0.3) : confidence;
  return Math.round(capped * 100) / 100;
}
