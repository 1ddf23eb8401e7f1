import type { Place, Preferences, ProfileFacts } from "@/db/schema/shapes";
import { SENIORITIES, type Seniority } from "@/db/schema/vocabulary";
import { readSeniority } from "@/lib/jobs/titles";
import { type Credit, creditTable } from "./credits";
import { findSkills } from "./skills";
import { informativeTerms } from "./terms";
import { familyCloseness, type RoleFamily, roleFamilyOfTitle } from "./titles";
import { type WeightTable, weightTable } from "./weights";

/** A profile made ready for scoring many jobs. Holds no clock: what depends on time is asked for with `at`. */
export interface MatchProfile {
  facts: ProfileFacts;
  preferences: Preferences;
  cvText: string;
  /** Neither a CV nor a filled-in field: skills, level and title cannot be judged. */
  isEmpty: boolean;
  hasSkills: boolean;
  families: ReadonlySet<RoleFamily>;
  titles: readonly { title: string; words: ReadonlySet<string> }[];
  seniority?: Seniority;
  years?: number;
  terms: ReadonlySet<string>;
  homes: readonly { place: Place; radiusKm: number }[];
  homeCountries: ReadonlySet<string>;
  workCountries: ReadonlySet<string>;
  languages: ReadonlyMap<string, string>;
  degree?: number;
  graduatedOn?: string;
  hasClearance: boolean;
  blockedCompanies: ReadonlySet<string>;
  mustNot?: RegExp;
  weights: WeightTable;
  /** 0-1: how much of a profile there is to judge by. */
  completeness: number;
  tips: readonly string[];
  at(now: Date): { credits: ReadonlyMap<string, Credit>; utcOffsetHours: number };
}

export interface ProfileInput {
  facts: ProfileFacts;
  preferences: Preferences;
  cvText: string;
}

const DEGREES = ["none", "associate", "bachelor", "master", "doctorate"];

/** Everything about a person that does not depend on the job, worked out once. Pure. */
export function prepareProfile({ facts, preferences, cvText }: ProfileInput): MatchProfile {
  const titles = titlesOf(facts, preferences);
  const years = facts.yearsOfExperience ?? yearsOf(facts);
  const seniority = facts.seniority ?? readSeniority(titles[0] ?? "") ?? levelOfYears(years);
  const graduations = facts.education.flatMap(({ to }) => (to ? [to] : []));
  const degree = Math.max(...facts.education.map(({ level }) => DEGREES.indexOf(level)), 0);
  const views = new Map<string, ReturnType<MatchProfile["at"]>>();
  return {
    facts,
    preferences,
    cvText,
    isEmpty: facts.skills.length === 0 && titles.length === 0 && years === undefined,
    hasSkills: facts.skills.length > 0,
    families: new Set(titles.flatMap((title) => roleFamilyOfTitle(title) ?? [])),
    titles: titles.map((title) => ({ title, words: titleWords(title) })),
    ...(seniority && { seniority }),
    ...(years !== undefined && { years }),
    terms: termsOf(facts, titles),
    homes: homesOf(facts, preferences),
    homeCountries: new Set(
      [...facts.locations, ...preferences.locations.map(({ place }) => place)].flatMap(({ country }) => country ?? []),
    ),
    workCountries: new Set(preferences.workCountries.map((code) => code.toUpperCase())),
    languages: languagesOf(facts, preferences),
    ...(degree > 0 && { degree }),
    ...(graduations.length > 0 && { graduatedOn: graduations.sort().at(-1) }),
    hasClearance: /\b(?:security clearance|ts\/sci|top secret|(?:dv|sc)[- ]cleared|clearance:)/i.test(cvText),
    blockedCompanies: new Set(preferences.blockedCompanies.map(companyWords).filter((key) => key !== "")),
    ...mustNotOf(preferences.mustNotWords),
    weights: weightTable(preferences.weights),
    completeness: completenessOf(facts, years),
    tips: tipsOf(facts, years),
    at: (now) => {
      const month = now.toISOString().slice(0, 10);
      const view = views.get(month) ?? {
        credits: creditTable(facts, cvText, now),
        utcOffsetHours: utcOffsetHours(preferences.timeZone, now),
      };
      if (views.size > 8) views.clear();
      views.set(month, view);
      return view;
    },
  };
}

/** "Acme GmbH" and "ACME" are one company on a block list. */
export function companyWords(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(
      /(?<=\S) (?:inc|llc|ltd|limited|gmbh|ag|se|corp|corporation|co|company|plc|bv|sa|sas|srl|ab|oy|as)(?= |$)/g,
      "",
    )
    .trim();
}

const LEVEL_WORDS =
  /^(?:senior|junior|staff|principal|lead|mid|level|sr|jr|ii|iii|iv|the|and|of|remote|hybrid|m|w|f|d|x|for|in)$/;

/** Words of a title that say what the work is, without level and workplace. */
export function titleWords(title: string): Set<string> {
  const words = title
    .toLowerCase()
    .replace(/front[ -]end/g, "frontend")
    .replace(/back[ -]end/g, "backend")
    .replace(/full[ -]stack/g, "fullstack")
    .match(/[\p{L}\p{N}+#.]+/gu);
  return new Set(
    (words ?? [])
      .map((word) => (word === "developer" || word === "entwickler" ? "engineer" : word))
      .filter((word) => !LEVEL_WORDS.test(word)),
  );
}

function titlesOf(facts: ProfileFacts, { targetTitles }: Preferences): string[] {
  const wanted = targetTitles.filter((title) => title !== "");
  if (wanted.length > 0) return wanted;
  const current = facts.roles.filter(({ isCurrent }) => isCurrent).map(({ title }) => title);
  const own =
    facts.titles.length > 0
      ? facts.titles
      : current.length > 0
        ? current
        : facts.roles.slice(0, 1).map(({ title }) => title);
  const titles = [...new Set(own)].filter((title) => title !== "");
  return titles.length > 0 || facts.headline === "" ? titles : [facts.headline];
}

/** The best closeness of any of the person's families to this one. */
export function closenessTo(profile: MatchProfile, family: RoleFamily): number {
  let best = 0;
  for (const own of profile.families) best = Math.max(best, familyCloseness(own, family));
  return best;
}

/** Years covered by dated roles; overlapping roles count once. */
function yearsOf({ roles }: ProfileFacts): number | undefined {
  const months = new Set<number>();
  const ends = roles.flatMap(({ to }) => monthOf(to) ?? []);
  const latest = Math.max(...ends, ...roles.flatMap(({ from }) => monthOf(from) ?? []), Number.NEGATIVE_INFINITY);
  for (const { from, to } of roles) {
    const start = monthOf(from);
    if (start === undefined) continue;
    for (let month = start; month <= (monthOf(to) ?? latest); month++) months.add(month);
  }
  return months.size > 0 ? Math.round((months.size / 12) * 10) / 10 : undefined;
}

function monthOf(month: string | undefined): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(month ?? "");
  return match ? Number(match[1]) * 12 + Number(match[2] ?? "1") - 1 : undefined;
}

function levelOfYears(years: number | undefined): Seniority | undefined {
  if (years === undefined) return undefined;
  return SENIORITIES[years < 2 ? 1 : years < 5 ? 2 : 3];
}

function termsOf(facts: ProfileFacts, titles: readonly string[]): Set<string> {
  const texts = [
    facts.headline,
    facts.summary,
    ...titles,
    ...facts.roles.flatMap(({ title, summary }) => [title, summary]),
  ];
  const custom = facts.skills.filter(({ skillId }) => skillId.startsWith("custom:")).map(({ name }) => name);
  return new Set([...texts, ...custom].flatMap((text) => informativeTerms(text, findSkills(text))));
}

function homesOf(facts: ProfileFacts, preferences: Preferences): MatchProfile["homes"] {
  if (preferences.locations.length > 0) return preferences.locations;
  return facts.locations.map((place) => ({ place, radiusKm: 50 }));
}

function languagesOf(facts: ProfileFacts, preferences: Preferences): Map<string, string> {
  const languages = new Map<string, string>();
  for (const code of preferences.languages) languages.set(code.toLowerCase().slice(0, 2), "professional");
  for (const { code, level } of facts.languages) languages.set(code.toLowerCase().slice(0, 2), level);
  return languages;
}

/** Blank entries would match everything, so they are dropped here too. */
function mustNotOf(words: readonly string[]): Pick<MatchProfile, "mustNot"> {
  const kept = words.map((word) => word.trim()).filter((word) => word !== "");
  if (kept.length === 0) return {};
  const pattern = kept.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")).join("|");
  return { mustNot: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "iu") };
}

function completenessOf(facts: ProfileFacts, years: number | undefined): number {
  const dated = facts.roles.filter(({ from }) => from !== undefined).length;
  return (
    0.4 * Math.min(1, facts.skills.length / 8) +
    0.3 * Math.min(1, dated / 2) +
    0.15 * (years === undefined ? 0 : 1) +
    0.15 * (facts.titles.length > 0 || facts.roles.length > 0 ? 1 : 0)
  );
}

function tipsOf(facts: ProfileFacts, years: number | undefined): string[] {
  const undated = facts.roles.find(({ from }) => from === undefined);
  return [
    ...(facts.skills.length === 0 ? ["Import a CV or add your skills"] : []),
    ...(undated ? [`Add dates to ${(undated.company || undated.title).slice(0, 150)}`] : []),
    ...(years === undefined ? ["Add your years of experience"] : []),
    ...(facts.languages.length === 0 ? ["List the languages you speak"] : []),
  ];
}

function utcOffsetHours(timeZone: string, now: Date): number {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
    const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
    return match ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) + Number(match[3]) / 60) : 0;
  } catch {
    return 0;
  }
}
