import type { PostingAnalysis } from "@/db/schema/shapes";
import type { Seniority } from "@/db/schema/vocabulary";
import type { GateInput } from "./gates";
import { annualFloor, statedPay } from "./gates-offer";
import { nearest } from "./gates-place";
import type { MatchJob } from "./match-job";
import { closenessTo, type MatchProfile, titleWords } from "./profile";
import type { RoleFamily } from "./titles";

/** 0-1 with its sentence; undefined when one side says nothing, so the component is left out of the score. */
export type Judged = { value: number; reason: string } | undefined;

export function judgeTitle(profile: MatchProfile, job: MatchJob, analysis: PostingAnalysis): Judged {
  if (profile.titles.length === 0) return undefined;
  const words = titleWords(job.title);
  let overlap = 0;
  let best = profile.titles[0]?.title ?? "";
  for (const { title, words: wanted } of profile.titles) {
    const share = shareOf(wanted, words);
    if (share > overlap) {
      overlap = share;
      best = title;
    }
  }
  const family = analysis.roleFamily as RoleFamily | undefined;
  if (!family || family === "other" || profile.families.size === 0) {
    return {
      value: overlap,
      reason: overlap > 0.5 ? `The title is close to “${clip(best)}”` : "The title is far from yours",
    };
  }
  const closeness = closenessTo(profile, family);
  const value = Math.max(0.75 * closeness + 0.25 * overlap, overlap === 1 ? 1 : 0);
  const field =
    closeness === 1 ? `Your field: ${family}` : closeness > 0 ? `A near field: ${family}` : `Another field: ${family}`;
  return { value, reason: overlap > 0.5 ? `${field}; the title is close to “${clip(best)}”` : field };
}

function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let hits = 0;
  for (const word of wanted) if (words.has(word)) hits++;
  return hits / wanted.size;
}

/** A manager stands beside staff, half a step up and aside. */
const RUNG: Record<Seniority, number> = {
  intern: 0,
  junior: 1,
  mid: 2,
  senior: 3,
  staff: 4,
  manager: 4.5,
  director: 6,
};
const UP = [1, 0.6, 0.2, 0];
const DOWN = [1, 0.7, 0.2, 0];

export function judgeSeniority(profile: MatchProfile, job: MatchJob, analysis: PostingAnalysis): Judged {
  const wanted = analysis.seniority ?? job.seniority ?? undefined;
  const level = wanted && profile.seniority ? levelValue(RUNG[wanted] - RUNG[profile.seniority]) : undefined;
  const years = yearsValue(profile.years, analysis.minYears, analysis.maxYears);
  if (level === undefined && years === undefined) return undefined;
  const value = level === undefined ? (years as number) : years === undefined ? level : 0.6 * level + 0.4 * years;
  const parts: string[] = [];
  if (wanted && profile.seniority) {
    parts.push(
      wanted === profile.seniority ? `Your level: ${wanted}` : `Asks for ${wanted}, you are ${profile.seniority}`,
    );
  }
  if (years !== undefined && analysis.minYears !== undefined) {
    const asked =
      analysis.maxYears === undefined ? `${analysis.minYears}+` : `${analysis.minYears}-${analysis.maxYears}`;
    parts.push(`${asked} years asked, you have ${profile.years}`);
  }
  return { value, reason: parts.join("; ") };
}

/** Between whole rungs the value falls evenly, so a step further is never better. */
function levelValue(distance: number): number {
  const steps = distance > 0 ? UP : DOWN;
  const size = Math.min(Math.abs(distance), steps.length - 1);
  const low = Math.floor(size);
  const here = steps[low] as number;
  return here + ((steps[low + 1] ?? here) - here) * (size - low);
}

const FAR_OVER = 8;

function yearsValue(own: number | undefined, min: number | undefined, max: number | undefined): number | undefined {
  if (own === undefined || min === undefined || !Number.isFinite(min)) return undefined;
  if (own < min) return Math.max(0, 1 - (1.25 * (min - own)) / min);
  const over = own - (max === undefined ? min + FAR_OVER : max);
  return over <= 0 ? 1 : Math.max(0.6, 1 - 0.04 * over);
}

/** Share of the posting's informative words the profile also uses; saturates, so long texts gain nothing. */
export function judgeText(profile: MatchProfile, { terms }: PostingAnalysis): Judged {
  if (terms.length === 0 || profile.terms.size === 0) return undefined;
  let hits = 0;
  const shared: string[] = [];
  for (const term of terms) {
    if (!profile.terms.has(term)) continue;
    hits++;
    if (shared.length < 3) shared.push(term);
  }
  const value = Math.min(1, hits / (2 + 0.2 * terms.length));
  return { value, reason: hits === 0 ? "Few words in common" : `Words in common: ${shared.join(", ")}` };
}

export function judgeLocation(input: GateInput): Judged {
  const { profile, job } = input;
  const wants = profile.preferences.workplaces;
  let sum = 0;
  let parts = 0;
  let reason = "";
  if (wants.length > 0) {
    const fits = wants.includes(job.workplace);
    sum += fits && job.workplace !== "unknown" ? 1 : job.workplace === "unknown" ? 0.5 : 0;
    parts++;
    reason =
      job.workplace === "unknown"
        ? "Workplace not stated"
        : `${WORKPLACE_NAMES[job.workplace]}, ${fits ? "as" : "not as"} you like it`;
  }
  if (job.workplace !== "remote" && profile.homes.length > 0 && job.places.length > 0) {
    const near = nearest(input);
    sum += near === "near" ? 1 : near === "unknown" ? 0.5 : profile.preferences.willRelocate ? 0.4 : 0.1;
    parts++;
    const place = near === "near" ? "in your area" : near === "far" ? "far from you" : "distance not known";
    reason = reason === "" ? capital(place) : `${reason}; ${place}`;
  }
  return parts === 0 ? undefined : { value: sum / parts, reason };
}

const WORKPLACE_NAMES = { remote: "Remote", hybrid: "Hybrid", onsite: "On-site", unknown: "Not stated" };

export function judgePay(profile: MatchProfile, job: MatchJob): Judged {
  const floor = annualFloor(profile);
  if (!floor) return undefined;
  const pay = statedPay(job);
  if (!pay) return { value: 0.5, reason: "Pay not stated" };
  if (pay.currency !== floor.currency) return { value: 0.5, reason: `Pay in ${pay.currency}, not compared` };
  const ratio = pay.annual / floor.amount;
  if (ratio < 1) return { value: 0, reason: "Pays less than your floor" };
  return {
    value: Math.min(1, 0.6 + 2 * (ratio - 1)),
    reason: ratio >= 1.2 ? "Pays well above your floor" : "Pays above your floor",
  };
}

const DAY_MS = 86_400_000;
const DECAY_DAYS = 21;

/** A repost counts from the day the job was first seen. */
export function judgeRecency(job: MatchJob, now: Date): Judged {
  const posted = Math.min(job.postedAt?.getTime() ?? Number.POSITIVE_INFINITY, job.firstSeenAt.getTime());
  const days = Math.max(0, (now.getTime() - posted) / DAY_MS);
  const whole = Math.floor(days);
  return {
    value: Math.exp(-days / DECAY_DAYS),
    reason: whole === 0 ? "New today" : `${whole} ${whole === 1 ? "day" : "days"} old`,
  };
}

function clip(title: string): string {
  return title.slice(0, 80);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
