import { resolveCandidates } from "./skill-context";
import { type Candidate, longestAlias } from "./skill-trie";
import type { Skill } from "./taxonomy/parse-table";
import { findSkill, SKILLS } from "./taxonomy/taxonomy";
import { addressRanges, type Token, tokenize } from "./tokens";

export { SKILLS };

/** A skill named in a text. `quote` is `text.slice(start, end)`, offsets in UTF-16 code units. */
export interface SkillMention {
  skillId: string;
  name: string;
  start: number;
  end: number;
  quote: string;
}

/** The skill with this taxonomy id, or undefined: ids stored by an older taxonomy may be gone. */
export function getSkill(id: string): Skill | undefined {
  return findSkill(id);
}

/**
 * Every skill a text names, in order, longest alias first, never overlapping. Words that are also plain English
 * ("go", "rust", "spring") count only with the right case and surroundings. Time grows with the length of the text.
 */
export function findSkills(text: string): SkillMention[] {
  const tokens = tokenize(text);
  const addresses = addressRanges(text);
  const candidates: Candidate[] = [];
  let address = 0;
  for (let index = 0; index < tokens.length; index++) {
    const { start } = tokens[index] as Token;
    while ((addresses[address]?.end ?? Number.POSITIVE_INFINITY) <= start) address++;
    if ((addresses[address]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const candidate = longestAlias(text, tokens, index);
    if (!candidate || isHostName(text, (tokens[candidate.after - 1] as Token).end)) continue;
    candidates.push(candidate);
    index = candidate.after - 1;
  }
  return resolveCandidates(text, tokens, candidates).map(({ skill, first, after }) => {
    const start = (tokens[first] as Token).start;
    const end = (tokens[after - 1] as Token).end;
    return { skillId: skill.id, name: skill.name, start, end, quote: text.slice(start, end) };
  });
}

/** The skill an isolated phrase names as a whole ("React.js", "Go"), context or not. For skill fields people fill in. */
export function skillOfPhrase(phrase: string): Skill | undefined {
  const text = phrase.trim();
  const tokens = tokenize(text);
  const candidate = tokens.length > 0 ? longestAlias(text, tokens, 0, true) : undefined;
  return candidate?.after === tokens.length ? candidate.skill : undefined;
}

function isHostName(text: string, end: number): boolean {
  return (
    text[end] === "." && /^\.(?:com|org|io|dev|ai|co|app|de|eu|me)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 6))
  );
}
