import { HttpError } from "@/lib/http/errors";
import { type PageResponse, type SourceAdapter, SourceError, type SourceJob, type SourceQuery } from "./adapter";
import { findWall } from "./page";

/** What was being fetched, for the message. */
export interface Attempted {
  adapter: SourceAdapter;
  query: SourceQuery;
  url: string;
  /** Set when it was the page of one posting. */
  job?: SourceJob;
}

type Outcome = SourceError["outcome"];

/** LinkedIn answers 999 to whom it takes for a robot. */
const REFUSED = new Set([403, 999]);
const WALL_PATH = /authwall|login|sign-?in|signup|checkpoint|captcha|challenge|\/sorry\//i;
const CHALLENGE_TITLE = /<title>\s*(just a moment|attention required|access denied|verifying)/i;
const DETAIL_LENGTH = 300;

/** Whatever fetching threw, as the state of the source and a sentence for a person. */
export function toSourceError(cause: unknown, attempted: Attempted): SourceError {
  const { adapter, query, url } = attempted;
  if (cause instanceof SourceError) return withoutKey(cause, query.key);
  if (!(cause instanceof HttpError)) {
    const why = cause instanceof Error ? cause.message : "an unknown fault";
    return withoutKey(
      new SourceError("failed", `${adapter.name} could not be read: ${why}`, { url }, { cause }),
      query.key,
    );
  }
  const [outcome, message] = judge(cause, attempted);
  const { status, retryAfterSeconds, body } = cause;
  const detail = body?.trim().slice(0, DETAIL_LENGTH);
  const evidence = {
    url,
    ...(status && { status }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
    ...(detail && { detail }),
  };
  return withoutKey(new SourceError(outcome, message, evidence, { cause }), query.key);
}

function judge(error: HttpError, { adapter, query, job }: Attempted): [Outcome, string] {
  const { name } = adapter;
  const seconds = error.retryAfterSeconds;
  const later = seconds ? ` Try again in ${duration(seconds)}.` : "";
  switch (error.kind) {
    case "status":
      return judgeStatus(error, { adapter, query, job });
    case "redirect":
      if (WALL_PATH.test(error.location ?? ""))
        return ["blocked", `${name} asks for a sign-in or a robot check instead of answering`];
      return [
        "failed",
        adapter.scope === "companies" && !job
          ? gone(adapter, query)
          : `${name} sends us to another page, which is not followed`,
      ];
    case "timeout":
      return ["failed", `${name} did not answer in time`];
    case "too_large":
      return ["failed", `${name} sent far more than a job board should, so the answer was dropped`];
    case "decode":
      return ["failed", `${name} sent an answer that could not be decompressed`];
    case "breaker_open": {
      const isRefusal = error.status === 429 || REFUSED.has(error.status ?? 0);
      return [isRefusal ? "blocked" : "failed", `${name} is left alone for now after repeated failures.${later}`];
    }
    case "aborted":
      return ["failed", `Reading ${name} was canceled`];
    case "host_not_allowed":
    case "blocked_address":
      return ["failed", `The address for ${name} was refused: ${error.message}`];
    case "network":
      return ["failed", `${name} could not be reached: ${error.message}`];
  }
}

function judgeStatus(error: HttpError, { adapter, query, job }: Omit<Attempted, "url">): [Outcome, string] {
  const { name } = adapter;
  const { status = 0, retryAfterSeconds, headers, body = "" } = error;
  const wall = headers?.["cf-mitigated"] ? "a Cloudflare check" : findWall(body);
  if (status === 429) {
    const later = retryAfterSeconds ? `; it asks to wait ${duration(retryAfterSeconds)}` : "";
    return ["blocked", `${name} answered 429: too many requests from this address${later}`];
  }
  if (REFUSED.has(status)) {
    return [
      "blocked",
      `${name} answered ${status}: it refuses requests from this address for now${wall ? ` (${wall})` : ""}`,
    ];
  }
  if (status === 401) {
    return adapter.auth === "key"
      ? ["failed", `${name} answered 401: it does not accept the key`]
      : ["blocked", `${name} answered 401: it asks for a sign-in`];
  }
  if (status === 404 || status === 410) {
    return ["failed", job ? `${name} no longer has this posting (${status})` : `${gone(adapter, query)} (${status})`];
  }
  // Challenge pages come with 503 as well.
  if (wall && status >= 500) return ["blocked", `${name} answered ${status} with ${wall}`];
  if (status >= 500) return ["failed", `${name} answered ${status}: it has trouble of its own`];
  return ["failed", `${name} answered ${status}: it did not accept the request`];
}

function gone({ name, scope }: SourceAdapter, { board }: SourceQuery): string {
  return scope === "companies" && board
    ? `${name} has no board "${board}": the board is gone or was renamed`
    : `${name} has no such page: the board is gone or has moved`;
}

/** Throws "blocked" for a page that stands in front of the answer. `isEmpty`: no rows were read, so even faint signs count. */
export function refuseWall(
  adapter: SourceAdapter,
  query: SourceQuery,
  page: PageResponse,
  { isEmpty = false } = {},
): void {
  const isMarkup = page.body.trimStart().startsWith("<");
  const isChallenge = "cf-mitigated" in page.headers || (isMarkup && CHALLENGE_TITLE.test(page.body.slice(0, 4_096)));
  const wall = isMarkup && (isEmpty || isChallenge || wantsJson(page)) ? findWall(page.body) : undefined;
  if (!wall && !isChallenge && !(isMarkup && wantsJson(page))) return;
  const what = wall ?? (isChallenge ? "a robot check" : "a web page instead of data");
  const evidence = { status: page.status, url: page.request.url, detail: page.body.trim().slice(0, DETAIL_LENGTH) };
  throw withoutKey(new SourceError("blocked", `${adapter.name} answered with ${what}`, evidence), query.key);
}

/** What adapter code threw that is no SourceError: the answer is not what the code was written for. */
export function toReadError(
  cause: unknown,
  { adapter, query, page }: { adapter: SourceAdapter; query: SourceQuery; page?: PageResponse },
): SourceError {
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  if (!page)
    return withoutKey(
      new SourceError(
        "failed",
        `${adapter.name} could not be asked`,
        { detail: why.slice(0, DETAIL_LENGTH) },
        { cause },
      ),
      query.key,
    );
  const isEmpty = page.body.trim() === "";
  const message = isEmpty
    ? `${adapter.name} answered with an empty page`
    : `${adapter.name} answered in a form that could not be read; the board has probably changed`;
  const evidence = { status: page.status, url: page.request.url, detail: why.slice(0, DETAIL_LENGTH) };
  return withoutKey(new SourceError(isEmpty ? "blocked" : "drifted", message, evidence, { cause }), query.key);
}

/** The same error with the person's key blacked out: evidence is stored and shown. */
export function withoutKey(error: SourceError, key: string | undefined): SourceError {
  if (!key) return error;
  const hide = (text: string) => text.replaceAll(key, "…").replaceAll(encodeURIComponent(key), "…");
  const { url, detail } = error.evidence;
  const evidence = { ...error.evidence, ...(url && { url: hide(url) }), ...(detail && { detail: hide(detail) }) };
  return new SourceError(error.outcome, hide(error.message), evidence, { cause: error.cause });
}

function wantsJson({ request }: PageResponse): boolean {
  const accept = Object.entries(request.headers ?? {}).find(([name]) => name.toLowerCase() === "accept")?.[1] ?? "";
  return accept.includes("json") && !accept.includes("html");
}

function duration(seconds: number): string {
  if (seconds < 90) return amount(seconds, "second");
  return seconds < 90 * 60 ? amount(seconds / 60, "minute") : amount(seconds / 3600, "hour");
}

function amount(value: number, unit: string): string {
  const rounded = Math.round(value);
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
