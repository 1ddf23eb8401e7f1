import type { Line } from "./lines";

export const SECTION_KINDS = [
  "header",
  "contact",
  "summary",
  "experience",
  "projects",
  "education",
  "certificates",
  "skills",
  "languages",
  "other",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface Section {
  kind: SectionKind;
  /** As written; empty for the part above the first heading. */
  heading: string;
  lines: Line[];
}

/** English and German, spelled out; compared without case, punctuation and numbering. */
const HEADINGS: readonly [SectionKind, RegExp][] = [
  [
    "contact",
    /^(?:contact(?: (?:details|information|info|me))?|personal (?:details|information|data)|kontakt(?:daten)?|pers[oö]nliche (?:daten|angaben)|angaben zur person|zur person|details|address|adresse|anschrift)$/,
  ],
  [
    "summary",
    /^(?:(?:professional |career |executive |personal |my )?(?:summary|profile|statement|objective)|about(?: me)?|introduction|bio|[uü]ber mich|(?:berufliches |mein )?(?:kurz)?profil|zusammenfassung|kurzprofil|kurzvorstellung|highlights)$/,
  ],
  [
    "experience",
    /^(?:(?:professional |work(?:ing)? |relevant |industry |job |selected |previous |career )?(?:experiences?|employment|history|work history|career)|(?:employment|work|career|job) history|(?:freelance|consulting) (?:experience|work)|positions?|(?:beruflicher |beruflicher und )?werdegang|beruflicher? (?:werdegang|stationen|laufbahn|erfahrung(?:en)?)|berufliche (?:stationen|laufbahn|erfahrung(?:en)?|t[aä]tigkeit(?:en)?)|berufs(?:erfahrung(?:en)?|praxis|weg|t[aä]tigkeit)|praxiserfahrung|(?:arbeits|praktische )erfahrung(?:en)?|praktische erfahrung(?:en)?|erfahrung(?:en)?|praktika|internships?|t[aä]tigkeiten)$/,
  ],
  [
    "projects",
    /^(?:(?:selected |personal |side |open[ -]source |key |own |private )*projects?|open source(?: (?:work|contributions))?|(?:ausgew[aä]hlte |eigene |private )?projekte?|projekterfahrung|portfolio|publications?|ver[oö]ffentlichungen)$/,
  ],
  [
    "education",
    /^(?:(?:formal |academic )?education(?: and (?:training|certifications?|certificates))?|academic (?:background|qualifications?)|qualifications?|studies|training|(?:schulische |akademische )?(?:aus)?bildung(?:sweg)?|schulbildung|studium(?: und (?:ausbildung|schule))?|ausbildung und studium|akademischer werdegang|bildungsweg|schule|weiterbildung(?:en)?|aus(?:-)? und weiterbildung)$/,
  ],
  [
    "certificates",
    /^(?:certifi(?:cates?|cations?)(?: and (?:courses|training|licen[cs]es))?|licen[cs]es(?: and certifications)?|courses|zertifi(?:kate?|zierungen)|fortbildung(?:en)?|kurse)$/,
  ],
  ["languages", /^(?:languages?|language skills|spoken languages|(?:fremd)?sprachen|sprachkenntnisse)$/],
  [
    "skills",
    /^(?:(?:technical |core |key |hard |professional |main |it |software |top )*(?:skills?|skill ?set|competenc(?:es|ies)|technologies|tech(?:nology)?(?: stack)?|tools|tooling|expertise|knowledge)(?: (?:and|summary) ?(?:tools|technologies|skills|expertise|competencies|abilities)?)?|(?:programming )?languages and (?:technologies|tools|frameworks)|programming languages|technologies|stack|(?:it |edv |fach |technische )?(?:kenntnisse|f[aä]higkeiten|kompetenzen|skills)(?: und (?:f[aä]higkeiten|kenntnisse|technologien))?|(?:fach|edv|it)kenntnisse|technologien|programmierkenntnisse|methoden und tools)$/,
  ],
  [
    "other",
    /^(?:interests?(?: and hobbies)?|hobb(?:y|ies)(?: and interests)?|interessen|hobbys?(?: und interessen)?|interessen und hobbys?|awards?(?: and honou?rs)?|honou?rs(?: and awards)?|auszeichnungen|preise|references?|referenzen|volunteering|volunteer (?:work|experience)|ehrenamt(?:liches engagement)?|engagement|activities|patents|talks|conferences|vortr[aä]ge|soft skills|strengths|st[aä]rken|sonstiges|weiteres|additional information|miscellaneous|links)$/,
  ],
];

/** The CV in its parts. Text above the first known heading is the header. A heading may share its line: "Skills: React, Go". */
export function splitSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ kind: "header", heading: "", lines: [] }];
  for (const line of lines) {
    const heading = line.isBlank || line.isBullet ? undefined : readHeading(line);
    if (heading)
      sections.push({ kind: heading.kind, heading: heading.text, lines: heading.rest ? [heading.rest] : [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function readHeading(line: Line): { kind: SectionKind; text: string; rest?: Line } | undefined {
  const whole = line.plain.length <= 60 ? kindOf(line.plain) : undefined;
  if (whole) return { kind: whole, text: tidyHeading(line.plain) };
  const colon = line.plain.indexOf(":");
  if (colon < 3 || colon > 40) return undefined;
  const head = line.plain.slice(0, colon);
  const kind = kindOf(head);
  // "Languages: Java, Go" inside a skill list is a label there, so only whole-line headings open that part.
  if (!kind || kind === "languages" || kind === "contact" || line.isMarked) return undefined;
  const rest = line.plain.slice(colon + 1).trim();
  if (rest === "") return { kind, text: tidyHeading(head) };
  return {
    kind,
    text: tidyHeading(head),
    rest: { ...line, start: line.end - rest.length, plain: rest, isMarked: false },
  };
}

function kindOf(text: string): SectionKind | undefined {
  const key = unspaced(text)
    .toLowerCase()
    .replace(/[&+/]/g, " and ")
    .replace(/[^\p{L} -]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const german = key.replaceAll(" and ", " und ");
  return HEADINGS.find(([, pattern]) => pattern.test(key) || pattern.test(german))?.[0];
}

/** "E X P E R I E N C E" as designers space it. */
function unspaced(text: string): string {
  if (!/^(?:\p{L} {1,4}){3,}\p{L}$/u.test(text)) return text;
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(" ", ""))
    .join(" ");
}

function tidyHeading(text: string): string {
  const plain = unspaced(text).replace(/^[^\p{L}]+|[^\p{L})]+$/gu, "");
  const isShouting = plain === plain.toUpperCase();
  return (isShouting ? plain.charAt(0) + plain.slice(1).toLowerCase() : plain).slice(0, 100);
}
