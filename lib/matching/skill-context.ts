import type { Candidate } from "./skill-trie";
import type { Token } from "./tokens";

/** Decides whether an ambiguous word ("Go", "Spring", "R") stands for the skill, by what surrounds it. */

const CUE_AFTER = new Set(
  `developer developers engineer engineers engineering programmer programmers programming language code codebase
  services service microservices backend frontend application applications apps framework library libraries stack
  experience ecosystem api apis sdk server entwickler entwicklerin entwicklung kenntnisse erfahrung scripts scripting
  jobs clusters cluster pipelines plugins playbooks cookbooks charts components modules projects developers' tests`.split(
    /\s+/,
  ),
);
const CUE_BEFORE = new Set("in with using via mit know write writing written learn like e.g including".split(" "));
/** "knowledge of Go", never "of Rust" alone. */
const KNOWING = new Set(
  "knowledge understanding command mastery grasp use years experience fluency proficiency expertise".split(" "),
);
const ROLE_WORDS = new Set("engineer developer programmer entwickler entwicklerin engineers developers".split(" "));
const LABEL =
  /(?:languages?|stack|technolog\w+|tools?|tooling|skills?|frameworks?|libraries|databases?|frontend|front-end|backend|back-end|testing|infrastructure|devops|cloud|data|sprachen|kenntnisse|tags|expertise|proficient with)[^:\n]{0,24}[:–-][^:\n]*$/i;
const COMMA = new Set([",", "/", ";", "|", "•", "·", "&", "+", "(", ")"]);
const JOINER = new Set(["and", "or", "und", "oder", "plus", "bzw"]);
/** Words so common in English that a following noun or "in" proves nothing. */
const NO_CUE_AFTER = new Set([
  "less",
  "express",
  "make",
  "slack",
  "oracle",
  "excel",
  "composer",
  "segment",
  "networking",
]);
const NO_CUE_BEFORE = new Set([
  "spring",
  "less",
  "express",
  "realm",
  "heap",
  "emotion",
  "networking",
  "transformers",
  "embedded-systems",
  "flow",
  "sketch",
  "crystal",
  "combine",
  "segment",
  "recoil",
  "astro",
  "bootstrap",
  "stripe",
  "amplitude",
  "render",
]);
const MONTHS = /^(?:summer|fall|autumn|winter|semester|term|quarter|break|season|cohort|internship|\d{4})$/;

export function resolveCandidates(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
): Candidate[] {
  const accepted = candidates.map((candidate) => candidate.isCertain);
  // Twice: a neighbour proven in the first pass proves the next one.
  for (let pass = 0; pass < 2; pass++) {
    for (let index = 0; index < candidates.length; index++) {
      if (accepted[index]) continue;
      accepted[index] = isProven(text, tokens, candidates, accepted, index);
    }
  }
  return candidates.filter((_, index) => accepted[index]);
}

function isProven(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  accepted: readonly boolean[],
  index: number,
): boolean {
  const candidate = candidates[index] as Candidate;
  const { first, after, skill } = candidate;
  if (isGluedToMore(text, tokens, candidate)) return false;
  const next = tokens[after];
  if (skill.id === "spring" && next && MONTHS.test(next.lower)) return false;
  const left = neighbour(text, tokens, candidates[index - 1], candidate);
  const right = neighbour(text, tokens, candidate, candidates[index + 1]);
  const leftIs = left !== "none" && accepted[index - 1] === true;
  const rightIs = right !== "none" && accepted[index + 1] === true;
  if (!candidate.hasRightCase) {
    const leftEnds = leftIs ? left === "comma" : isEdge(text, tokens, first - 1, "left");
    const rightEnds = rightIs ? right === "comma" : isEdge(text, tokens, after, "right");
    return (leftIs || rightIs) && leftEnds && rightEnds;
  }
  if (leftIs || rightIs) return true;
  if (provesEachOther(candidates[index - 1], candidate, left)) return true;
  if (provesEachOther(candidate, candidates[index + 1], right)) return true;
  return hasCue(text, tokens, candidate);
}

/** "R&D", "C-level", "main.go", "@go": part of something else. */
function isGluedToMore(text: string, tokens: readonly Token[], { first, after }: Candidate): boolean {
  const start = (tokens[first] as Token).start;
  const end = (tokens[after - 1] as Token).end;
  const before = text[start - 1] ?? " ";
  const next = text[end] ?? " ";
  const beyond = text[end + 1] ?? " ";
  if (/[&'’@_#$.]/.test(before) && !(before === "." && /\s/.test(text[start - 2] ?? " "))) return true;
  if (before === "-" && /\p{L}/u.test(text[start - 2] ?? " ")) return true;
  if (/['’@_#]/.test(next)) return true;
  return (
    /[&.+-]/.test(next) &&
    /[\p{L}\p{N}+]/u.test(beyond) &&
    !/^-(?:developer|engineer|entwickl|programm|based|kenntnis)/i.test(text.slice(end, end + 12))
  );
}

type Separation = "none" | "comma" | "word" | "space";

/** What stands between two candidates when nothing but list separators does. */
function neighbour(
  text: string,
  tokens: readonly Token[],
  a: Candidate | undefined,
  b: Candidate | undefined,
): Separation {
  if (!a || !b || b.first - a.after > 4) return "none";
  const from = (tokens[a.after - 1] as Token).end;
  const to = (tokens[b.first] as Token).start;
  const gap = text.slice(from, to);
  if (gap.length > 14) return "none";
  if (gap.includes("\n")) return /^[\s•·*–-]*$/.test(gap) && isOwnLine(text, from, tokens, a) ? "comma" : "none";
  let kind: Separation = "space";
  for (let index = a.after; index < b.first; index++) {
    const { lower } = tokens[index] as Token;
    if (COMMA.has(lower)) kind = "comma";
    else if (JOINER.has(lower)) kind = kind === "comma" ? "comma" : "word";
    else if (!/^\d+$/.test(lower) && lower !== ".") return "none";
  }
  return kind;
}

function isOwnLine(text: string, end: number, tokens: readonly Token[], candidate: Candidate): boolean {
  const start = (tokens[candidate.first] as Token).start;
  const line = text.slice(text.lastIndexOf("\n", start) + 1, end);
  return line.replace(/^[\s•·*–-]+/, "").length === end - start;
}

function isEdge(text: string, tokens: readonly Token[], index: number, side: "left" | "right"): boolean {
  const token = tokens[index];
  if (!token) return true;
  if (/[.;:()•·*|–]/.test(token.lower) || (side === "left" && token.lower === "-")) return true;
  const other = tokens[side === "left" ? index + 1 : index - 1] as Token;
  return text.slice(Math.min(token.end, other.end), Math.max(token.start, other.start)).includes("\n");
}

/** "Go/Rust" or "Rust and Go": two ambiguous languages side by side are hardly two verbs. */
function provesEachOther(a: Candidate | undefined, b: Candidate | undefined, separation: Separation): boolean {
  if (!a || !b || separation === "none" || separation === "space") return false;
  return a.hasRightCase && b.hasRightCase && a.skill.kind === b.skill.kind && a.skill.id !== b.skill.id;
}

function hasCue(text: string, tokens: readonly Token[], { first, after, skill }: Candidate): boolean {
  const next = tokens[after];
  const previous = tokens[first - 1];
  const start = (tokens[first] as Token).start;
  const end = (tokens[after - 1] as Token).end;
  if (next && CUE_AFTER.has(next.lower) && !NO_CUE_AFTER.has(skill.id) && next.start - end <= 1) return true;
  if (LABEL.test(text.slice(Math.max(0, text.lastIndexOf("\n", start - 1) + 1, start - 160), start))) return true;
  if (!previous || isProperNoun(text, next, end)) return false;
  const beforeThat = tokens[first - 2];
  if (previous.lower === "of" && beforeThat && KNOWING.has(beforeThat.lower)) return true;
  if (CUE_BEFORE.has(previous.lower) && !NO_CUE_BEFORE.has(skill.id)) return true;
  return skill.kind === "language" && /^[(,–-]$/.test(previous.lower) && ROLE_WORDS.has(beforeThat?.lower ?? "");
}

/** "with Amplitude Holdings": the word goes on as a name. */
function isProperNoun(text: string, next: Token | undefined, end: number): boolean {
  if (!next?.isWord || next.start - end !== 1) return false;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(next.start, next.end)) && !CUE_AFTER.has(next.lower);
}
