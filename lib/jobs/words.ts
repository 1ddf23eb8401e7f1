const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#]*(?:[.'’&][\p{L}\p{N}+#]+)*|\.net\b/gu;
const JOINED: Record<string, string> = { "front end": "frontend", "back end": "backend", "full stack": "fullstack" };
const SAME: Record<string, string> = { sr: "senior", jr: "junior" };

/** Comparable words of a text in order: lower case, "front-end" and "front end" one word, "c++", "c#", ".net" and "node.js" kept. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.normalize("NFKC").toLowerCase().matchAll(WORD)) {
    const pair = JOINED[`${words.at(-1)} ${found}`];
    if (pair) words[words.length - 1] = pair;
    else words.push(SAME[found] ?? found);
  }
  return words;
}

/** True when the words of `phrase` stand side by side and in order. */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false;
  return words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word));
}
