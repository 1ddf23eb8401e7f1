import type { MatchedRequirement, ProfileFacts, ProfileSkill, SkillEvidence } from "@/db/schema/shapes";
import { getSkill, SKILLS } from "./skills";
import { SKILL_KINDS } from "./taxonomy/parse-table";

/** What a profile is worth for one skill. */
export interface Credit {
  credit: "exact" | "implied" | "related";
  /** 0-1: where and when it was used. */
  value: number;
  months?: number;
  /** Sentence for a person when the credit is not exact. */
  reason?: string;
  isListOnly: boolean;
  spans: MatchedRequirement["profileSpans"];
}

const EVIDENCE_WEIGHT: Record<SkillEvidence["kind"], number> = { role: 1, project: 0.85, education: 0.7, list: 0.6 };
const IMPLIED = [0.9, 0.81];
const MAX_SPANS = 3;
const FRESH_YEARS = 2;
const STALE_YEARS = 8;
const STALE_WEIGHT = 0.6;

/** Credits of a profile by skill id, at a time: exact ones, then what they imply (two steps), then what is near. */
export function creditTable(facts: ProfileFacts, cvText: string, now: Date): Map<string, Credit> {
  const table = new Map<string, Credit>();
  for (const skill of facts.skills) {
    const known = table.get(skill.skillId);
    const own = exactCredit(skill, cvText, now);
    if (!known || own.value > known.value) table.set(skill.skillId, own);
  }
  for (const [id, own] of ordered(table)) spreadTo(table, id, id, own, 0);
  for (const [id, own] of ordered(table)) {
    if (own.credit === "related") continue;
    for (const { other, weight } of NEAR.get(id) ?? []) {
      offer(table, other, {
        credit: "related",
        value: own.value * weight,
        reason: `${nameOf(id)} is related to ${nameOf(other)}, not the same`,
        isListOnly: own.isListOnly,
        spans: own.spans,
      });
    }
  }
  return table;
}

/** Languages and frameworks first, so that "React implies JavaScript" is told before "Jest implies JavaScript". */
function ordered(table: ReadonlyMap<string, Credit>): [string, Credit][] {
  const rank = (id: string) => SKILL_KINDS.indexOf(getSkill(id)?.kind ?? "domain");
  return [...table].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function exactCredit(skill: ProfileSkill, cvText: string, now: Date): Credit {
  let value = 0;
  let isListOnly = true;
  const spans: Credit["spans"] = [];
  for (const evidence of skill.evidence) {
    const last =
      evidence.kind === "list" ? skill.lastUsedOn : (evidence.to ?? (evidence.from ? undefined : skill.lastUsedOn));
    value = Math.max(value, EVIDENCE_WEIGHT[evidence.kind] * recency(last, now));
    if (evidence.kind !== "list") isListOnly = false;
  }
  // A skill a person typed has no evidence; long use counts like a project.
  if (skill.evidence.length === 0) {
    isListOnly = (skill.months ?? 0) < 24;
    value = (isListOnly ? EVIDENCE_WEIGHT.list : EVIDENCE_WEIGHT.project) * recency(skill.lastUsedOn, now);
  }
  const strongestFirst = [...skill.evidence].sort((a, b) => EVIDENCE_WEIGHT[b.kind] - EVIDENCE_WEIGHT[a.kind]);
  for (const { span, where } of strongestFirst) {
    if (!span || spans.length >= MAX_SPANS) continue;
    const quote = cvText.slice(span.start, span.end);
    if (quote !== "")
      spans.push({ start: span.start, end: span.start + quote.length, quote: quote.slice(0, 1000), where });
  }
  return {
    credit: "exact",
    value: value * (0.5 + 0.5 * skill.confidence),
    ...(skill.months !== undefined && { months: skill.months }),
    isListOnly,
    spans,
  };
}

/** 1 up to two years ago, falling evenly to 0.6 at eight. `month` is an ISO month; none means still in use. */
export function recency(month: string | undefined, now: Date): number {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(month ?? "");
  if (!match) return 1;
  const years =
    now.getUTCFullYear() + now.getUTCMonth() / 12 - (Number(match[1]) + (Number(match[2] ?? "12") - 1) / 12);
  if (years <= FRESH_YEARS) return 1;
  const share = Math.min(1, (years - FRESH_YEARS) / (STALE_YEARS - FRESH_YEARS));
  return 1 - share * (1 - STALE_WEIGHT);
}

function spreadTo(table: Map<string, Credit>, origin: string, id: string, own: Credit, step: number): void {
  const factor = IMPLIED[step];
  if (factor === undefined) return;
  for (const implied of getSkill(id)?.implies ?? []) {
    offer(table, implied, {
      credit: "implied",
      value: own.value * factor,
      ...(own.months !== undefined && { months: own.months }),
      reason: `${nameOf(origin)} implies ${nameOf(implied)}`,
      isListOnly: own.isListOnly,
      spans: own.spans,
    });
    spreadTo(table, origin, implied, own, step + 1);
  }
}

const CREDIT_RANK = { exact: 2, implied: 1, related: 0 };

/** Keeps the better kind of credit; an exact one still takes the higher value of what implies it. */
function offer(table: Map<string, Credit>, id: string, offered: Credit): void {
  const known = table.get(id);
  if (!known) table.set(id, offered);
  else if (CREDIT_RANK[known.credit] > CREDIT_RANK[offered.credit]) {
    if (known.credit === "exact" && offered.value > known.value)
      table.set(id, { ...known, value: offered.value, isListOnly: offered.isListOnly });
  } else if (CREDIT_RANK[offered.credit] > CREDIT_RANK[known.credit] || offered.value > known.value)
    table.set(id, offered);
}

function nameOf(id: string): string {
  return getSkill(id)?.name ?? id.replace(/^custom:/, "");
}

const NEAR = nearSkills();

function nearSkills(): Map<string, { other: string; weight: number }[]> {
  const weights = new Map<string, Map<string, number>>();
  const set = (a: string, b: string, weight: number) => {
    const row = weights.get(a) ?? new Map<string, number>();
    row.set(b, Math.max(row.get(b) ?? 0, weight));
    weights.set(a, row);
  };
  for (const { id, related } of SKILLS) {
    for (const [other, weight] of related) {
      set(id, other, weight);
      set(other, id, weight);
    }
  }
  return new Map([...weights].map(([id, row]) => [id, [...row].map(([other, weight]) => ({ other, weight }))]));
}
