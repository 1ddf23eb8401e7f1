import type { z } from "zod";
import type { ApiScope } from "@/db/schema/vocabulary";
import type { RouteLimit } from "@/lib/api/limits";
import type { ProblemCode } from "@/lib/api/problem";

type Shape = z.ZodObject;

/** As it goes over the wire; a test holds each against its own schema. */
export interface RouteExample {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  response?: unknown;
}

export interface RouteSpec {
  operationId: string;
  summary: string;
  /** Longer text for the reference page. */
  description?: string;
  /** What a token needs; "signed_in" for any, "public" for sign-in itself. */
  scope: ApiScope | "signed_in" | "public";
  tag: string;
  params?: Shape;
  query?: Shape;
  body?: z.ZodType;
  response: z.ZodType;
  /** Of the success answer; 200 unless said otherwise, 204 for none. */
  status?: 200 | 201 | 202 | 204;
  /** Fewer JSON bytes than the default 256 KiB, or more. */
  maxBodyBytes?: number;
  /** `data.version` counts changes: it stands in the `ETag`, and `If-Match` is handed to the verb as `version`. */
  isVersioned?: boolean;
  /** Of a public operation, by address. Signed-in people have one limit over everything. */
  rateLimit?: RouteLimit;
  /** Problems beyond those that follow from the rest of the spec. */
  problems?: readonly ProblemCode[];
  example?: RouteExample;
}

/** The problems an operation may answer with, most of them told by its shape. */
export function problemsOf(spec: RouteSpec, method: string): ProblemCode[] {
  const codes = new Set<ProblemCode>(["limit_exceeded", "internal", ...(spec.problems ?? [])]);
  if (spec.scope !== "public") codes.add("unauthenticated");
  if (method !== "GET") codes.add("unavailable");
  // A cookie from a foreign page is refused, whatever the scope.
  if (spec.scope !== "public" && (spec.scope !== "signed_in" || method !== "GET")) codes.add("forbidden");
  if (spec.params) codes.add("not_found");
  if (spec.query || spec.body) codes.add("invalid");
  if (spec.body) codes.add("payload_too_large").add("unsupported_media_type");
  if (spec.isVersioned && method !== "GET") codes.add("conflict").add("precondition_failed");
  if (takesIdempotencyKey(spec, method)) {
    codes.add("invalid").add("idempotency_key_reused").add("idempotency_in_progress");
  }
  return [...codes].sort();
}

/** A stranger's answers cannot be kept: there is nobody they belong to. */
export function takesIdempotencyKey(spec: RouteSpec, method: string): boolean {
  return method === "POST" && spec.scope !== "public";
}
