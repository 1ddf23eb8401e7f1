import { readFileSync } from "node:fs";
import { longestAlias } from "@/lib/matching/skill-trie";
import { getSkill } from "@/lib/matching/skills";
import type { SkillKind } from "@/lib/matching/taxonomy/parse-table";
import { tokenize } from "@/lib/matching/tokens";

/** A sentence of SkillSpan with its knowledge spans as people marked them. */
export interface Sentence {
  text: string;
  spans: string[];
}

/** Sentences of one posting. The data has no posting boundary; "posted:" stands once near the top of each. */
export type Posting = Sentence[];

export function readSkillSpan(path: string): Posting[] {
  const postings: Posting[] = [[]];
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const rows = block.split("\n").flatMap((line) => {
      const [word, , tag] = line.split("\t");
      return word && tag ? [{ word, tag }] : [];
    });
    if (rows.length === 0) continue;
    const text = rows.map(({ word }) => word).join(" ");
    const isTop = /posted:/.test(text) && postings.at(-1)?.some((sentence) => /posted:/.test(sentence.text));
    if (isTop) postings.push([]);
    postings.at(-1)?.push({ text, spans: spansOf(rows) });
  }
  return postings;
}

function spansOf(rows: readonly { word: string; tag: string }[]): string[] {
  const spans: string[] = [];
  let isOpen = false;
  for (const { word, tag } of rows) {
    if (tag.startsWith("B-")) spans.push(word);
    else if (tag.startsWith("I-") && isOpen) spans[spans.length - 1] += ` ${word}`;
    isOpen = tag !== "O";
  }
  return spans;
}

const NAMED = new Set<SkillKind>(["language", "framework", "tool", "platform", "database"]);

/** Concepts, practices and domains are not named technology and count on neither side. */
export function isNamed(skillId: string): boolean {
  const skill = getSkill(skillId);
  return skill === undefined ? skillId.startsWith("gold:") : NAMED.has(skill.kind);
}

/**
 * Named technology inside a text that a person marked as knowledge: dictionary look-up of every alias, longest first,
 * without the rules of context the product uses. `extra` holds names the taxonomy does not know, so they count as missed.
 */
export function goldOf(span: string, extra: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const tokens = tokenize(span);
  for (let index = 0; index < tokens.length; index++) {
    const candidate = longestAlias(span, tokens, index, true);
    if (!candidate) continue;
    found.add(candidate.skill.id);
    index = candidate.after - 1;
  }
  const folded = ` ${span.toLowerCase()} `;
  for (const [name, id] of extra) if (folded.includes(` ${name} `)) found.add(id);
  return new Set([...found].filter(isNamed));
}
