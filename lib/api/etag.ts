import { createHash } from "node:crypto";

/** A strong validator of an answer. With a version, `If-Match` compares the version alone: a moved schedule slot is no edit. */
export function etagOf(body: string, version: number | undefined): string {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 16);
  return version === undefined ? `"${hash}"` : `"v${version}.${hash}"`;
}

/** Whether `If-None-Match` holds this tag; weak comparison, as RFC 9110 asks. */
export function isNotModified(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header
    .slice(0, 4000)
    .split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** A version no row has: what cannot be read in `If-Match` never matches. */
const NO_VERSION = -1;

/** The version `If-Match` asks for; undefined without the header and for `*`, which any existing row meets. */
export function expectedVersion(header: string | null): number | undefined {
  if (header === null || header.trim() === "*") return undefined;
  const version = /^"v(\d{1,9})(?:\.[\w-]{1,64})?"$/.exec(header.trim())?.[1];
  return version === undefined ? NO_VERSION : Number(version);
}
