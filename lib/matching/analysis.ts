import type { PostingAnalysis } from "@/db/schema/shapes";
import { readSeniority } from "@/lib/jobs/titles";
import { readClauses } from "./clauses";
import { readUnits, type Unit } from "./posting-units";
import { mentionsByUnit, readRequirements } from "./requirements";
import { findSkills, type SkillMention } from "./skills";
import { TAXONOMY_VERSION } from "./taxonomy/taxonomy";
import { informativeTerms, topTerms } from "./terms";
import { roleFamilyOfTitle } from "./titles";

/** Changes whenever the same posting would be read differently; stored analyses of another version are made again. */
export const ANALYSIS_VERSION = `a1-${TAXONOMY_VERSION}`;

const MAX_TERMS = 120;

export interface PostingText {
  title: string;
  descriptionHtml: string;
  descriptionText: string;
}

/**
 * What a posting asks for. Pure; the same text always reads the same. Every span is exact in `descriptionText`,
 * or in the title where `inTitle` says so. An empty description leaves only what the title says.
 */
export function analyzePosting({ title, descriptionHtml, descriptionText }: PostingText): PostingAnalysis {
  const units = readUnits(descriptionText, descriptionHtml);
  const inTitle = findSkills(title);
  const body = mentionsByUnit(findSkills(descriptionText), units);
  const clauses = readClauses(units);
  const seniority = readSeniority(title);
  const roleFamily = roleFamilyOfTitle(title);
  const asked = clauses
    .filter(({ kind, isHard }) => kind === "years" && isHard)
    .map(({ value }) => value.split("-").map(Number));
  const minYears = Math.max(...asked.map(([min]) => min ?? 0), Number.NEGATIVE_INFINITY);
  const maxYears = asked.find(([min, max]) => min === minYears && max !== undefined)?.[1];
  return {
    requirements: readRequirements(inTitle, body),
    clauses,
    ...(seniority && { seniority }),
    ...(roleFamily && { roleFamily }),
    ...(Number.isFinite(minYears) && { minYears }),
    ...(maxYears !== undefined && { maxYears }),
    textLength: descriptionText.match(/\S+/g)?.length ?? 0,
    terms: topTerms(informativeOf(title, inTitle, body), MAX_TERMS),
  };
}

function informativeOf(
  title: string,
  inTitle: readonly SkillMention[],
  body: readonly (readonly [Unit, SkillMention[]])[],
): string[] {
  const terms = informativeTerms(title, inTitle);
  for (const [{ text, start, section }, mentions] of body) {
    if (section !== "benefits" && section !== "boilerplate") terms.push(...informativeTerms(text, mentions, start));
  }
  return terms;
}
