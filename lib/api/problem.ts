import "server-only";
import { z } from "zod";
import { AppError, type AppErrorOptions, ERROR_STATUS, type ErrorCode, type FieldErrors } from "@/lib/errors";

interface ProblemKind {
  status: number;
  title: string;
  /** What it means and what to do, for the reference page. */
  meaning: string;
}

const coreProblem = (code: ErrorCode, title: string, meaning: string): ProblemKind => ({
  status: ERROR_STATUS[code],
  title,
  meaning,
});

/** Every `code` a problem can carry. Stable: clients branch on them, docs/api.md lists them. */
export const PROBLEMS = {
  invalid: coreProblem(
    "invalid",
    "The request is not valid",
    "A field is missing, unknown or out of bounds; `errors` says which. Do not retry unchanged.",
  ),
  unauthenticated: coreProblem(
    "unauthenticated",
    "Sign in first",
    "No token, or one that expired or was revoked. Refresh it or sign in again.",
  ),
  forbidden: coreProblem(
    "forbidden",
    "Not allowed",
    "The token lacks the scope, or this account may not do it. Do not retry.",
  ),
  not_found: coreProblem(
    "not_found",
    "Not found",
    "There is no such thing, or it is not yours; the two look the same on purpose.",
  ),
  conflict: coreProblem("conflict", "Conflict", "The present state does not allow it. Read it again, then decide."),
  limit_exceeded: coreProblem(
    "limit_exceeded",
    "Too many requests",
    "Wait for `Retry-After` seconds, then send the same request again.",
  ),
  upstream: coreProblem("upstream", "Another service failed", "Something JOBA asked did not answer. Retry later."),
  internal: coreProblem(
    "internal",
    "Internal error",
    "A fault on our side; nothing was changed. Retry, and report the `requestId` if it stays.",
  ),
  payload_too_large: {
    status: 413,
    title: "The body is too large",
    meaning: "The body has more bytes than this operation reads. Send less.",
  },
  unsupported_media_type: {
    status: 415,
    title: "The body is not JSON",
    meaning: "Send `Content-Type: application/json`, in UTF-8.",
  },
  unavailable: {
    status: 503,
    title: "Not possible for a moment",
    meaning: "Something JOBA needs to answer safely is away. Wait for `Retry-After` seconds and try again.",
  },
  second_factor_required: {
    status: 401,
    title: "Send your code too",
    meaning: "The password is right and the account asks for a second step. Send the same request with `code`.",
  },
  precondition_failed: {
    status: 412,
    title: "It changed meanwhile",
    meaning: "`If-Match` named an older version. Read it again, apply your change to that, send the new `ETag`.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "Idempotency-Key used for another request",
    meaning: "The key was sent before with another body. Take a new key for a new request.",
  },
  idempotency_in_progress: {
    status: 409,
    title: "The same request is under way",
    meaning: "A request with this Idempotency-Key is being answered. Wait for `Retry-After` seconds and send it again.",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

const BASE: Record<Exclude<ProblemCode, ErrorCode>, ErrorCode> = {
  payload_too_large: "invalid",
  unsupported_media_type: "invalid",
  unavailable: "limit_exceeded",
  second_factor_required: "unauthenticated",
  precondition_failed: "conflict",
  idempotency_key_reused: "invalid",
  idempotency_in_progress: "conflict",
};

/** An error only the REST API can have, on top of the eight everybody shares. */
export function problemError(problem: keyof typeof BASE, message: string, options: AppErrorOptions = {}): AppError {
  return new AppError(BASE[problem], message, { ...options, problem });
}

/** RFC 9457. `code` is stable; `detail` is for people; `errors` points at the fields to mend. */
export const problemSchema = z
  .object({
    type: z.string().max(200).meta({ description: "Where the code is explained" }),
    title: z.string().max(200),
    status: z.int().min(400).max(599),
    code: z
      .enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])
      .meta({ description: "Stable; branch on it" }),
    detail: z.string().max(1000).meta({ description: "For a person to read" }),
    requestId: z.string().max(100).meta({ description: "Also in `X-Request-Id`" }),
    errors: z
      .array(
        z.object({
          pointer: z.string().max(500).optional().meta({ description: "JSON pointer into the body" }),
          parameter: z.string().max(200).optional().meta({ description: "Name of a query parameter" }),
          detail: z.string().max(1000),
        }),
      )
      .max(200)
      .optional(),
  })
  .meta({ id: "Problem" });

type FieldProblem = NonNullable<z.output<typeof problemSchema>["errors"]>[number];

export function problemCode(error: AppError): ProblemCode {
  return error.problem !== undefined && Object.hasOwn(PROBLEMS, error.problem)
    ? (error.problem as ProblemCode)
    : error.code;
}

export function toProblem(
  error: AppError,
  {
    requestId,
    fieldsIn,
    headers = {},
  }: { requestId: string; fieldsIn: "query" | "body"; headers?: Record<string, string> },
): Response {
  const code = problemCode(error);
  const { status, title } = PROBLEMS[code];
  const body: z.input<typeof problemSchema> = {
    type: `/docs/api#${code}`,
    title,
    status,
    code,
    detail: error.message.slice(0, 1000),
    requestId,
    ...(error.fields && { errors: fieldProblems(error.fields, fieldsIn) }),
  };
  const all = new Headers({
    ...headers,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  if (error.retryAfter) all.set("retry-after", String(error.retryAfter));
  if (status === 401) all.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status, headers: all });
}

function fieldProblems(fields: FieldErrors, fieldsIn: "query" | "body"): FieldProblem[] {
  return Object.entries(fields)
    .flatMap(([path, messages]) =>
      messages.map((detail) => ({
        ...(fieldsIn === "query" ? { parameter: path.slice(0, 200) } : { pointer: jsonPointer(path).slice(0, 500) }),
        detail: detail.slice(0, 1000),
      })),
    )
    .slice(0, 200);
}

/** `criteria.keywords.0` is `#/criteria/keywords/0`; "_" is the whole body. */
function jsonPointer(path: string): string {
  if (path === "_") return "#";
  return `#/${path
    .split(".")
    .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
    .join("/")}`;
}
