import type { SearchCriteria } from "@/db/schema/shapes";
import type { SalaryInterval, Workplace } from "@/db/schema/vocabulary";

/** What one board said about one position, decoded but not yet judged. Unstated stays absent. */
export interface SourceJob {
  /** The platform's own id; never derived from the URL. Unique within the source. */
  externalId: string;
  url: string;
  applyUrl?: string;
  title: string;
  company: { name: string; url?: string; logoUrl?: string };
  /** One entry per place, as written. */
  locations: string[];
  /** Only when the board has an explicit field for it. */
  workplace?: Exclude<Workplace, "unknown">;
  /** ISO 3166-1 alpha-2, only when the board states it apart from the text. */
  country?: string;
  /** The board's label: "FullTime", "permanent". */
  employmentType?: string;
  /** The board's label: "Mid-Senior level". */
  seniority?: string;
  salary?: SourceSalary;
  /** HTML after the board's own encoding is undone, before sanitising. */
  descriptionHtml?: string;
  tags?: string[];
  postedAt?: Date;
  validThrough?: Date;
  language?: string;
  /** The same opening under several ids (Greenhouse `internal_job_id`). */
  requisitionId?: string;
  isClosed?: boolean;
  /** What `detail.request` needs from the list's session. Not part of the posting. */
  detailState?: PageRequest["state"];
}

export interface SourceSalary {
  text?: string;
  min?: number;
  max?: number;
  /** ISO 4217. */
  currency?: string;
  interval?: SalaryInterval;
  /** The board guessed it; never shown as the employer's word. */
  isEstimate?: boolean;
}

/** A request as plain data, so that "the next page" survives a restart. */
export interface PageRequest {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** What the adapter must remember between pages: a cursor, a csrf token. */
  state?: Record<string, string | number>;
}

/** What is asked of a source. */
export interface SourceQuery {
  criteria: SearchCriteria;
  /** The board token; "" for sources that search the whole market. */
  board: string;
  /** `https://…` of the source, or its SOURCE_ORIGIN_<ID> override. */
  origin: string;
  /** Operator- or person-supplied key, when `auth` asks for one. */
  key?: string;
  now: Date;
}

export interface PageResponse {
  status: number;
  /** Lower-cased names. */
  headers: Record<string, string>;
  body: string;
  request: PageRequest;
}

export interface ParsedPage {
  jobs: SourceJob[];
  /** Rows that could not be read; the rest of the page is kept. */
  invalid: { externalId?: string; title?: string; reason: string }[];
  next?: PageRequest;
  /** Set when the board holds more than it will hand out. */
  cappedAt?: number;
  /** Rows in the page before reading, the base for "partial". */
  rows: number;
}

/** One board. All I/O is in crawl.ts; an adapter only says where to look and how to read. */
export interface SourceAdapter {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  /** One or two sentences a person reads before switching the source on. */
  readonly terms: string;
  /** `companies`: needs board tokens. `market`: searches by words. */
  readonly scope: "companies" | "market";
  readonly defaultState: "on" | "opt_in" | "off";
  readonly auth: "none" | "key";
  /** Where requests go unless SOURCE_ORIGIN_<ID> is set. */
  readonly origin: string;
  /** Further hosts the adapter may reach; lib/http refuses anything else. */
  readonly hosts: readonly string[];
  /** Requests per second and how many at once, per host. */
  readonly rate: { perSecond: number; concurrency: number };
  /** A run of this source stops after so many pages and says "capped". */
  readonly maxPages: number;
  /** False when one answer lists the whole board, so a missing posting means it was closed. */
  readonly isPartialListing: boolean;
  /** Least minutes between two readings of one board, where the board's terms ask for it. */
  readonly minIntervalMinutes?: number;
  first(query: SourceQuery): PageRequest;
  /** Headers that hold a secret. crawl.ts adds them as it sends, so that a stored `PageRequest` never has one. */
  secretHeaders?(query: SourceQuery): Record<string, string>;
  /** Answers a request without a network, for boards that ship with JOBA. crawl.ts calls it instead of lib/http. */
  local?(request: PageRequest, query: SourceQuery): PageResponse;
  /** Pure. Throws `SourceError` when the page is a block, a login wall or another shape. */
  parse(page: PageResponse, query: SourceQuery): ParsedPage;
  /** For boards whose list has no description. */
  detail?: {
    request(job: SourceJob, query: SourceQuery): PageRequest;
    parse(page: PageResponse, job: SourceJob, query: SourceQuery): SourceJob;
  };
  /** Finds a board token in a careers URL: `https://jobs.lever.co/acme` → `acme`. */
  detectBoard?(url: URL): string | undefined;
}

/** Why a source could not be read, with the state a run shows for it. */
export class SourceError extends Error {
  constructor(
    readonly outcome: "blocked" | "drifted" | "empty" | "failed" | "off",
    message: string,
    readonly evidence: { status?: number; url?: string; detail?: string; retryAfterSeconds?: number } = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "SourceError";
  }
}
