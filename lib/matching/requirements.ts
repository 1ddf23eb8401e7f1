import type { Requirement } from "@/db/schema/shapes";
import type { Unit } from "./posting-units";
import { getSkill, type SkillMention } from "./skills";
import { readStrength, type Strength, strengthAt } from "./strength";
import { yearsIn } from "./years";

type RequirementSpan = Requirement["spans"][number];

const RANK: Record<Strength, number> = { mentioned: 0, nice: 1, must: 2 };
const MAX_REQUIREMENTS = 200;
const MAX_SPANS = 10;
/** Said by the role family already; as requirements they would count twice. */
const ROLE_CONCEPTS = new Set([
  "frontend-development",
  "backend-development",
  "full-stack-development",
  "mobile-development",
  "web-development",
  "technical-leadership",
]);
const MARKUP = new Set(["html", "css", "sql", "xml", "json", "yaml", "bash", "sass", "less"]);

/** What a posting asks for, strongest first in the order of the text. Each list of alternatives is one requirement. */
export function readRequirements(
  title: readonly SkillMention[],
  body: readonly (readonly [Unit, SkillMention[]])[],
): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const mention of title) {
    if (ROLE_CONCEPTS.has(mention.skillId)) continue;
    add(found, { anyOf: [mention.skillId], strength: "must", spans: [{ ...spanOf(mention), inTitle: true }] });
  }
  for (const [unit, mentions] of body) {
    if (unit.section === "benefits" || unit.section === "boilerplate" || unit.section === "negated") continue;
    readUnit(found, unit, mentions);
  }
  return [...found.values()].sort((a, b) => RANK[b.strength] - RANK[a.strength]).slice(0, MAX_REQUIREMENTS);
}

/** Skills are searched over the whole text once, so that lists over several lines keep their neighbors. */
export function mentionsByUnit(mentions: readonly SkillMention[], units: readonly Unit[]): [Unit, SkillMention[]][] {
  let index = 0;
  return units.map((unit) => {
    while ((mentions[index]?.start ?? Number.POSITIVE_INFINITY) < unit.start) index++;
    const inside: SkillMention[] = [];
    while ((mentions[index]?.start ?? Number.POSITIVE_INFINITY) < unit.end)
      inside.push(mentions[index++] as SkillMention);
    return [unit, inside];
  });
}

function readUnit(found: Map<string, Requirement>, unit: Unit, mentions: SkillMention[]): void {
  if (mentions.length === 0) return;
  const strength = readStrength(unit.text, unit.section);
  const minYears = yearsIn(unit.text)[0]?.min;
  for (const group of groupAlternatives(unit, mentions)) {
    const asked = group.flatMap((mention) => {
      const at = strengthAt(strength, mention.start - unit.start);
      return at === undefined || ROLE_CONCEPTS.has(mention.skillId) ? [] : [{ mention, at }];
    });
    const first = asked[0];
    if (!first) continue;
    const weakest = asked.reduce((least, { at }) => (RANK[at] < RANK[least] ? at : least), first.at);
    add(found, {
      anyOf: [...new Set(asked.map(({ mention }) => mention.skillId))].slice(0, 20),
      strength: weakest,
      spans: asked.map(({ mention }) => spanOf(mention)).slice(0, MAX_SPANS),
      ...(weakest === "must" && minYears !== undefined && { minYears }),
    });
  }
}

/** "Java, Kotlin or Scala" is one group of three; "Java and Docker" two groups of one. */
function groupAlternatives(unit: Unit, mentions: SkillMention[]): SkillMention[][] {
  const groups: SkillMention[][] = [];
  for (const chain of chainsOf(unit, mentions)) {
    if (isAlternatives(unit, chain)) groups.push(chain.map(({ mention }) => mention));
    else groups.push(...pairsOf(chain));
  }
  return groups;
}

interface Link {
  mention: SkillMention;
  /** What joins this one to the one before it in the list. */
  joint: "start" | "," | "and" | "or" | "/";
}

function chainsOf(unit: Unit, mentions: SkillMention[]): Link[][] {
  const chains: Link[][] = [];
  let previous: SkillMention | undefined;
  for (const mention of mentions) {
    const joint = previous
      ? jointOf(unit.text.slice(previous.end - unit.start, mention.start - unit.start))
      : undefined;
    if (joint) chains.at(-1)?.push({ mention, joint });
    else chains.push([{ mention, joint: "start" }]);
    previous = mention;
  }
  return chains;
}

function jointOf(gap: string): Link["joint"] | undefined {
  const bare = gap
    .replace(/[\d.]+(?=[\s,/)]|$)/g, "")
    .trim()
    .toLowerCase();
  if (/^,?\s*(?:and\/or|or|oder|bzw\.?|or even|or alternatively)(?:\s+(?:a|an|another|other|any))?$/.test(bare))
    return "or";
  if (/^,?\s*(?:and|und|&|\+|as well as|sowie)$/.test(bare)) return "and";
  if (bare === "/") return "/";
  return bare === "," || bare === "|" ? "," : undefined;
}

const CHOICE_BEFORE =
  /\b(?:one|any|either|some|at least one|several|similar|such as|e\.\s?g\.?|like|z\.\s?b\.?|wie|modern|another|equivalent|among|mindestens eine\w?|including but not limited to)\b[^;:.]{0,50}[:(]?\s*$/i;
const CHOICE_AFTER =
  /^[\s,]*(?:\(?(?:or|oder)\s+(?:any\s+|an?\s+)?(?:other\s+)?(?:similar|equivalent|comparable|related|alike|ähnlich\w*|vergleichbar\w*|another|other)|etc\b|\.\.\.|…|or similar)/i;

function isAlternatives(unit: Unit, chain: Link[]): boolean {
  if (chain.length < 2) return false;
  const joints = chain.slice(1).map(({ joint }) => joint);
  if (joints.includes("or")) return !joints.includes("and");
  if (joints.includes("and")) return false;
  const first = (chain[0] as Link).mention;
  const last = (chain.at(-1) as Link).mention;
  if (joints.every((joint) => joint === "/")) return chain.every((link, i) => i === 0 || areAlike(chain[i - 1], link));
  const before = unit.text.slice(0, first.start - unit.start);
  const after = unit.text.slice(last.end - unit.start);
  return (CHOICE_BEFORE.test(before) || CHOICE_AFTER.test(after)) && sameSort(chain);
}

/** A list that is not all alternatives may still hold some: "Docker and Java/Kotlin", "Java or Kotlin and SQL". */
function pairsOf(chain: Link[]): SkillMention[][] {
  const groups: SkillMention[][] = [];
  chain.forEach((link, index) => {
    const joins = link.joint === "or" || (link.joint === "/" && areAlike(chain[index - 1], link));
    if (joins) groups.at(-1)?.push(link.mention);
    else groups.push([link.mention]);
  });
  return groups;
}

function areAlike(a: Link | undefined, b: Link): boolean {
  const left = a && getSkill(a.mention.skillId);
  const right = getSkill(b.mention.skillId);
  if (!left || !right) return false;
  if (left.related.has(right.id) || right.related.has(left.id)) return true;
  return left.kind === "language" && right.kind === "language" && !MARKUP.has(left.id) && !MARKUP.has(right.id);
}

function sameSort(chain: Link[]): boolean {
  const kinds = new Set(chain.map(({ mention }) => getSkill(mention.skillId)?.kind));
  return kinds.size === 1;
}

function add(found: Map<string, Requirement>, requirement: Requirement): void {
  const key = [...requirement.anyOf].sort().join("|");
  const known = found.get(key);
  if (!known) {
    found.set(key, requirement);
    return;
  }
  if (RANK[requirement.strength] > RANK[known.strength]) known.strength = requirement.strength;
  known.spans = [...known.spans, ...requirement.spans].slice(0, MAX_SPANS);
  if (requirement.minYears !== undefined) known.minYears = Math.max(known.minYears ?? 0, requirement.minYears);
}

function spanOf({ skillId, start, end, quote }: SkillMention): RequirementSpan {
  return { skillId, start, end, quote };
}
