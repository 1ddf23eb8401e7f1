import { existsSync, readFileSync } from "node:fs";
import { type PostingAnalysis, type Preferences, type ProfileFacts, preferencesSchema } from "@/db/schema/shapes";
import { analyzePosting } from "@/lib/matching/analysis";
import type { MatchJob } from "@/lib/matching/match-job";
import { prepareProfile } from "@/lib/matching/profile";
import { type MatchResult, scoreMatch } from "@/lib/matching/score";
import { type Cv, type MadePosting, makePostings, renderCv } from "./synthetic";

export const NOW = new Date("2026-08-05T12:00:00Z");
const FOLDER = "../shared/samples/matching/corpus";
const FILES = ["apple_jobs.json", "google_careers_jobs.json"];

interface RecordedJob {
  title: string;
  description: string | null;
}

/** Real postings of two employers and as many made-up ones; undefined when the samples are absent. */
export function loadPostings(): MadePosting[] | undefined {
  const paths = FILES.map((file) => `${FOLDER}/${file}`);
  if (!paths.every((path) => existsSync(path))) return undefined;
  const real = paths
    .flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as RecordedJob[])
    .flatMap(({ title, description }) => (description ? [{ title, text: description }] : []));
  return [...real, ...makePostings(real.length, 7)];
}

export const ABSENT = `${FOLDER} is absent`;

export function jobOf({ title, text }: MadePosting): MatchJob {
  return {
    title,
    companyName: "Fabrikam",
    descriptionText: text,
    workplace: "unknown",
    locationText: "",
    places: [],
    countries: [],
    employmentType: null,
    seniority: null,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryInterval: null,
    salaryAnnualMin: null,
    salaryAnnualMax: null,
    postedAt: NOW,
    firstSeenAt: NOW,
  };
}

const analyses = new Map<string, PostingAnalysis>();

export function analysisOf({ title, text }: MadePosting): PostingAnalysis {
  const key = `${title}\n${text}`;
  const known = analyses.get(key) ?? analyzePosting({ title, descriptionHtml: "", descriptionText: text });
  analyses.set(key, known);
  return known;
}

export function scoreCv(cv: Cv, posting: MadePosting, preferences: Partial<Preferences> = {}): MatchResult {
  return scoreRendered(renderCv(cv), posting, preferences);
}

export function scoreRendered(
  { cvText, facts }: { cvText: string; facts: ProfileFacts },
  posting: MadePosting,
  preferences: Partial<Preferences> = {},
): MatchResult {
  const profile = prepareProfile({ facts, preferences: preferencesSchema.parse(preferences), cvText });
  return scoreMatch(profile, jobOf(posting), analysisOf(posting), { now: NOW });
}
