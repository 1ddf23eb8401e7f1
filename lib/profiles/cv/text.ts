import type { ProfileFacts } from "@/db/schema/shapes";
import { assembleFacts, type CvParts } from "./assemble";
import { findDateRange } from "./dates";
import { readEducation } from "./education";
import { readHeadline, readPlaces, readSummary } from "./header";
import { readLanguages } from "./languages";
import { splitLines, tidyCvText } from "./lines";
import { withoutPrivate } from "./private";
import { readRoles } from "./roles";
import { type Section, type SectionKind, splitSections } from "./sections";
import type { EvidenceBlock } from "./skills";

export interface ReadCv {
  facts: ProfileFacts;
  /** The text as it is kept: tidied, without private details. Spans of the facts point into it. */
  cvText: string;
}

/**
 * Reads a CV in English or German, as plain text or Markdown. Nothing is guessed that the text does not say; what is
 * unsure has a low confidence. Time grows with the length of the text, which is cut at 200,000 characters.
 */
export function readCvText(raw: string, now: Date = new Date()): ReadCv {
  const cvText = withoutPrivate(tidyCvText(raw));
  return { facts: assembleFacts(cvText, partsOf(cvText), now), cvText };
}

function partsOf(text: string): CvParts {
  const sections = withImpliedExperience(splitSections(splitLines(text)));
  const of = (...kinds: SectionKind[]) => sections.filter(({ kind }) => kinds.includes(kind));
  const lists = of("skills").flatMap((section) => blockOf(section, "list", section.heading || "Skills") ?? []);
  return {
    headline: readHeadline(sections),
    summary: readSummary(text, sections),
    roles: of("experience").flatMap(readRoles),
    education: of("education").flatMap(readEducation),
    languages: readLanguages(sections),
    places: readPlaces(sections),
    blocks: [
      ...lists,
      ...of("header").flatMap((section) => blockOf(section, "list", "Header") ?? []),
      ...of("summary").flatMap((section) => blockOf(section, "list", section.heading || "Summary") ?? []),
      ...of("languages", "experience").flatMap((section) => blockOf(section, "list", section.heading) ?? []),
      ...of("certificates").flatMap((section) => blockOf(section, "education", section.heading) ?? []),
      ...of("education").flatMap((section) => blockOf(section, "education", section.heading) ?? []),
      ...of("projects").flatMap(projectBlocks),
    ],
    lists,
    stretches: sections.flatMap(({ kind, lines }) => {
      const filled = lines.filter(({ isBlank }) => !isBlank);
      return filled.length > 0 ? [{ kind, start: filled[0]?.start ?? 0, end: filled.at(-1)?.end ?? 0 }] : [];
    }),
    hasHeadings: sections.length > 2,
  };
}

/** A CV without the heading for it: from the first dated line on, the header or summary tells of work. */
function withImpliedExperience(sections: readonly Section[]): Section[] {
  if (sections.some(({ kind }) => kind === "experience")) return [...sections];
  return sections.flatMap((section) => {
    if (section.kind !== "header" && section.kind !== "summary") return [section];
    const dated = section.lines.findIndex(({ plain, isBlank }) => !isBlank && findDateRange(plain) !== undefined);
    if (dated < 0) return [section];
    let first = dated;
    while (
      first > 1 &&
      dated - first < 2 &&
      !section.lines[first - 1]?.isBlank &&
      (section.lines[first - 1]?.plain.length ?? 99) < 90
    )
      first--;
    return [
      { ...section, lines: section.lines.slice(0, first) },
      { kind: "experience" as const, heading: "", lines: section.lines.slice(first) },
    ];
  });
}

function blockOf(section: Section, kind: EvidenceBlock["kind"], where: string): EvidenceBlock | undefined {
  const filled = section.lines.filter(({ isBlank }) => !isBlank);
  const first = filled[0];
  const last = filled.at(-1);
  return first && last
    ? { kind, where: where || "CV", isCurrent: false, start: first.start, end: last.end }
    : undefined;
}

/** One block a project: a line that is no bullet names it, the bullets below tell of it. */
function projectBlocks(section: Section): EvidenceBlock[] {
  const blocks: EvidenceBlock[] = [];
  const hasNames = section.lines.some(({ isBlank, isBullet }) => !isBlank && !isBullet);
  let isAfterBlank = true;
  for (const line of section.lines) {
    if (line.isBlank) {
      isAfterBlank = true;
      continue;
    }
    const current = blocks.at(-1);
    const isNew = !current || line.isMarked || (hasNames ? isAfterBlank && !line.isBullet : line.isBullet);
    const range = findDateRange(line.plain);
    if (isNew) {
      const name =
        (range ? line.plain.slice(0, range.start) + line.plain.slice(range.end) : line.plain).split(/[:|–—]| - /)[0] ??
        "";
      const where = `Project: ${name.replace(/[\s(),]+$/, "").slice(0, 120)}`;
      blocks.push({ kind: "project", where, isCurrent: false, ...datesOf(range), start: line.start, end: line.end });
    } else {
      current.end = line.end;
      if (current.from === undefined && range && !line.isBullet) Object.assign(current, datesOf(range));
    }
    isAfterBlank = false;
  }
  return blocks.slice(0, 200);
}

function datesOf(range: ReturnType<typeof findDateRange>): Partial<EvidenceBlock> {
  return range ? { from: range.from, to: range.to, isCurrent: range.isCurrent } : {};
}
