import type { PostingAnalysis, ProfileFacts } from "@/db/schema/shapes";

/** Guards against a CV that quotes the posting: copied lines prove nothing about the person. */

const PROBE_LENGTH = 60;
const MIN_LINE = 25;
const MERGE_GAP = 80;
const MIN_COPIED = 100;

/** A cheap test with three probes around required skills; most postings stop here. */
export function mayBeCopied(cvText: string, text: string, { requirements }: PostingAnalysis): boolean {
  if (cvText.length < MIN_COPIED || text.length < PROBE_LENGTH) return false;
  const last = requirements.length - 1;
  for (const index of [0, last >> 1, last]) {
    const span = requirements[index]?.spans.find(({ inTitle }) => !inTitle);
    const start = span ? Math.max(0, Math.min(span.start - 20, text.length - PROBE_LENGTH)) : 0;
    if (cvText.includes(text.slice(start, start + PROBE_LENGTH))) return true;
  }
  return false;
}

/** Facts without what was copied from this posting: evidence in copied parts of the CV, and copied lines of summaries. */
export function withoutCopied(facts: ProfileFacts, cvText: string, text: string): ProfileFacts {
  const regions = copiedRegions(cvText, text);
  if (regions.length === 0) return facts;
  const isCopied = (span: { start: number; end: number } | undefined) =>
    span !== undefined && regions.some(({ start, end }) => span.start >= start && span.end <= end);
  const lines = linesOf(text);
  const own = (summary: string) =>
    summary
      .split("\n")
      .filter((line) => !lines.has(bare(line)))
      .join("\n");
  return {
    ...facts,
    summary: own(facts.summary),
    roles: facts.roles.map((role) => ({ ...role, summary: own(role.summary) })),
    skills: facts.skills.flatMap((skill) => {
      const evidence = skill.evidence.filter(({ span }) => !isCopied(span));
      if (evidence.length === skill.evidence.length) return skill;
      return evidence.length === 0 ? [] : { ...skill, evidence };
    }),
  };
}

function linesOf(text: string): Set<string> {
  return new Set(text.split("\n").map(bare));
}

function bare(line: string): string {
  return line.replace(/^[\s•*–-]+/, "").trim();
}

/** Where lines of the posting stand word for word in the CV; short lines between copied ones belong to the copy. */
export function copiedRegions(cvText: string, text: string): { start: number; end: number }[] {
  const hits: { start: number; end: number }[] = [];
  for (const line of linesOf(text)) {
    if (line.length < MIN_LINE) continue;
    for (let at = cvText.indexOf(line); at >= 0; at = cvText.indexOf(line, at + line.length)) {
      hits.push({ start: at, end: at + line.length });
    }
  }
  hits.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const hit of hits) {
    const previous = merged.at(-1);
    if (previous && hit.start - previous.end <= MERGE_GAP) previous.end = Math.max(previous.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged
    .filter(({ start, end }) => end - start >= MIN_COPIED)
    .map(({ start, end }) => ({ start: start - MERGE_GAP, end: end + MERGE_GAP }));
}
