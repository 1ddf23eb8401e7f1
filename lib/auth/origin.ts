import "server-only";
import { isSecure } from "@/lib/auth/cookie";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Reads one header; `Headers` and Node's plain object both fit behind it. */
type ReadHeader = (name: string) => string | null | undefined;

/**
 * True for a request our own pages made. Browsers name the origin of every POST; `null`, another site, a subdomain, the
 * other scheme and no name at all are all strangers.
 */
export function isOwnOrigin(read: ReadHeader): boolean {
  const origin = read("origin");
  if (!origin || !ownOrigins(read).includes(origin)) return false;
  const site = read("sec-fetch-site");
  return !site || site === "same-origin";
}

/** @throws AppError("forbidden") */
export function requireOwnOrigin(headers: Headers): void {
  if (!isOwnOrigin((name) => headers.get(name))) {
    throw new AppError("forbidden", "This request did not come from JOBA");
  }
}

/** APP_URL, and the host this request was sent to: a stranger's page cannot choose it without choosing its own origin. */
function ownOrigins(read: ReadHeader): string[] {
  const forwarded = env.TRUST_PROXY ? lastOf(read("x-forwarded-host")) : undefined;
  const host = forwarded || read("host");
  const isHttps = isSecure || (env.TRUST_PROXY > 0 && lastOf(read("x-forwarded-proto")) === "https");
  const own = [new URL(env.APP_URL).origin];
  if (host) own.push(`${isHttps ? "https" : "http"}://${host.toLowerCase()}`);
  return own;
}

function lastOf(list: string | null | undefined): string | undefined {
  return list?.split(",").at(-1)?.trim();
}
