/** The eight ways anything here can fail. A ninth needs an ADR. */
export const ERROR_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_exceeded: 429,
  upstream: 502,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export type FieldErrors = Record<string, string[]>;

export interface AppErrorOptions {
  /** Messages per input field, keyed by dotted path. */
  fields?: FieldErrors;
  /** Seconds until a retry makes sense. */
  retryAfter?: number;
  /** The scope or permission that was missing; the edge writes the refusal to the audit log. */
  denied?: string;
  /** The thing changed since the caller read it; the REST API answers 412 when it was sent `If-Match`. */
  isStale?: boolean;
  /** A finer code of the REST API, listed in lib/api/problem.ts. */
  problem?: string;
  cause?: unknown;
}

/** The only error a service throws on purpose. `message` is always fit for a person; detail goes in `cause`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields?: FieldErrors;
  readonly retryAfter?: number;
  readonly denied?: string;
  readonly isStale: boolean;
  readonly problem?: string;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields;
    this.retryAfter = options.retryAfter;
    this.denied = options.denied;
    this.isStale = options.isStale ?? false;
    this.problem = options.problem;
  }
}
