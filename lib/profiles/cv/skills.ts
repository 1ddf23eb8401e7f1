import type { ProfileSkill, SkillEvidence } from "@/db/schema/shapes";
import type { SkillMention } from "@/lib/matching/skills";
import { type DateRange, isoMonth, mergedMonths, monthOf, rangeMonths } from "./dates";
import type { SectionKind } from "./sections";

/** A stretch of the CV that says where a skill was used. Later blocks lie inside or beside earlier ones; the narrowest counts. */
export interface EvidenceBlock extends DateRange {
  kind: SkillEvidence["kind"];
  where: string;
  start: number;
  end: number;
  /** Offsets of the employer's name: "Northwind Logistics" says nothing about knowing logistics. */
  employer?: { start: number; end: number };
}

export interface Stretch {
  kind: SectionKind;
  start: number;
  end: number;
}

const MAX_EVIDENCE = 12;
const NO_SKILLS = new Set<SectionKind>(["contact", "other"]);
const CONFIDENCE: Record<SkillEvidence["kind"], number> = { role: 0.95, project: 0.9, education: 0.8, list: 0.7 };
const RANK: readonly SkillEvidence["kind"][] = ["role", "project", "education", "list"];
const NEGATED = /\b(?:no|not|never|without|kein(?:e|en|er)?|nicht|ohne)(?: \w+){0,2} $/i;

/** Every known skill with where, when and how long it was used. One piece of evidence a skill and block. */
export function collectSkills(
  mentions: readonly SkillMention[],
  text: string,
  blocks: readonly EvidenceBlock[],
  stretches: readonly Stretch[],
  now: Date,
): ProfileSkill[] {
  const skills = new Map<
    string,
    { name: string; evidence: SkillEvidence[]; ranges: DateRange[]; seen: Set<unknown> }
  >();
  for (const { skillId, name, start, end } of mentions) {
    const stretch = stretches.find((candidate) => start >= candidate.start && start < candidate.end);
    if (stretch && NO_SKILLS.has(stretch.kind)) continue;
    if (NEGATED.test(text.slice(Math.max(0, start - 40), start))) continue;
    const block = narrowest(blocks, start, end);
    if (!block || (block.employer && start >= block.employer.start && end <= block.employer.end)) continue;
    const skill = skills.get(skillId) ?? { name, evidence: [], ranges: [], seen: new Set() };
    skills.set(skillId, skill);
    if (skill.seen.has(block)) continue;
    skill.seen.add(block);
    if (block.from !== undefined && block.kind !== "education") skill.ranges.push(block);
    if (skill.evidence.length >= MAX_EVIDENCE) continue;
    skill.evidence.push({
      kind: block.kind,
      where: block.where.slice(0, 300),
      ...(block.from !== undefined && { from: block.from }),
      ...(block.to !== undefined && { to: block.to }),
      span: { start, end },
    });
  }
  return [...skills]
    .map(([skillId, { name, evidence, ranges }]) => {
      const sorted = evidence.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
      const months = Math.min(720, mergedMonths(ranges, now));
      const last = lastMonth(ranges, now);
      return {
        skillId,
        name,
        ...(months > 0 && { months }),
        ...(last && { lastUsedOn: last }),
        evidence: sorted,
        confidence: Math.max(...sorted.map(({ kind }) => CONFIDENCE[kind])),
      };
    })
    .sort((a, b) => (b.months ?? 0) - (a.months ?? 0))
    .slice(0, 250);
}

/** Entries of a skill list the taxonomy does not know, kept in the person's own words. */
export function collectOwnSkills(
  mentions: readonly SkillMention[],
  text: string,
  lists: readonly EvidenceBlock[],
): ProfileSkill[] {
  const own = new Map<string, ProfileSkill>();
  // Lists and mentions both go down the text, so one walk tells which entries hold a known skill.
  let next = 0;
  for (const list of lists) {
    for (const item of text.slice(list.start, list.end).matchAll(/[^,;|·•\n/()]+/g)) {
      if (item[0].length > 80) continue;
      const label = /^[^:]*:\s*/.exec(item[0])?.[0].length ?? 0;
      const name = item[0].slice(label).replace(/^[\s*_#-]+|[\s*_.]+$/g, "");
      const start = item.index + list.start + label + item[0].slice(label).indexOf(name);
      const end = start + name.length;
      while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      if (!isNamable(name) || (mentions[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
      const skillId = `custom:${name.toLowerCase()}`.slice(0, 80);
      if (own.has(skillId) || own.size >= 20) continue;
      own.set(skillId, {
        skillId,
        name,
        evidence: [{ kind: "list", where: list.where, span: { start, end } }],
        confidence: 0.4,
      });
    }
  }
  return [...own.values()];
}

function isNamable(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 32 &&
    name.split(/\s+/).length <= 3 &&
    /\p{L}/u.test(name) &&
    !/[.!?@]\s|https?:|^\d|\d{4}|\b(?:and|und|with|mit|the|etc|years?|jahre|experience|erfahrung|team|communication|kommunikation|problem|motivat\w*|fluent|native|basics?|advanced|good|gut|sehr|expert|proficient|intermediate|others?)\b/i.test(
      name,
    )
  );
}

function narrowest(blocks: readonly EvidenceBlock[], start: number, end: number): EvidenceBlock | undefined {
  let best: EvidenceBlock | undefined;
  for (const block of blocks) {
    if (start < block.start || end > block.end) continue;
    if (!best || block.end - block.start < best.end - best.start) best = block;
  }
  return best;
}

function lastMonth(ranges: readonly DateRange[], now: Date): string | undefined {
  const ends = ranges.flatMap((range) => rangeMonths(range, now)?.end ?? []);
  return ends.length > 0 ? isoMonth(Math.min(Math.max(...ends) - 1, monthOf(now))) : undefined;
}
