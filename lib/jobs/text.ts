/** Controls but tab and line ends, and everything invisible or direction-changing. Lone surrogates are \p{Cs}. */
const UNWANTED = /(?![\t\n\r])\p{Cc}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\p{Cs}/gu;

/** Anything but the characters Western texts are made of; far cheaper to look for than the above. */
const UNCOMMON = /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u21ff\u25a0-\u25ff]/;

/** Text that Postgres and a screen can hold: no NUL, no invisible or direction-changing characters, no half characters. */
export function wellFormed(text: string): string {
  return UNCOMMON.test(text) ? text.replace(UNWANTED, replacement) : text;
}

// Line and paragraph separators part words; nothing else of the class is seen.
function replacement(char: string): string {
  return char === "\u2028" || char === "\u2029" || char === "\u000b" || char === "\u000c" ? "\n" : "";
}

/** One line: well formed, white space collapsed, at most `max` UTF-16 units. */
export function oneLine(text: string, max: number): string {
  return clip(
    wellFormed(clip(text, max * 8))
      .replace(/\s+/g, " ")
      .trim(),
    max,
  ).trimEnd();
}

/** The first `max` units without cutting a surrogate pair in half. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

const SPECIAL: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "’": "'",
};
const NON_ASCII = /[^\p{ASCII}]/u;

/** Lower case without diacritics, for comparison keys: "Zürich" and "Zurich" are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßøæœłđðþı’]/g, (char) => SPECIAL[char] ?? char);
}
