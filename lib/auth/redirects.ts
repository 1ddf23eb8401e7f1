import "server-only";

const HOME = "/jobs";
/** A stand-in for our own origin: what resolves to anything else would have left it. */
const HERE = "http://joba.invalid";
/** What browsers drop or read as a slash. */
const REWRITTEN = /[\p{Cc}\p{Cf}\p{Z}\\]/u;
/** The same and a slash, percent-encoded: no path of ours holds them, and something in between might decode. */
const ENCODED = /%(?:0[0-9a-f]|1[0-9a-f]|2f|5c|7f)/i;

/** A path of our own pages to send somebody to, whoever it came from; the start page for everything else. */
export function safePath(value: unknown, fallback: string = HOME): string {
  if (typeof value !== "string" || value.length > 2000) return fallback;
  if (!value.startsWith("/") || value.startsWith("//") || REWRITTEN.test(value)) return fallback;
  if (!URL.canParse(value, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(value, HERE);
  // `/..//evil.example` begins with one slash and resolves to two.
  if (origin !== HERE || pathname.startsWith("//") || ENCODED.test(pathname)) return fallback;
  return pathname === "/api" || pathname.startsWith("/api/") ? fallback : `${pathname}${search}${hash}`;
}
