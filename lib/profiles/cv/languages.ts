import type { ProfileFacts } from "@/db/schema/shapes";
import { LANGUAGES } from "../languages";
import type { Section } from "./sections";

type Language = ProfileFacts["languages"][number];

const PATTERNS = LANGUAGES.map(
  ([code, name, others]) =>
    [code, name, new RegExp(`(?<!\\p{L})(?:${[name, others].filter(Boolean).join("|")})(?!\\p{L})`, "iu")] as const,
);

const LEVELS: readonly [Language["level"], RegExp][] = [
  ["native", /\b(?:native|mother ?tongue|bilingual|first language|mutter ?sprach\w*|zweisprachig)\b/i],
  [
    "basic",
    /\b(?:a1|a2|b1|basic|basics|beginner|elementary|limited|conversational|grund ?kenntnisse|anf[aä]nger|lernend|learning)\b/i,
  ],
  [
    "fluent",
    /\b(?:c1|c2|fluent|fluency|full professional|near[- ]native|proficient|excellent|advanced|verhandlungssicher\w*|flie(?:ß|ss)end\w*|sehr gut\w*|business[- ]fluent)\b/i,
  ],
  ["professional", /\b(?:b2|professional|working|good|gut\w*|intermediate|business|solide)\b/i],
];
/** Elsewhere than under its own heading a language counts only beside its level, in a short line. */
const OUTSIDE = new Set(["header", "contact", "summary", "skills", "education", "other"]);

/** Human languages with their level. `isStated` is false when the CV names no level and "professional" is our guess. */
export function readLanguages(sections: readonly Section[]): (Language & { isStated: boolean })[] {
  const found = new Map<string, Language & { isStated: boolean }>();
  for (const { kind, lines } of sections) {
    if (kind !== "languages" && !OUTSIDE.has(kind)) continue;
    for (const [index, line] of lines.slice(0, 300).entries()) {
      if (kind !== "languages" && line.plain.length > 90) continue;
      for (const piece of line.plain
        .replace(/^[^:]{3,20}:(?=.*[,;|·])/, "")
        .split(/[,;|·•\n]|\s+(?:and|und)\s+|\s{3,}/)
        .slice(0, 60)) {
        const known = PATTERNS.find(([, , pattern]) => pattern.test(piece));
        if (!known) continue;
        const next = lines[index + 1]?.plain ?? "";
        const level =
          levelOf(piece) ??
          (kind === "languages" && isOnlyLanguage(line.plain)
            ? (levelOf(line.plain) ?? (languageIn(next) ? undefined : levelOf(next)))
            : undefined);
        if (kind !== "languages" && !level) continue;
        const [code, name] = known;
        if (!found.get(code)?.isStated) {
          found.set(code, { code, name, level: level ?? "professional", isStated: level !== undefined });
        }
      }
    }
  }
  return [...found.values()].slice(0, 30);
}

function levelOf(text: string): Language["level"] | undefined {
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** A line about one language: whatever level stands anywhere in it is meant. */
function isOnlyLanguage(text: string): boolean {
  return text.length <= 80 && PATTERNS.filter(([, , pattern]) => pattern.test(text)).length === 1;
}

function languageIn(text: string): boolean {
  return PATTERNS.some(([, , pattern]) => pattern.test(text));
}
