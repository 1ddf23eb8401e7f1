import { fold } from "@/lib/jobs/text";
import { SKILLS, skillOfPhrase } from "@/lib/matching/skills";

export interface SkillSuggestion {
  skillId: string;
  name: string;
  kind: string;
}

const LIMIT = 8;

/** Known skills for what was typed so far: the exact one, then names and aliases that begin with it, then those that hold it. */
export function suggestSkills(typed: string): SkillSuggestion[] {
  const text = fold(typed.trim());
  if (text === "") return [];
  const exact = skillOfPhrase(typed);
  const ranked = SKILLS.flatMap((skill) => {
    const names = skill.aliases.map((alias) => fold(alias.text));
    const rank =
      skill.id === exact?.id
        ? 0
        : names[0]?.startsWith(text)
          ? 1
          : names.some((name) => name.startsWith(text))
            ? 2
            : names[0]?.includes(text)
              ? 3
              : 4;
    return rank < 4 ? [{ skill, rank }] : [];
  });
  return ranked
    .sort(
      (a, b) => a.rank - b.rank || a.skill.name.length - b.skill.name.length || (a.skill.name < b.skill.name ? -1 : 1),
    )
    .slice(0, LIMIT)
    .map(({ skill: { id, name, kind } }) => ({ skillId: id, name, kind }));
}
