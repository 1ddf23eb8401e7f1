import { findSkills } from "./skills";

export const ROLE_FAMILIES = [
  "frontend",
  "backend",
  "fullstack",
  "software",
  "mobile",
  "data",
  "ml",
  "platform",
  "security",
  "qa",
  "embedded",
  "game",
  "architecture",
  "management",
  "design",
  "product",
  "other",
] as const;
export type RoleFamily = (typeof ROLE_FAMILIES)[number];

/** First match wins. */
const FAMILIES: [RoleFamily, RegExp][] = [
  [
    "management",
    /\b(?:engineering|development|delivery|devops|it|software|technical) manager|(?:director|head|vp|manager),? (?:of )?(?:software |platform |product )?(?:engineering|development|technology)|\bcto\b|team ?lead(?:er)?\b|teamleit/i,
  ],
  [
    "other",
    /\b(?:sales|account (?:executive|manager)|recruit\w+|marketing|customer (?:success|support|service)|business (?:development|analyst|partner)|hr|people (?:ops|partner)|finance|accountant|legal|counsel|nurse|teacher|driver|operations manager|office manager|writer|copywriter|mechanical|electrical|civil|chemical|consultant(?! engineer)|administrative)\b/i,
  ],
  [
    "qa",
    /\b(?:qa|quality (?:assurance|engineer)|sdet|test(?:ing)?(?: automation)? (?:engineer|lead|analyst)|automation (?:tester|test)|tester|software (?:engineer|developer) in test)\b/i,
  ],
  ["security", /\b(?:security|appsec|devsecops|penetration|infosec|cyber\w*|red team)\b/i],
  [
    "ml",
    /\b(?:machine learning|ml|ai|deep learning|nlp|computer vision|llm|genai|applied scientist|research (?:scientist|engineer)|mlops|ki)\b/i,
  ],
  ["data", /\b(?:data|analytics|bi|etl|business intelligence|database|dba)\b/i],
  ["mobile", /\b(?:mobile|ios|android|flutter|react native|swift|kotlin multiplatform)\b/i],
  [
    "platform",
    /\b(?:devops|sre|site reliability|platform|infrastructure|cloud|kubernetes|systems? (?:administrator|engineer)|network|release|build|production engineer|reliability|observability|sysadmin)\b/i,
  ],
  ["embedded", /\b(?:embedded|firmware|fpga|hardware|asic|silicon|robotics|rtos|bsp|driver)\b/i],
  ["game", /\b(?:game|gameplay|unity|unreal|graphics)\b/i],
  ["fullstack", /\bfull[ -]?stack\b/i],
  [
    "frontend",
    /\bfront[ -]?end\b|\b(?:ui|ux|web ui|client[- ]side) (?:engineer|developer)|\bdesign engineer\b|\bdesign systems?\b|\bweb (?:developer|engineer)|\bwebentwickler/i,
  ],
  ["backend", /\bback[ -]?end\b|\bserver[- ]side\b|\bapi (?:engineer|developer)\b/i],
  ["design", /\b(?:designer|ux research\w*|ux|ui)\b/i],
  [
    "product",
    /\b(?:product (?:manager|owner)|program manager|project manager|scrum master|agile coach|produktmanager\w*)\b/i,
  ],
  ["architecture", /\barchitect(?:ure)?\b/i],
];
const SOFTWARE =
  /\b(?:software|engineer(?:ing)?|developer|programmer|coder|entwickler(?:in)?|swe|sde|technical staff|softwareentwickler\w*)\b/i;

const FAMILY_OF_SKILL: Record<string, RoleFamily> = {
  ...of("frontend", "react vue angular svelte nextjs nuxt javascript typescript html css ember angularjs"),
  ...of(
    "backend",
    "nodejs java go python ruby rails php laravel django spring spring-boot dotnet csharp aspnet elixir scala rust kotlin symfony nestjs fastapi",
  ),
  ...of("mobile", "ios android flutter react-native swift swiftui"),
  ...of("platform", "kubernetes terraform aws azure gcp docker linux"),
  ...of("data", "spark sql snowflake airflow dbt tableau power-bi"),
  ...of("ml", "pytorch tensorflow llm machine-learning"),
  ...of("embedded", "c embedded-systems fpga"),
};

/** The family of a title, or undefined when it says nothing about the work. */
export function roleFamilyOfTitle(title: string): RoleFamily | undefined {
  const named = FAMILIES.find(([, pattern]) => pattern.test(title))?.[0];
  if (named) return named;
  if (!SOFTWARE.test(title)) return undefined;
  const families = new Set(findSkills(title).flatMap(({ skillId }) => FAMILY_OF_SKILL[skillId] ?? []));
  if (families.has("frontend") && families.has("backend")) return "fullstack";
  return [...families][0] ?? "software";
}

/** How close two families are: 1 the same, 0 far. Symmetric. */
export function familyCloseness(a: RoleFamily, b: RoleFamily): number {
  if (a === b) return a === "other" ? 0 : 1;
  return CLOSENESS.get(pair(a, b)) ?? 0;
}

const CLOSENESS = new Map<string, number>(
  (
    [
      ["frontend", "fullstack", 0.7],
      ["backend", "fullstack", 0.7],
      ["frontend", "software", 0.6],
      ["backend", "software", 0.7],
      ["fullstack", "software", 0.8],
      ["mobile", "software", 0.5],
      ["platform", "software", 0.5],
      ["data", "software", 0.5],
      ["ml", "software", 0.5],
      ["embedded", "software", 0.5],
      ["game", "software", 0.5],
      ["security", "software", 0.4],
      ["qa", "software", 0.4],
      ["frontend", "mobile", 0.5],
      ["frontend", "design", 0.3],
      ["backend", "platform", 0.5],
      ["backend", "data", 0.5],
      ["backend", "mobile", 0.3],
      ["frontend", "backend", 0.3],
      ["data", "ml", 0.6],
      ["data", "platform", 0.4],
      ["ml", "backend", 0.4],
      ["platform", "security", 0.5],
      ["architecture", "backend", 0.6],
      ["architecture", "fullstack", 0.6],
      ["architecture", "software", 0.6],
      ["architecture", "platform", 0.5],
      ["architecture", "frontend", 0.4],
      ["management", "architecture", 0.4],
      ["management", "software", 0.4],
      ["management", "fullstack", 0.4],
      ["management", "frontend", 0.4],
      ["management", "backend", 0.4],
      ["management", "platform", 0.4],
      ["management", "product", 0.4],
      ["product", "design", 0.3],
    ] as const
  ).map(([a, b, weight]) => [pair(a, b), weight]),
);

function pair(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

function of(family: RoleFamily, ids: string): Record<string, RoleFamily> {
  return Object.fromEntries(ids.split(" ").map((id) => [id, family]));
}
