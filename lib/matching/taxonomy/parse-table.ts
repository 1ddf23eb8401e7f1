export const SKILL_KINDS = [
  "language",
  "framework",
  "tool",
  "platform",
  "database",
  "concept",
  "practice",
  "domain",
] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

export interface SkillAlias {
  text: string;
  /** "go" is a verb; only "Go" may be the language. */
  isCaseSensitive: boolean;
  /** Counts only beside other skills or words such as "developer". */
  needsContext: boolean;
}

export interface Skill {
  id: string;
  name: string;
  kind: SkillKind;
  /** The name first. */
  aliases: readonly SkillAlias[];
  /** Knowing this skill means knowing those; never the other way round. */
  implies: readonly string[];
  /** Near skills and how much of one counts as the other, at most 0.4. Both ways. */
  related: ReadonlyMap<string, number>;
}

const SIBLING_WEIGHT = 0.35;

/**
 * Reads a table of lines `Name [id] | aliases | > implied ids | ~ related id weight | & siblings | + children`.
 * `=` before a name or alias: case matters; `?`: case and context matter. `# kind` sets the kind of what follows.
 * A sibling is a near product with the same implications; a child implies the skill of its line.
 */
export function parseSkillTable(table: string, firstKind: SkillKind): Skill[] {
  const skills: Skill[] = [];
  let kind = firstKind;
  for (const raw of table.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    if (line.startsWith("# ")) {
      kind = kindOf(line.slice(2).trim());
      continue;
    }
    skills.push(...parseLine(line, kind));
  }
  return skills;
}

function parseLine(line: string, kind: SkillKind): Skill[] {
  const [head = "", ...fields] = line.split("|").map((field) => field.trim());
  const bracket = /^(.*?)\s*\[([a-z0-9-]+)\]$/.exec(head);
  const name = aliasOf(bracket?.[1] ?? head);
  const id = bracket?.[2] ?? slug(name.text);
  const aliases = [name];
  const implies: string[] = [];
  const related = new Map<string, number>();
  const companions: Skill[] = [];
  for (const field of fields) {
    const items = list(field.replace(/^[>~&+] ?/, ""));
    if (field.startsWith(">")) implies.push(...items);
    else if (field.startsWith("~")) for (const item of items) related.set(...weighted(item));
    else if (field.startsWith("+")) companions.push(...items.map((text) => companion(text, kind, [id])));
    else if (field.startsWith("&")) companions.push(...siblings(items, kind, implies, id, related));
    else aliases.push(...items.map(aliasOf));
  }
  return [{ id, name: name.text, kind, aliases: strictest(aliases), implies, related }, ...companions];
}

/** `Chef | ?Chef, …` flags the name itself, so the unflagged spelling of the same text goes. */
function strictest(aliases: SkillAlias[]): SkillAlias[] {
  const flagged = new Set(aliases.filter((alias) => alias.isCaseSensitive).map((alias) => alias.text));
  return aliases.filter((alias) => alias.isCaseSensitive || !flagged.has(alias.text));
}

function siblings(
  names: string[],
  kind: SkillKind,
  implies: string[],
  headId: string,
  related: Map<string, number>,
): Skill[] {
  return names.map((text) => {
    const sibling = companion(text, kind, [...implies]);
    related.set(sibling.id, SIBLING_WEIGHT);
    return { ...sibling, related: new Map([[headId, SIBLING_WEIGHT]]) };
  });
}

function companion(text: string, kind: SkillKind, implies: string[]): Skill {
  const name = aliasOf(text);
  return { id: slug(name.text), name: name.text, kind, aliases: [name], implies, related: new Map() };
}

function aliasOf(text: string): SkillAlias {
  const flag = text[0];
  const isFlagged = flag === "=" || flag === "?";
  return {
    text: isFlagged ? text.slice(1) : text,
    isCaseSensitive: isFlagged,
    needsContext: flag === "?",
  };
}

function weighted(item: string): [string, number] {
  const [id = "", weight = ""] = item.split(" ");
  return [id, Number(weight)];
}

function list(field: string): string[] {
  return field
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function kindOf(word: string): SkillKind {
  const kind = SKILL_KINDS.find((known) => known === word);
  if (!kind) throw new Error(`Unknown kind of skill: ${word}`);
  return kind;
}
