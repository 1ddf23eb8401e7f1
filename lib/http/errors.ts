export type HttpErrorKind =
  | "blocked_address"
  | "host_not_allowed"
  | "redirect"
  | "timeout"
  | "too_large"
  | "decode"
  | "network"
  | "breaker_open"
  | "status"
  | "aborted";

export interface HttpErrorDetails {
  /** The answer's status; for `breaker_open` the status that opened it. */
  status?: number;
  retryAfterSeconds?: number;
  isRetryable?: boolean;
  /** Lower-cased names; only with an answer. */
  headers?: Record<string, string>;
  /** The first part of a refused answer, for telling a block from a fault. */
  body?: string;
  /** Where a refused redirect pointed. */
  location?: string;
  cause?: unknown;
}

/** Why an outbound request has no usable answer. The message names hosts, never addresses, so it tells nothing of the inner network. */
export class HttpError extends Error {
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly isRetryable: boolean;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly location?: string;
  /** Requests put on the wire before giving up. */
  attempts = 0;

  constructor(
    readonly kind: HttpErrorKind,
    message: string,
    details: HttpErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.name = "HttpError";
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.isRetryable = details.isRetryable ?? false;
    this.headers = details.headers;
    this.body = details.body;
    this.location = details.location;
  }
}

const TIMEOUT_CODES = new Set([
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
]);
/** Trying again cannot help: a wrong certificate, an unknown name, a request we built wrongly. */
const PERMANENT =
  /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|UND_ERR_INVALID|UND_ERR_HEADERS_OVERFLOW|ENOTFOUND)/;

/** Turns whatever a socket, a resolver or undici threw into an HttpError. */
export function toHttpError(cause: unknown, host: string): HttpError {
  if (cause instanceof HttpError) return cause;
  const code = errorCode(cause);
  if (code && TIMEOUT_CODES.has(code)) {
    return new HttpError("timeout", `${host} did not answer in time`, { isRetryable: true, cause });
  }
  const message =
    code === "ENOTFOUND" ? `${host} does not exist` : `The connection to ${host} failed (${code ?? "unknown"})`;
  return new HttpError("network", message, { isRetryable: !(code && PERMANENT.test(code)), cause });
}

function errorCode(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null) return undefined;
  if ("code" in cause && typeof cause.code === "string") return cause.code;
  if (cause instanceof AggregateError) return errorCode(cause.errors[0]);
  return undefined;
}
