import type { Section } from "./headings";

export type Strength = "must" | "nice" | "mentioned";

const NICE_BEFORE =
  /\b(?:ideally|preferably|nice[- ]to[- ]have|bonus(?: points)?(?: for| if)?|(?:a |big |strong )?plus[:,]|familiarity with|familiar with|(?:some )?exposure to|not required,? but|optionally|we['’]d love|would be (?:great|nice|a plus|ideal|beneficial)|even better if|extra points|idealerweise|gerne auch|wünschenswert|nice if|preference for|pluses|beneficial|appreciate)\b/gi;
const NICE_AFTER =
  /\b(?:(?:is|are|would be|as|also|strong|big|huge|definite|considered|a) (?:a )?(?:(?:big|huge|strong|definite|major|real) )?(?:plus|bonus|advantage|asset)|a plus|plus\b(?! \w)|preferred|(?:is|are|would be) (?:a )?(?:nice[- ]to[- ]have|desirable|desired|beneficial|ideal|advantageous|optional|appreciated|welcome|helpful)|nice[- ]to[- ]have|good to have|desirable|(?:highly |also )?appreciated|(?:von|ein) (?:vorteil|plus)|wünschenswert|optional|not (?:strictly )?necessary but)\b/gi;
const MUST =
  /\b(?:must(?:[- ]haves?)?|required?|requires|mandatory|essential|minimum|at least|you (?:need|have|bring)|need to have|we (?:need|require)|zwingend|erforderlich|mindestens|voraussetzung|unbedingt)\b|\d\+?\s*(?:\+|or more )?\s*(?:years?|yrs?|jahre)/i;
const BOUNDARY = /[;.!?()]| [-–—] |\bbut\b|\baber\b/g;

export interface Scope {
  start: number;
  end: number;
}

/** How strongly each part of a unit asks, by the words in it and the section it stands in. Offsets are inside the unit. */
export interface UnitStrength {
  base: Strength;
  nice: Scope[];
  negated: Scope[];
}

const BASE: Record<Section, Strength> = {
  must: "must",
  nice: "nice",
  negated: "mentioned",
  duties: "mentioned",
  about: "mentioned",
  benefits: "mentioned",
  boilerplate: "mentioned",
  other: "mentioned",
};

export function readStrength(unit: string, section: Section): UnitStrength {
  const nice: Scope[] = [];
  for (const match of unit.matchAll(NICE_BEFORE)) {
    nice.push({ start: match.index, end: nextBoundary(unit, match.index + match[0].length) });
  }
  for (const match of unit.matchAll(NICE_AFTER)) {
    nice.push({ start: wishStart(unit, match.index), end: match.index + match[0].length });
  }
  const canRise = section === "other" || section === "duties" || section === "about";
  return { base: canRise && MUST.test(unit) ? "must" : BASE[section], nice, negated: negatedScopes(unit) };
}

/** The strength at an offset of the unit; undefined where the mention is negated. */
export function strengthAt({ base, nice, negated }: UnitStrength, offset: number): Strength | undefined {
  if (negated.some(({ start, end }) => offset >= start && offset < end)) return undefined;
  return nice.some(({ start, end }) => offset >= start && offset < end) ? "nice" : base;
}

const NEGATOR =
  /\b(?:no|not|never|without|don['’]?t|do not|does not|doesn['’]t|isn['’]t|aren['’]t|won['’]t|cannot|instead of|rather than|other than|except|kein(?:e|en|er|em)?|nicht|ohne|statt)\b/gi;
const HARMLESS =
  /^(?:not only|not just|not limited|not necessarily|no matter|no-|not-|nicht nur|without (?:compromis|sacrific|being|any (?:help|support))|don['’]?t (?:worry|hesitate|forget|miss|have all)|not to mention|never (?:stop|stand))/i;
const NEGATED_AFTER =
  /\b(?:(?:is|are|experience|knowledge|skills?)\s+)*(?:not|isn['’]t|aren['’]t)\s+(?:strictly |absolutely )?(?:required|needed|necessary|mandatory|a (?:must|requirement)|used|expected)\b|\bnicht (?:erforderlich|nötig|notwendig|zwingend)\b/gi;
const MAX_NEGATED_LENGTH = 60;

function negatedScopes(unit: string): Scope[] {
  const scopes: Scope[] = [];
  for (const match of unit.matchAll(NEGATED_AFTER)) {
    const end = match.index + match[0].length;
    // "not required but nice" is a wish, not a refusal.
    if (/^,?\s*(?:but|though|aber)\b/i.test(unit.slice(end))) continue;
    scopes.push({ start: previousBoundary(unit, match.index, /[;.!?(),]/g), end });
  }
  for (const match of unit.matchAll(NEGATOR)) {
    if (HARMLESS.test(unit.slice(match.index))) continue;
    const rest = unit.slice(match.index + match[0].length);
    // What "not" says about the words after it ends where "required" comes: those belong to NEGATED_AFTER.
    if (/^\s+(?:strictly |absolutely )?(?:required|needed|necessary|mandatory)\b/i.test(rest)) {
      const tail = /^\s+(?:\w+ )?(?:required|needed|necessary|mandatory)\s+to\b/i.exec(rest);
      if (!tail) continue;
    }
    const stop = rest.search(/[,;.:!?)]|\b(?:but|sondern|aber|and (?:we|you)|we['’]re|we (?:use|are)|however)\b/i);
    const length = Math.min(stop < 0 ? rest.length : stop, MAX_NEGATED_LENGTH);
    scopes.push({ start: match.index, end: match.index + match[0].length + length });
  }
  return scopes;
}

/** In "Strong React skills, TypeScript is a plus" only what follows the comma is a wish. */
function wishStart(unit: string, until: number): number {
  const start = previousBoundary(unit, until);
  const comma = unit.lastIndexOf(",", until);
  if (comma <= start || /^,\s*(?:and|or|und|oder)\b/i.test(unit.slice(comma))) return start;
  return DEMAND.test(unit.slice(start, comma)) ? comma : start;
}
const DEMAND =
  /\b(?:strong|solid|proven|proficien\w+|expert\w*|experience|years?|must|deep|excellent|fluent|required)\b/i;

function nextBoundary(unit: string, from: number): number {
  BOUNDARY.lastIndex = from;
  return BOUNDARY.exec(unit)?.index ?? unit.length;
}

function previousBoundary(unit: string, until: number, boundary: RegExp = BOUNDARY): number {
  let start = 0;
  for (const match of unit.slice(0, until).matchAll(boundary)) {
    // ". NET" and "Node.js" hold no boundary.
    if (
      match[0] === "." &&
      /^\.\s?\p{L}/u.test(unit.slice(match.index)) &&
      !/^\.\s\p{Lu}\p{Ll}/u.test(unit.slice(match.index))
    )
      continue;
    start = match.index + match[0].length;
  }
  return start;
}
