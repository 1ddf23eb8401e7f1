import { checkUrl, type Target } from "./address-guard";
import { ACCEPT_ENCODING } from "./body";
import { HttpError } from "./errors";
import type { Answer } from "./exchange";
import type { HttpPolicy, HttpRequest } from "./types";

/** One request of a chain of redirects. */
export interface Hop {
  target: Target;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}

const USER_AGENT = "JOBA/0.1 (personal job search; reads public job boards for one person)";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Ours to set, or meaningless from one hop to the next. */
const RESERVED_HEADERS = new Set([
  "host",
  "connection",
  "keep-alive",
  "content-length",
  "transfer-encoding",
  "te",
  "trailer",
  "upgrade",
  "expect",
  "accept-encoding",
  "proxy-authorization",
  "proxy-connection",
]);
/** What another origin may see of a redirected request: nothing that could be a secret. */
const HARMLESS_HEADERS = new Set(["accept", "accept-encoding", "accept-language", "content-type", "user-agent"]);

export function firstHop(request: HttpRequest, policy: HttpPolicy): Hop {
  const { validators = {} } = request;
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    target: checkUrl(request.url, policy),
    method: request.method ?? "GET",
    body: request.body,
    headers: {
      accept: "*/*",
      "user-agent": USER_AGENT,
      ...Object.fromEntries(own.filter(([name]) => !RESERVED_HEADERS.has(name))),
      "accept-encoding": ACCEPT_ENCODING,
      ...(validators.etag && { "if-none-match": validators.etag }),
      ...(validators.lastModified && { "if-modified-since": validators.lastModified }),
    },
  };
}

export function isRedirect({ status }: Answer): boolean {
  return REDIRECTS.has(status);
}

/** The request a redirect asks for, judged like any other. Throws HttpError "redirect" when it leads away, "blocked_address" when it leads inside. */
export function nextHop(hop: Hop, answer: Answer, policy: HttpPolicy, isFollowing: boolean): Hop {
  const from = hop.target.url;
  const location = answer.headers.location ?? "";
  const refuse = (cause?: unknown) =>
    new HttpError("redirect", `${from.hostname} redirects to another page`, { status: answer.status, location, cause });
  if (!isFollowing || !location || !URL.canParse(location, from)) throw refuse();
  const target = checkRedirect(new URL(location, from), policy, refuse);
  const isInward = target.isOverride && !hop.target.isOverride;
  const isDowngrade = from.protocol === "https:" && target.url.protocol !== "https:";
  if (isInward || isDowngrade) throw refuse();
  const isSameOrigin = target.url.origin === from.origin;
  const keepsMethod = hop.method === "GET" || answer.status === 307 || answer.status === 308;
  const kept = Object.entries(hop.headers).filter(
    ([name]) => (isSameOrigin || HARMLESS_HEADERS.has(name)) && (keepsMethod || name !== "content-type"),
  );
  return {
    target,
    method: keepsMethod ? hop.method : "GET",
    body: keepsMethod ? hop.body : undefined,
    headers: Object.fromEntries(kept),
  };
}

function checkRedirect(url: URL, policy: HttpPolicy, refuse: (cause: unknown) => HttpError): Target {
  try {
    return checkUrl(url.href, policy);
  } catch (cause) {
    throw cause instanceof HttpError && cause.kind === "host_not_allowed" ? refuse(cause) : cause;
  }
}
