import { ai } from "./ai";
import { concepts, domains, practices } from "./concepts";
import { databases, dataTools } from "./data";
import { devTools } from "./dev-tools";
import { devopsTools } from "./devops";
import { languages } from "./languages";
import { parseSkillTable, type Skill } from "./parse-table";
import { platforms } from "./platforms";
import { serverFrameworks } from "./server-frameworks";
import { webFrameworks } from "./web-frameworks";

/** Bumped with every change of a table, so that stored analyses are made again. */
export const TAXONOMY_VERSION = "2026.08.1";

/** Every skill the product knows by name. */
export const SKILLS: readonly Skill[] = [
  ...parseSkillTable(languages, "language"),
  ...parseSkillTable(webFrameworks, "framework"),
  ...parseSkillTable(serverFrameworks, "framework"),
  ...parseSkillTable(databases, "database"),
  ...parseSkillTable(dataTools, "tool"),
  ...parseSkillTable(ai, "platform"),
  ...parseSkillTable(platforms, "platform"),
  ...parseSkillTable(devopsTools, "tool"),
  ...parseSkillTable(devTools, "tool"),
  ...parseSkillTable(concepts, "concept"),
  ...parseSkillTable(practices, "practice"),
  ...parseSkillTable(domains, "domain"),
];

const BY_ID = new Map(SKILLS.map((skill) => [skill.id, skill]));

export function findSkill(id: string): Skill | undefined {
  return BY_ID.get(id);
}
