import type { SkillKind } from "./taxonomy/parse-table";
import { SKILLS } from "./taxonomy/taxonomy";

/**
 * How much a requirement tells about a job: 1 for a named technology few postings ask for, less for what nearly all
 * ask for. A hand-set stand-in for inverse document frequency: shares below are read off 80 training postings of
 * SkillSpan tech and 205 postings of two employers, rounded into tiers, so one corpus cannot dominate.
 */
const TIERS: [number, string][] = [
  [0.3, "agile git scrum code-review version-control debugging jira github ci-cd devops open-source testing"],
  [
    0.45,
    "sql html css linux rest-api api-design cloud-computing unit-testing automated-testing json http kanban gitlab",
  ],
  [
    0.6,
    "javascript python java docker aws microservices databases machine-learning artificial-intelligence design-patterns",
  ],
  [0.75, "react typescript nodejs kubernetes postgresql mysql azure gcp mongodb redis angular spring cpp"],
];
const KIND_WEIGHT: Record<SkillKind, number> = {
  language: 1,
  framework: 1,
  tool: 0.9,
  platform: 0.9,
  database: 0.9,
  concept: 0.4,
  practice: 0.3,
  domain: 0.3,
};
/** Concepts that are a trade of their own and weigh like a technology. */
const HEAVY = new Set(
  "embedded-systems llm rag computer-vision nlp accessibility design-systems distributed-systems blockchain web-performance micro-frontends mlops ai-agents reinforcement-learning compilers computer-graphics high-performance-computing robotics".split(
    " ",
  ),
);

const WEIGHTS = new Map<string, number>(SKILLS.map(({ id, kind }) => [id, HEAVY.has(id) ? 0.8 : KIND_WEIGHT[kind]]));
for (const [weight, ids] of TIERS) {
  for (const id of ids.split(" ")) if (WEIGHTS.has(id)) WEIGHTS.set(id, Math.min(weight, WEIGHTS.get(id) ?? 1));
}

/** 0-1; skills of an older taxonomy weigh little. */
export function skillWeight(id: string): number {
  return WEIGHTS.get(id) ?? 0.3;
}
