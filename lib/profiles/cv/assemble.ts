import { type Place, type ProfileFacts, profileFactsSchema } from "@/db/schema/shapes";
import type { Seniority } from "@/db/schema/vocabulary";
import { readSeniority } from "@/lib/jobs/titles";
import { findSkills } from "@/lib/matching/skills";
import { findPlace } from "@/lib/places/places";
import { mergedMonths, monthOf, rangeMonths } from "./dates";
import type { Education } from "./education";
import { readRoleHeader } from "./role-header";
import type { CvRole } from "./roles";
import { collectOwnSkills, collectSkills, type EvidenceBlock, type Stretch } from "./skills";

/** What was read from a CV, still with its places in the text. */
export interface CvParts {
  headline: string;
  summary: string;
  roles: CvRole[];
  education: Education[];
  languages: (ProfileFacts["languages"][number] & { isStated: boolean })[];
  places: Place[];
  /** Stretches that are neither a role nor an education: projects, lists, the summary. */
  blocks: EvidenceBlock[];
  /** The skill lists among them, whose unknown entries are kept as own skills. */
  lists: EvidenceBlock[];
  stretches: Stretch[];
  /** Whether the CV names its parts by headings. */
  hasHeadings: boolean;
}

const RECENT_MONTHS = 72;

/** Facts with a confidence for each field. Pure: the same parts on the same day give the same facts. */
export function assembleFacts(text: string, parts: CvParts, now: Date): ProfileFacts {
  const roles = [...parts.roles].sort((a, b) => lastOf(b, now) - lastOf(a, now));
  const working = roles.filter(({ title }) => readSeniority(title) !== "intern");
  const months = mergedMonths(working, now);
  const titles = titlesOf(parts.headline, working, now);
  const headline = parts.headline || (roles[0]?.title ?? "");
  const years = months > 0 ? Math.round((months / 12) * 10) / 10 : undefined;
  const { seniority, isStated } = seniorityOf(parts.headline, working, years);
  const blocks = [
    ...parts.blocks,
    ...roles.map((role) => roleBlock(text, role)),
    ...parts.education.map(educationBlock),
  ];
  const mentions = findSkills(text);
  const known = collectSkills(mentions, text, blocks, parts.stretches, now);
  const skills = [...known, ...collectOwnSkills(mentions, text, parts.lists)];
  const home = parts.places.length > 0 ? parts.places : homeOfWork(roles);
  return profileFactsSchema.parse({
    headline,
    summary: parts.summary,
    titles,
    ...(seniority && { seniority }),
    ...(years !== undefined && { yearsOfExperience: Math.min(60, years) }),
    skills,
    roles: roles.slice(0, 60).map((role) => storedRole(text, role)),
    education: parts.education.slice(0, 30).map(({ start, end, ...education }) => education),
    languages: parts.languages.map(({ isStated: _, ...language }) => language),
    locations: home.slice(0, 10),
    confidence: {
      headline: parts.headline ? 0.9 : headline ? 0.7 : 0,
      titles: titles.length === 0 ? 0 : parts.headline && roles.length > 0 ? 0.9 : 0.75,
      seniority: seniority ? (isStated ? 0.9 : 0.5) : 0,
      yearsOfExperience: yearsConfidence(working, years),
      roles: rolesConfidence(roles, parts.hasHeadings),
      skills: skillsConfidence(known),
      education: average(
        parts.education.map(({ level, institution }) => (level !== "none" && institution ? 0.9 : 0.6)),
      ),
      languages: average(parts.languages.map((language) => (language.isStated ? 0.95 : 0.5))),
      locations: parts.places.length > 0 ? 0.85 : home.length > 0 ? 0.5 : 0,
      summary: parts.summary ? 0.9 : 0,
    },
  });
}

function lastOf(role: CvRole, now: Date): number {
  if (role.isCurrent) return monthOf(now) + 1 + (rangeMonths(role, now)?.start ?? 0) / 100_000;
  return rangeMonths(role, now)?.end ?? 0;
}

/** Own title first, then those of the last six years: what lies longer back is not what the person is now. */
function titlesOf(headline: string, roles: readonly CvRole[], now: Date): string[] {
  const recent = roles.filter((role, index) => index === 0 || monthOf(now) - lastOf(role, now) < RECENT_MONTHS);
  const own = readRoleHeader([headline]).title;
  const unique = new Map<string, string>();
  for (const title of [own, ...recent.map((role) => role.title)]) {
    const key = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (key !== "" && title.length <= 80 && !unique.has(key)) unique.set(key, title);
  }
  return [...unique.values()].slice(0, 5);
}

function seniorityOf(
  headline: string,
  roles: readonly CvRole[],
  years: number | undefined,
): { seniority?: Seniority; isStated: boolean } {
  const stated = readSeniority(headline) ?? readSeniority(roles[0]?.title ?? "");
  if (stated) return { seniority: stated, isStated: true };
  if (years === undefined) return { isStated: false };
  return { seniority: years < 2 ? "junior" : years < 5 ? "mid" : "senior", isStated: false };
}

function homeOfWork(roles: readonly CvRole[]): Place[] {
  const place = findPlace(roles[0]?.location ?? "");
  return place?.scope === "city" ? [place] : [];
}

function roleBlock(text: string, role: CvRole): EvidenceBlock {
  const where = [role.title, role.company].filter(Boolean).join(" at ") || "Experience";
  const name = role.company === "" ? -1 : text.slice(0, role.bodyStart).indexOf(role.company, role.start);
  return {
    kind: "role",
    where,
    from: role.from,
    to: role.to,
    isCurrent: role.isCurrent,
    start: role.start,
    end: role.end,
    ...(name >= 0 && { employer: { start: name, end: name + role.company.length } }),
  };
}

function educationBlock({ degree, field, institution, from, to, start, end }: Education): EvidenceBlock {
  const where = [degree || field, institution].filter(Boolean).join(", ") || "Education";
  return { kind: "education", where, from, to, isCurrent: false, start, end };
}

function storedRole(text: string, { title, company, location, from, to, isCurrent, start, end, bodyStart }: CvRole) {
  return {
    title,
    company,
    ...(from && { from }),
    ...(to && { to }),
    isCurrent,
    ...(location && { location }),
    summary: text.slice(bodyStart, end).slice(0, 8000),
    span: { start, end },
  };
}

function yearsConfidence(roles: readonly CvRole[], years: number | undefined): number {
  if (years === undefined) return 0;
  const dated = roles.filter(({ from }) => from !== undefined);
  const exact = dated.filter(({ from, to }) => from?.length === 7 && (to === undefined || to.length === 7));
  return round(0.7 + 0.25 * (exact.length / dated.length) - 0.3 * (1 - dated.length / roles.length));
}

function rolesConfidence(roles: readonly CvRole[], hasHeadings: boolean): number {
  const scores = roles.map(({ title, company, from }) => (title ? 0.4 : 0) + (company ? 0.25 : 0) + (from ? 0.3 : 0));
  return round(average(scores) * (hasHeadings ? 1 : 0.7));
}

function skillsConfidence(skills: { confidence: number; evidence: { kind: string }[] }[]): number {
  if (skills.length === 0) return 0;
  const used = skills.filter(({ evidence }) => evidence.some(({ kind }) => kind !== "list")).length / skills.length;
  return round(0.6 + 0.35 * used);
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
