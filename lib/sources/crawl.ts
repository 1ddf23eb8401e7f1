import "server-only";
import { sourceOriginOverride } from "@/lib/env";
import { httpFetch } from "@/lib/http/fetch";
import type { HttpPolicy } from "@/lib/http/types";
import {
  type PageRequest,
  type PageResponse,
  type ParsedPage,
  type SourceAdapter,
  SourceError,
  type SourceJob,
  type SourceQuery,
} from "./adapter";
import { refuseWall, toReadError, toSourceError, withoutKey } from "./refusals";

export interface SourcePage extends ParsedPage {
  status: number;
  /** The board has not changed since the validators were taken; there are no rows then. */
  notModified: boolean;
  etag?: string;
  lastModified?: string;
  /** After decompression. */
  bytes: number;
  /** Requests put on the wire; 0 for a board that ships with JOBA. */
  attempts: number;
}

export interface CrawlOptions {
  signal?: AbortSignal;
}

export interface PageOptions extends CrawlOptions {
  validators?: { etag?: string; lastModified?: string };
}

type Fetched = Pick<SourcePage, "status" | "notModified" | "bytes" | "attempts"> & { page: PageResponse };

/** A board that lists everything in one answer needs room: 838 jobs with two descriptions each are some 16 MB. */
const WHOLE_BOARD_BYTES = 24 * 1024 * 1024;

/** Where requests of a source go: SOURCE_ORIGIN_<ID>, else the adapter's own. No trailing slash. Throws SourceError when the variable is no web address. */
export function sourceOrigin(adapter: SourceAdapter): string {
  return overrideOf(adapter)?.replace(/\/+$/, "") ?? adapter.origin;
}

/** Fetches and reads one page of a source. Throws SourceError only. */
export async function fetchSourcePage(
  adapter: SourceAdapter,
  query: SourceQuery,
  request: PageRequest,
  options: PageOptions = {},
): Promise<SourcePage> {
  const { page, ...fetched } = await fetchPage(adapter, query, request, options);
  const { validators = {} } = options;
  const etag = page.headers.etag ?? (fetched.notModified ? validators.etag : undefined);
  const lastModified = page.headers["last-modified"] ?? (fetched.notModified ? validators.lastModified : undefined);
  const parsed = fetched.notModified ? { jobs: [], invalid: [], rows: 0 } : readPage(adapter, query, page);
  return { ...parsed, ...fetched, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** The job with what its own page adds; unchanged when the board has no such page. Throws SourceError, with evidence.status 404 or 410 when the posting is gone. */
export async function fetchSourceDetail(
  adapter: SourceAdapter,
  query: SourceQuery,
  job: SourceJob,
  options: CrawlOptions = {},
): Promise<SourceJob> {
  const { detail } = adapter;
  if (!detail) return job;
  const request = reading(adapter, query, undefined, () => detail.request(job, query));
  const { page } = await fetchPage(adapter, query, request, options, job);
  return reading(adapter, query, page, () => detail.parse(page, job, query));
}

async function fetchPage(
  adapter: SourceAdapter,
  query: SourceQuery,
  request: PageRequest,
  { signal, validators }: PageOptions,
  job?: SourceJob,
): Promise<Fetched> {
  if (adapter.local) return answerLocally(adapter, query, request);
  try {
    const { url, method, body } = request;
    const headers = { ...request.headers, ...adapter.secretHeaders?.(query) };
    const answer = await httpFetch({ url, method, headers, body, validators, signal }, policyOf(adapter));
    const page = { status: answer.status, headers: answer.headers, body: answer.body, request };
    if (!answer.notModified) refuseWall(adapter, query, page);
    const { status, notModified, bytes, attempts } = answer;
    return { page, status, notModified, bytes, attempts };
  } catch (cause) {
    throw toSourceError(cause, { adapter, query, url: request.url, job });
  }
}

function answerLocally(adapter: SourceAdapter, query: SourceQuery, request: PageRequest): Fetched {
  const page = reading(adapter, query, undefined, () => adapter.local?.(request, query));
  if (!page) throw new SourceError("failed", `${adapter.name} has no answer to this request`);
  return { page, status: page.status, notModified: false, bytes: Buffer.byteLength(page.body), attempts: 0 };
}

function readPage(adapter: SourceAdapter, query: SourceQuery, page: PageResponse): ParsedPage {
  const parsed = reading(adapter, query, page, () => adapter.parse(page, query));
  // A page that leads on without rows is a handshake: Glassdoor's start page has a sign-in form of its own.
  if (parsed.rows === 0 && !parsed.next) refuseWall(adapter, query, page, { isEmpty: true });
  return parsed;
}

/** Runs adapter code, so that only SourceError comes out of it. */
function reading<T>(adapter: SourceAdapter, query: SourceQuery, page: PageResponse | undefined, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof SourceError ? withoutKey(cause, query.key) : toReadError(cause, { adapter, query, page });
  }
}

function policyOf(adapter: SourceAdapter): HttpPolicy {
  const override = overrideOf(adapter);
  return {
    scope: adapter.id,
    hosts: [new URL(adapter.origin).hostname, ...adapter.hosts],
    allowedPrivateOrigins: override ? [new URL(override).origin] : [],
    rate: adapter.rate,
    ...(!adapter.isPartialListing && { maxBytes: WHOLE_BOARD_BYTES }),
  };
}

function overrideOf(adapter: SourceAdapter): string | undefined {
  const text = sourceOriginOverride(adapter.id);
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    const name = `SOURCE_ORIGIN_${adapter.id.toUpperCase()}`;
    throw new SourceError("failed", `${name} must be an http:// or https:// address without user name or query`);
  }
  return text;
}
