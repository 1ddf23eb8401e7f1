import "server-only";
import { z } from "zod";
import { type AppError, ERROR_STATUS, type ErrorCode } from "@/lib/errors";

const TITLES: Record<ErrorCode, string> = {
  invalid: "The request is not valid",
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Conflict",
  limit_exceeded: "Too many requests",
  upstream: "Another service failed",
  internal: "Internal error",
};

/** RFC 9457. `code` is stable; `detail` is for people; `fields` holds messages per input field. */
export const problemSchema = z
  .object({
    type: z.string().max(200),
    title: z.string().max(200),
    status: z.int(),
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string().max(1000),
    requestId: z.string().max(100),
    fields: z.record(z.string(), z.array(z.string().max(500)).max(50)).optional(),
  })
  .meta({ id: "Problem" });

export function toProblem(error: AppError, requestId: string): Response {
  const status = ERROR_STATUS[error.code];
  const body: z.input<typeof problemSchema> = {
    type: `https://joba.dev/problems/${error.code.replaceAll("_", "-")}`,
    title: TITLES[error.code],
    status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.fields && { fields: error.fields }),
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  if (error.retryAfter) headers.set("retry-after", String(error.retryAfter));
  if (error.code === "unauthenticated") headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status, headers });
}
