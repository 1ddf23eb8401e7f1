import { z } from "zod";
import type { Place } from "@/db/schema/shapes";
import { findPlace } from "@/lib/places/places";
import { assembleFacts, type CvParts } from "./assemble";
import type { DateRange } from "./dates";
import { degreeLevel } from "./education";
import { readLanguages } from "./languages";
import { splitLines, tidyCvText } from "./lines";
import { withoutPrivate } from "./private";
import { refuse } from "./refusal";
import type { EvidenceBlock } from "./skills";
import type { ReadCv } from "./text";

/** Whatever is not a text counts as absent: exports of other tools are full of nulls and numbers. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => withoutPrivate(tidyCvText(value.slice(0, 20_000))))
  .catch("");
const list = <S extends z.ZodType>(item: S) =>
  z
    .array(z.unknown())
    .transform((items) =>
      items.slice(0, 200).flatMap((value) => {
        const parsed = item.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    )
    .catch([]);
const dates = { startDate: text, endDate: text };

const resumeSchema = z.object({
  basics: z
    .object({
      label: text,
      summary: text,
      location: z.object({ city: text, region: text, countryCode: text }).partial().catch({}),
    })
    .partial()
    .catch({}),
  work: list(
    z
      .object({
        ...dates,
        name: text,
        company: text,
        position: text,
        location: text,
        summary: text,
        highlights: list(text),
      })
      .partial(),
  ),
  projects: list(
    z.object({ ...dates, name: text, description: text, highlights: list(text), keywords: list(text) }).partial(),
  ),
  education: list(
    z.object({ ...dates, institution: text, area: text, studyType: text, courses: list(text) }).partial(),
  ),
  certificates: list(z.object({ name: text, issuer: text }).partial()),
  skills: list(z.object({ name: text, keywords: list(text) }).partial()),
  languages: list(z.object({ language: text, fluency: text }).partial()),
});
type Resume = z.output<typeof resumeSchema>;

const NO_RESUME = "This JSON is not a JSON Resume: it needs at least one of basics, work, skills or education.";

/** Reads a JSON Resume (jsonresume.org), whatever version. Its facts need no guessing; a readable text is made of it for the evidence. */
export function readJsonResume(json: string, now: Date): ReadCv {
  const parsed = resumeSchema.safeParse(parseJson(json));
  if (!parsed.success) throw refuse(NO_RESUME);
  const { basics, work, education, skills } = parsed.data;
  if (!basics.label && !basics.summary && work.length + education.length + skills.length === 0) throw refuse(NO_RESUME);
  const writer = new CvWriter();
  const parts = writeParts(parsed.data, writer);
  return { facts: assembleFacts(writer.text, parts, now), cvText: writer.text };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (error) {
    throw refuse("This JSON cannot be read: it is cut off or has a mistake in it.", error);
  }
}

function writeParts(resume: Resume, out: CvWriter): CvParts {
  const { basics } = resume;
  const blocks: EvidenceBlock[] = [];
  const headline = basics.label ?? "";
  out.block([headline, placeText(resume)]);
  out.heading("Summary", basics.summary);
  const summary = out.block([basics.summary]);
  if (summary) blocks.push({ kind: "list", where: "Summary", isCurrent: false, ...summary });
  out.heading("Experience", resume.work.length > 0);
  const roles = resume.work.flatMap(
    ({ name, company, position = "", location = "", summary, highlights = [], ...rest }) => {
      const range = rangeOf(rest);
      const employer = name || company || "";
      const head = [position, employer, location, datesText(range)].filter(Boolean).join(" | ");
      const body = [summary, ...highlights.map(bullet)];
      const span = out.block([head && `### ${head}`, ...body]);
      if (!span || head === "") return [];
      const bodyStart = Math.min(span.end, span.start + head.length + 5);
      return [
        {
          title: position.slice(0, 200),
          company: employer.slice(0, 200),
          location: location.slice(0, 200),
          ...range,
          ...span,
          bodyStart,
        },
      ];
    },
  );
  out.heading("Projects", resume.projects.length > 0);
  for (const { name, description, highlights = [], keywords = [], ...rest } of resume.projects) {
    const range = rangeOf(rest);
    const span = out.block([
      name && `### ${[name, datesText(range)].filter(Boolean).join(" | ")}`,
      description,
      ...highlights.map(bullet),
      keywords.join(", "),
    ]);
    if (span) blocks.push({ kind: "project", where: `Project: ${name ?? ""}`.slice(0, 130), ...range, ...span });
  }
  out.heading("Education", resume.education.length > 0);
  const education = resume.education.flatMap(
    ({ institution = "", area = "", studyType = "", courses = [], ...rest }) => {
      const { from, to } = rangeOf(rest);
      const span = out.block([
        [studyType, area, institution, datesText({ from, to, isCurrent: false })].filter(Boolean).join(", "),
        courses.join(", "),
      ]);
      if (!span) return [];
      const level = degreeLevel(studyType) ?? ("none" as const);
      return [
        {
          institution: institution.slice(0, 200),
          degree: studyType.slice(0, 200),
          field: area.slice(0, 200),
          level,
          ...(from && { from }),
          ...(to && { to }),
          ...span,
        },
      ];
    },
  );
  out.heading("Certificates", resume.certificates.length > 0);
  const certificates = out.block(
    resume.certificates.map(({ name, issuer }) => bullet([name, issuer].filter(Boolean).join(", "))),
  );
  if (certificates) blocks.push({ kind: "education", where: "Certificates", isCurrent: false, ...certificates });
  out.heading("Skills", resume.skills.length > 0);
  const listed = out.block(
    resume.skills.map(({ name, keywords = [] }) => bullet([name, keywords.join(", ")].filter(Boolean).join(": "))),
  );
  const lists: EvidenceBlock[] = listed ? [{ kind: "list", where: "Skills", isCurrent: false, ...listed }] : [];
  const spoken = resume.languages.map(({ language = "", fluency = "" }) =>
    bullet([language, fluency].filter(Boolean).join(" – ")),
  );
  out.heading("Languages", spoken.length > 0);
  out.block(spoken);
  const languages = readLanguages([{ kind: "languages", heading: "Languages", lines: splitLines(spoken.join("\n")) }]);
  return {
    headline: headline.slice(0, 300),
    summary: (basics.summary ?? "").replace(/\s+/g, " ").slice(0, 4000),
    roles,
    education,
    languages,
    places: placeOf(resume),
    blocks: [...blocks, ...lists],
    lists,
    stretches: [],
    hasHeadings: true,
  };
}

/** Collects lines and knows where they end up in the text. */
class CvWriter {
  text = "";

  heading(name: string, isWanted: unknown): void {
    if (isWanted) this.block([`## ${name}`]);
  }

  /** One paragraph; undefined when none of its lines says anything. */
  block(lines: (string | undefined)[]): { start: number; end: number } | undefined {
    const paragraph = lines.filter((line) => line !== undefined && line.trim() !== "").join("\n");
    if (paragraph === "" || this.text.length + paragraph.length > 190_000) return undefined;
    if (this.text !== "") this.text += "\n\n";
    const start = this.text.length;
    this.text += paragraph;
    return { start, end: this.text.length };
  }
}

function bullet(line: string): string {
  return line === "" ? "" : `- ${line}`;
}

/** "2021", "2021-03" and "2021-03-15"; a missing end means it lasts. */
function rangeOf({ startDate = "", endDate = "" }: { startDate?: string; endDate?: string }): DateRange {
  const from = isoMonthOf(startDate);
  const to = isoMonthOf(endDate);
  return { ...(from && { from }), ...(to && { to }), isCurrent: from !== undefined && to === undefined };
}

function isoMonthOf(date: string): string | undefined {
  return /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?(?=$|-|T)/.exec(date.trim())?.[0];
}

function datesText({ from, to, isCurrent }: DateRange): string {
  return from || to ? `${from ?? ""} – ${to ?? (isCurrent ? "present" : "")}`.trim() : "";
}

function placeText({ basics: { location } }: Resume): string {
  return [location?.city, location?.region, location?.countryCode].filter(Boolean).join(", ");
}

function placeOf(resume: Resume): Place[] {
  const { city = "", countryCode = "" } = resume.basics.location ?? {};
  const hint = /^[a-z]{2}$/i.test(countryCode) ? { country: countryCode.toUpperCase() } : undefined;
  const place = findPlace(city, hint) ?? findPlace(placeText(resume));
  return place ? [place] : [];
}
