import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readJsonBody } from "@/lib/api/body";
import { type Caller, identifyCaller } from "@/lib/api/caller";
import { etagOf, expectedVersion, isNotModified } from "@/lib/api/etag";
import { type Answer, once, readIdempotencyKey } from "@/lib/api/idempotency";
import { countRequest, personLimit } from "@/lib/api/limits";
import { problemError, toProblem } from "@/lib/api/problem";
import { type RouteSpec, takesIdempotencyKey } from "@/lib/api/spec";
import { requireStorable } from "@/lib/api/storable";
import { strictly } from "@/lib/api/strict";
import { recordDenial } from "@/lib/audit/denials";
import { addressKey } from "@/lib/auth/address";
import { type Actor, type Context, createContext, requireScope } from "@/lib/context";
import { AppError, type ErrorCode } from "@/lib/errors";
import { fieldErrors } from "@/lib/field-errors";
import { logger } from "@/lib/logger";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Parts<Spec extends RouteSpec> {
  params: Parsed<Spec["params"]>;
  query: Parsed<Spec["query"]>;
  body: Parsed<Spec["body"]>;
  /** What `If-Match` asks for, on versioned resources. */
  version: number | undefined;
  /** Visitor facts for public operations. */
  caller: Caller;
}

type Segment = { params: Promise<Record<string, string | string[]>> };
export type RouteHandler = ((request: Request, segment: Segment) => Promise<Response>) & { spec: RouteSpec };

const DEFAULT_BODY_BYTES = 256 * 1024;
/** Worth a line each: failed authentication, failed authorization, and whoever tries too often. */
const REFUSALS = new Set<ErrorCode>(["unauthenticated", "forbidden", "limit_exceeded"]);

/**
 * One operation of the REST API. Identifies the caller, parses every part in its own step, runs one service verb and
 * encodes the answer through its schema, so a column that is not in the schema cannot leave.
 */
export function defineRoute<const Spec extends RouteSpec>(
  open: Spec,
  run: (ctx: Context, parts: Parts<Spec>) => Promise<z.output<Spec["response"]>>,
): RouteHandler {
  const spec: RouteSpec = {
    ...open,
    query: open.query && strictly(open.query),
    body: open.body && strictly(open.body),
  };
  const handle = async (request: Request, segment: Segment) => {
    const requestId = requestIdOf(request);
    const headers: Record<string, string> = {};
    let ctx: Context | undefined;
    try {
      const caller = await identifyCaller(request, spec.scope === "public");
      const mine = await createContext(caller.actor ?? NOBODY, {
        address: caller.address,
        userAgent: caller.userAgent,
      });
      ctx = mine;
      await countCall(mine, caller, spec, request.method, headers);
      if (spec.scope !== "public" && spec.scope !== "signed_in") requireScope(mine, spec.scope);
      const body = spec.body ? await readJsonBody(request, spec.maxBodyBytes ?? DEFAULT_BODY_BYTES) : undefined;
      const parts = {
        params: parsePart(spec.params, await segment.params, "not_found"),
        query: parsePart(spec.query, queryObject(request.url), "invalid"),
        body: parsePart(spec.body, body, "invalid"),
        version: spec.isVersioned ? expectedVersion(request.headers.get("if-match")) : undefined,
        caller,
      } as Parts<Spec>;
      const answer = async () => encodeAnswer(spec, request, await run(mine, parts));
      const key = takesIdempotencyKey(spec, request.method) ? readIdempotencyKey(request) : undefined;
      return respond(
        key === undefined
          ? await answer()
          : await once(mine, { operation: spec.operationId, key, request: { ...addressOf(request), body } }, answer),
        { ...headers, "x-request-id": requestId },
      );
    } catch (error) {
      const known = error instanceof AppError ? refine(error, request) : undefined;
      if (ctx && known) await recordDenial(ctx, known);
      if (!known || known.code === "internal") {
        logger.error({ err: error, requestId, operation: spec.operationId }, "request failed");
      }
      if (known && REFUSALS.has(known.code)) {
        const { kind, userId } = ctx?.actor ?? { kind: "nobody", userId: undefined };
        logger.warn({ requestId, operation: spec.operationId, code: known.code, kind, userId }, "refused");
      }
      return toProblem(known ?? new AppError("internal", "Something went wrong on our side"), {
        requestId,
        fieldsIn: spec.body ? "body" : "query",
        headers,
      });
    }
  };
  return Object.assign(handle, { spec });
}

function countCall(ctx: Context, caller: Caller, spec: RouteSpec, method: string, headers: Record<string, string>) {
  const isRead = method === "GET" || method === "HEAD";
  if (spec.scope !== "public") {
    return countRequest(ctx, { key: `api:${ctx.actor.userId}`, ...personLimit(), isRead }, headers);
  }
  if (!spec.rateLimit) return undefined;
  return countRequest(
    ctx,
    { key: `${spec.operationId}:${addressKey(caller.address)}`, ...spec.rateLimit, isRead },
    headers,
  );
}

function encodeAnswer(spec: RouteSpec, request: Request, value: unknown): Answer {
  const status = spec.status ?? 200;
  if (status === 204) return { status, headers: {}, body: null };
  const encoded = z.encode(spec.response, value as never);
  const body = JSON.stringify(encoded);
  const headers: Record<string, string> = { "content-type": "application/json" };
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead || spec.isVersioned) headers.etag = etagOf(body, spec.isVersioned ? versionOf(encoded) : undefined);
  if (isRead && isNotModified(request.headers.get("if-none-match"), headers.etag ?? "")) {
    return { status: 304, headers: { etag: headers.etag ?? "" }, body: null };
  }
  return { status, headers, body };
}

function versionOf(encoded: unknown): number | undefined {
  const version = (encoded as { data?: { version?: unknown } }).data?.version;
  return typeof version === "number" ? version : undefined;
}

function respond(answer: Answer & { isReplay?: boolean }, headers: Record<string, string>): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      "cache-control": "no-store",
      ...answer.headers,
      ...headers,
      ...(answer.isReplay && { "idempotency-replayed": "true" }),
    },
  });
}

/** A stale write is a failed precondition for who sent one, and a conflict for everybody else. */
function refine(error: AppError, request: Request): AppError {
  return error.isStale && request.headers.has("if-match")
    ? problemError("precondition_failed", error.message, { cause: error })
    : error;
}

function parsePart(schema: z.ZodType | undefined, raw: unknown, code: "invalid" | "not_found"): unknown {
  if (!schema) return undefined;
  if (code === "invalid") requireStorable(raw);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  // An id that is not even an id names nothing anybody owns.
  if (code === "not_found") throw new AppError("not_found", "Not found");
  throw new AppError("invalid", "Some fields need attention", { fields: fieldErrors(parsed.error) });
}

function queryObject(url: string): Record<string, string | string[]> {
  const params = new URL(url).searchParams;
  return Object.fromEntries(
    [...new Set(params.keys())].slice(0, 60).map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

function addressOf(request: Request): { method: string; path: string } {
  const { pathname, search } = new URL(request.url);
  return { method: request.method, path: pathname + search };
}

/** A sane id the caller sent, so that a request can be followed across systems; else a new one. */
function requestIdOf(request: Request): string {
  const sent = request.headers.get("x-request-id");
  return sent && /^[\w.:-]{8,100}$/.test(sent) ? sent : randomUUID();
}

/** A public operation has nobody behind it: its actor owns nothing. */
const NOBODY: Actor = { kind: "system", userId: "00000000-0000-0000-0000-000000000000", run: "public" };
