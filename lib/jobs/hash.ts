import { createHash } from "node:crypto";

const NON_ASCII = /[^\p{ASCII}]/u;

/**
 * SHA-256 (hex) of a posting's words and facts. White space, bullets, zero-width characters and compatibility forms do not
 * count, nor does anything that changes while the posting does not: raw HTML, tracking links, the posting date.
 */
export function contentHash(text: string, facts: Readonly<Record<string, unknown>>): string {
  const compatible = NON_ASCII.test(text) ? text.normalize("NFKC").replace(/[\u200b-\u200f\u2060\ufeff]/g, "") : text;
  const words = compatible.replace(/ ?[\n\r\t•·▪●◦‣–—-][\s•·▪●◦‣–—-]*| {2,}/g, " ").trim();
  const stated = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(stated)).update("\n").update(words).digest("hex");
}
