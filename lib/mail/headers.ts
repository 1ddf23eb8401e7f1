import "server-only";

const MAX_CHARACTERS = 200;
const MAX_READ = 20_000;
/** Controls and line ends of every kind, and the marks that turn or hide text. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]+/gu;

/**
 * Text as one header line: no control character survives, an encoded word (`=?utf-8?q?…?=`) is broken so that no reader
 * decodes it, and at most 200 characters stay.
 */
export function headerText(text: string): string {
  const line = text.slice(0, MAX_READ).replace(UNSEEN, " ").replace(/=\?/g, "= ?").replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join("")}…` : line;
}

/** A server's complaint fit to be stored and shown: one line, without addresses, links or anything like a token. */
export function redactReason(reason: string): string {
  return headerText(reason)
    .replace(/\bhttps?:\/\/\S+/gi, "[link]")
    .replace(/\S*@\S+/g, "[address]")
    .replace(/[\w+/-]{24,}={0,2}/g, "[…]");
}
