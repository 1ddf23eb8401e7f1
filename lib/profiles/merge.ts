import type { ProfileFacts, ProfileSkill, Span } from "@/db/schema/shapes";

/** Parts of the facts that are taken or kept as a whole when a CV is read again. */
export const FACT_FIELDS = [
  "headline",
  "titles",
  "seniority",
  "yearsOfExperience",
  "skills",
  "roles",
  "education",
  "languages",
  "locations",
  "summary",
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export const FACT_LABELS: Readonly<Record<FactField, string>> = {
  headline: "Headline",
  titles: "Titles",
  seniority: "Seniority",
  yearsOfExperience: "Years of experience",
  skills: "Skills",
  roles: "Roles",
  education: "Education",
  languages: "Languages",
  locations: "Where you live",
  summary: "Summary",
};

export interface FactChange {
  field: FactField;
  added: string[];
  removed: string[];
  /** Entries that stay but say something else now: dates, level, evidence. */
  changed: string[];
}

/** What taking a newly read CV would change, field by field. Fields that stay the same are left out. */
export function diffFacts(current: ProfileFacts, next: ProfileFacts): FactChange[] {
  return FACT_FIELDS.flatMap((field) => {
    const before = entriesOf(current, field);
    const after = entriesOf(mergeFacts(current, next, [field]), field);
    const change: FactChange = {
      field,
      added: [...after].flatMap(([key, { label }]) => (before.has(key) ? [] : [label])),
      removed: [...before].flatMap(([key, { label }]) => (after.has(key) ? [] : [label])),
      changed: [...after].flatMap(([key, { label, rest }]) => {
        const old = before.get(key);
        return old && old.rest !== rest ? [label] : [];
      }),
    };
    return change.added.length + change.removed.length + change.changed.length > 0 ? [change] : [];
  });
}

/**
 * The current facts with the named fields taken from a newly read CV. Skills a person typed stay beside the read ones.
 * What is kept loses its spans: they point into the text of the CV before.
 */
export function mergeFacts(current: ProfileFacts, next: ProfileFacts, taken: readonly FactField[]): ProfileFacts {
  const merged: ProfileFacts = { ...withinText(current, 0), confidence: { ...current.confidence } };
  for (const field of taken) {
    Object.assign(merged, { [field]: next[field] });
    const confidence = next.confidence[field];
    if (confidence === undefined) delete merged.confidence[field];
    else merged.confidence[field] = confidence;
  }
  if (taken.includes("skills")) {
    const read = new Set(next.skills.map(({ skillId }) => skillId));
    const typed = current.skills.filter(({ skillId, evidence }) => evidence.length === 0 && !read.has(skillId));
    merged.skills = [...next.skills, ...typed].slice(0, 300);
  }
  return merged;
}

/** Facts whose spans all lie inside a text of this length; those that do not are dropped, what they prove stays. */
export function withinText(facts: ProfileFacts, length: number): ProfileFacts {
  const isInside = (span: Span | undefined) => span !== undefined && span.start < span.end && span.end <= length;
  const clean = <T extends { span?: Span }>({ span, ...rest }: T) => ({ ...rest, ...(isInside(span) && { span }) });
  return {
    ...facts,
    roles: facts.roles.map(clean),
    skills: facts.skills.map((skill) => ({ ...skill, evidence: skill.evidence.map(clean) })),
  };
}

type Entry = { label: string; rest: string };

function entriesOf(facts: ProfileFacts, field: FactField): Map<string, Entry> {
  return new Map(listOf(facts, field).map(([label, rest = ""]) => [label.toLowerCase(), { label, rest }]));
}

function listOf(facts: ProfileFacts, field: FactField): [label: string, rest?: string][] {
  switch (field) {
    case "skills":
      return facts.skills.map((skill) => [skill.name, skillSummary(skill)]);
    case "roles":
      return facts.roles.map(({ title, company, from, to, location, summary }) => [
        [title, company].filter(Boolean).join(", "),
        [from, to, location, summary.replace(/\s+/g, " ")].join("|"),
      ]);
    case "education":
      return facts.education.map(({ degree, field: subject, institution, from, to, level }) => [
        [degree, subject, institution].filter(Boolean).join(", "),
        [from, to, level].join("|"),
      ]);
    case "languages":
      return facts.languages.map(({ name, level }) => [name, level]);
    case "locations":
      return facts.locations.map(({ text, city, country }) => [
        city ? [city, country].filter(Boolean).join(", ") : text,
      ]);
    case "titles":
      return facts.titles.map((title) => [title]);
    case "yearsOfExperience":
      return facts.yearsOfExperience === undefined ? [] : [[`${facts.yearsOfExperience} years`]];
    default: {
      const value = facts[field];
      return value ? [[value]] : [];
    }
  }
}

function skillSummary({ months, lastUsedOn }: ProfileSkill): string {
  return `${months ?? ""}|${lastUsedOn ?? ""}`;
}
