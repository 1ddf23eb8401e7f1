/** A run of letters and digits, or one symbol. Offsets are UTF-16 code units of the text it came from. */
export interface Token {
  lower: string;
  start: number;
  end: number;
  isWord: boolean;
}

const TOKEN = /([\p{L}\p{N}]+)|[^\s\p{L}\p{N}]/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    tokens.push({
      lower: raw.toLowerCase(),
      start: match.index,
      end: match.index + raw.length,
      isWord: match[1] !== undefined,
    });
  }
  return tokens;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|dev|me|co|app|ai)\/\S*/gi;

/** Ranges of web and mail addresses, in order: words inside them say nothing about skills. */
export function addressRanges(text: string): { start: number; end: number }[] {
  if (!/[@/]|www\./.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
