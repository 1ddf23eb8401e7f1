import type { z } from "zod";
import { type PageResponse, type ParsedPage, SourceError, type SourceJob } from "./adapter";

/** Pages that stand in front of a board instead of its answer. Looked for only where rows were expected and none came. */
const WALLS: readonly [RegExp, string][] = [
  [/\/(authwall|uas\/login|checkpoint\/)|linkedin\.com\/(login|signup)|session_redirect/i, "a sign-in page"],
  [/Help Us (Keep|Protect) Glassdoor/i, "a Glassdoor security check"],
  [
    /just a moment\.\.\.|cf-mitigated|cf-chl-|challenge-platform|Attention Required! \| Cloudflare/i,
    "a Cloudflare check",
  ],
  [/\/sorry\/index|unusual traffic/i, "an unusual-traffic check"],
  [
    /captcha|are you a (human|robot)|verify(ing)? (that )?you are (a )?human|access denied|px-captcha/i,
    "a robot check",
  ],
  [/<form[^>]{1,500}(login|sign-?in)|<title>[^<]{0,200}(log ?in|sign ?in)/i, "a sign-in page"],
];

/** Names the wall a page is, or undefined when it is none that we know. */
export function findWall(body: string): string | undefined {
  const head = body.slice(0, 200_000);
  return WALLS.find(([pattern]) => pattern.test(head))?.[1];
}

/** Throws for a page that should have held rows and holds none: "blocked" for a known wall, else "drifted". */
export function refusePage(page: PageResponse, what: string): never {
  const wall = findWall(page.body);
  if (wall) throw pageError("blocked", page, `The board answered with ${wall}`);
  throw pageError("drifted", page, what);
}

/** Text of a page without its byte-order mark. An answer of nothing at all is a block, not "no jobs". */
export function readText(page: PageResponse): string {
  const text = page.body.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw pageError("blocked", page, "The board answered with an empty page");
  return text;
}

/** Parses a JSON answer. Throws `SourceError`: blocked (wall, nothing), drifted (a web page), failed (cut off). */
export function readJson(page: PageResponse): unknown {
  const text = readText(page);
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (text.trimStart().startsWith("<")) refusePage(page, "The board answered with a web page instead of data");
    throw pageError("failed", page, "The answer was cut off or is not JSON", { cause });
  }
}

/** Reads the envelope around the rows. Throws `SourceError` drifted, naming the first field that does not fit. */
export function readShape<T>(schema: z.ZodType<T>, value: unknown, page: PageResponse): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw pageError("drifted", page, `The answer has another shape: ${firstIssue(result.error)}`);
}

export interface ReadRows {
  jobs: SourceJob[];
  invalid: ParsedPage["invalid"];
  rows: number;
}

/**
 * Reads each row by itself, so that a bad one is reported and the rest is kept. A row mapped to undefined was left out
 * by the board itself and is not counted. Throws `SourceError` drifted when no row at all can be read.
 */
export function readRows<T>(
  rows: readonly unknown[],
  schema: z.ZodType<T>,
  toJob: (row: T) => SourceJob | undefined,
  page: PageResponse,
): ReadRows {
  const jobs: SourceJob[] = [];
  const invalid: ParsedPage["invalid"] = [];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (!result.success) {
      invalid.push({ ...labelOf(row), reason: firstIssue(result.error) });
      continue;
    }
    const job = toJob(result.data);
    if (job) jobs.push(job);
  }
  return refuseAllInvalid({ jobs, invalid, rows: jobs.length + invalid.length }, page);
}

/** One unreadable row is a bad row; nothing but unreadable rows is a board that changed. */
export function refuseAllInvalid(read: ReadRows, page: PageResponse): ReadRows {
  if (read.rows > 0 && read.jobs.length === 0) {
    throw pageError("drifted", page, `None of ${read.rows} rows could be read: ${read.invalid[0]?.reason}`);
  }
  return read;
}

export function pageError(
  outcome: SourceError["outcome"],
  page: PageResponse,
  message: string,
  options?: { cause?: unknown },
): SourceError {
  const detail = page.body.slice(0, 300);
  return new SourceError(outcome, message, { status: page.status, url: page.request.url, detail }, options);
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join(".") || "row"}: ${issue.message}`.slice(0, 300) : "unreadable";
}

function labelOf(row: unknown): { externalId?: string; title?: string } {
  if (typeof row !== "object" || row === null) return {};
  const { id, title } = row as Record<string, unknown>;
  return {
    ...((typeof id === "string" || typeof id === "number") && { externalId: String(id).slice(0, 200) }),
    ...(typeof title === "string" && title !== "" && { title: title.slice(0, 300) }),
  };
}
