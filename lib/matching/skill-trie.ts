import type { Skill, SkillAlias } from "./taxonomy/parse-table";
import { SKILLS } from "./taxonomy/taxonomy";
import { type Token, tokenize } from "./tokens";

interface Entry {
  skill: Skill;
  alias: SkillAlias;
}

interface Node {
  next: Map<string, Node>;
  entries?: Entry[];
}

/** A place where a skill may be named. `isCertain` is false for words that also mean something else. */
export interface Candidate {
  skill: Skill;
  first: number;
  /** Index after the last token. */
  after: number;
  isCertain: boolean;
  hasRightCase: boolean;
}

const root = buildTrie();

/** The longest alias that starts at token `first`, or undefined. `anyCase` takes "ios" for "iOS". */
export function longestAlias(
  text: string,
  tokens: readonly Token[],
  first: number,
  anyCase = false,
): Candidate | undefined {
  let node: Node | undefined = root;
  let best: Candidate | undefined;
  let index = first;
  while (index < tokens.length) {
    const token = tokens[index] as Token;
    if (index > first && !joins(text, tokens, index, first)) break;
    let step: Node | undefined = node.next.get(token.lower);
    let isVersioned = false;
    if (!step && token.isWord) {
      const base = withoutVersion(token.lower);
      step = base ? node.next.get(base) : undefined;
      isVersioned = step !== undefined;
    }
    if (!step) {
      if (index > first && isInnerHyphen(tokens, index)) {
        index++;
        continue;
      }
      break;
    }
    node = step;
    index++;
    best = accept(text, tokens, first, index, node, isVersioned, anyCase) ?? best;
    if (isVersioned) break;
  }
  return best;
}

function accept(
  text: string,
  tokens: readonly Token[],
  first: number,
  after: number,
  node: Node,
  isVersioned: boolean,
  anyCase: boolean,
): Candidate | undefined {
  if (!node.entries || !hasLeftBoundary(text, tokens, first)) return;
  const raw = text.slice((tokens[first] as Token).start, (tokens[after - 1] as Token).end);
  let uncertain: Candidate | undefined;
  for (const { skill, alias } of node.entries) {
    const hasRightCase = anyCase || !alias.isCaseSensitive || sameIgnoringSpace(raw, alias.text);
    if (alias.needsContext) {
      if (!isVersioned) uncertain = { skill, first, after, isCertain: false, hasRightCase };
    } else if (hasRightCase || (isVersioned && raw.startsWith(alias.text))) {
      return { skill, first, after, isCertain: true, hasRightCase: true };
    }
  }
  return uncertain;
}

/** `. NET` and `CI / CD` join across spaces; "node. JS" and lines do not. */
function joins(text: string, tokens: readonly Token[], index: number, first: number): boolean {
  const before = tokens[index - 1] as Token;
  const here = tokens[index] as Token;
  const gap = here.start - before.end;
  if (gap === 0) return true;
  if (gap > 3 || /[\n\r]/.test(text.slice(before.end, here.start))) return false;
  if (before.lower !== ".") return true;
  return index - 1 === first && text.slice(here.start, here.end) === here.lower.toUpperCase();
}

/** In "front-end-developer" a hyphen stands where the alias has a space. */
function isInnerHyphen(tokens: readonly Token[], index: number): boolean {
  const here = tokens[index] as Token;
  if (here.lower !== "-" && here.lower !== "‑" && here.lower !== "_") return false;
  const after = tokens[index + 1];
  return tokens[index - 1]?.end === here.start && after?.start === here.end && after.isWord;
}

function hasLeftBoundary(text: string, tokens: readonly Token[], first: number): boolean {
  const token = tokens[first] as Token;
  if (token.isWord) return true;
  const previous = text[token.start - 1];
  return previous === undefined || !/[\p{L}\p{N}]/u.test(previous);
}

function withoutVersion(word: string): string | undefined {
  return /^([a-z]{3,})\d{1,2}$/.exec(word)?.[1];
}

function sameIgnoringSpace(raw: string, alias: string): boolean {
  if (raw === alias) return true;
  return raw.replace(/[\s-]+/g, "") === alias.replace(/[\s-]+/g, "");
}

function buildTrie(): Node {
  const top: Node = { next: new Map() };
  for (const skill of SKILLS) {
    for (const alias of skill.aliases) {
      for (const text of spellings(alias.text)) {
        let node = top;
        for (const { lower } of tokenize(text)) {
          const next = node.next.get(lower) ?? { next: new Map() };
          node.next.set(lower, next);
          node = next;
        }
        node.entries ??= [];
        node.entries.push({ skill, alias: { ...alias, text } });
      }
    }
  }
  return top;
}

/** "Next.js" is also written "NextJS" and "Next JS". */
function spellings(text: string): string[] {
  const stem = /^(.{2,})\.js$/i.exec(text)?.[1];
  return stem ? [text, `${stem}js`, `${stem} js`] : [text];
}
