import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ApiScope } from "@/db/schema/vocabulary";
import { readJsonBody } from "@/lib/api/body";
import { type Caller, identifyCaller } from "@/lib/api/caller";
import { toProblem } from "@/lib/api/problem";
import { recordDenial } from "@/lib/audit/denials";
import { type Actor, type Context, createContext, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { fieldErrors } from "@/lib/field-errors";
import { logger } from "@/lib/logger";

type Shape = z.ZodObject;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface RouteSpec {
  operationId: string;
  summary: string;
  /** Longer text for the reference page. */
  description?: string;
  /** What a token needs; "public" for sign-in itself. */
  scope: ApiScope | "public";
  tag: string;
  params?: Shape;
  query?: Shape;
  body?: z.ZodType;
  response: z.ZodType;
  /** Of the success answer; 200 unless said otherwise, 204 for none. */
  status?: 200 | 201 | 202 | 204;
  /** Fewer JSON bytes than the default 256 KiB, or more. */
  maxBodyBytes?: number;
}

interface Parts<Spec extends RouteSpec> {
  params: Parsed<Spec["params"]>;
  query: Parsed<Spec["query"]>;
  body: Parsed<Spec["body"]>;
  /** Visitor facts for public operations. */
  caller: Caller;
}

type RouteHandler = ((
  request: Request,
  segment: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>) & {
  spec: RouteSpec;
};

const DEFAULT_BODY_BYTES = 256 * 1024;

/**
 * One operation of the REST API. Identifies the caller, parses every part in its own step, runs one service verb and
 * encodes the answer through its schema, so a column that is not in the schema cannot leave.
 */
export function defineRoute<const Spec extends RouteSpec>(
  spec: Spec,
  run: (ctx: Context, parts: Parts<Spec>) => Promise<z.output<Spec["response"]>>,
): RouteHandler {
  const handle = async (request: Request, segment: { params: Promise<Record<string, string | string[]>> }) => {
    const requestId = randomUUID();
    let ctx: Context | undefined;
    try {
      const caller = await identifyCaller(request, spec.scope === "public");
      ctx = await contextOf(caller);
      if (spec.scope !== "public") requireScope(ctx, spec.scope);
      const parts = {
        params: parsePart(spec.params, await segment.params, "not_found"),
        query: parsePart(spec.query, queryObject(request.url), "invalid"),
        body: spec.body
          ? parsePart(spec.body, await readJsonBody(request, spec.maxBodyBytes ?? DEFAULT_BODY_BYTES), "invalid")
          : undefined,
        caller,
      } as Parts<Spec>;
      const value = await run(ctx, parts);
      const headers = { "x-request-id": requestId, "cache-control": "no-store" };
      if (spec.status === 204) return new Response(null, { status: 204, headers });
      return Response.json(z.encode(spec.response, value as never), { status: spec.status ?? 200, headers });
    } catch (error) {
      if (error instanceof AppError) {
        if (ctx) await recordDenial(ctx, error);
        if (error.code === "internal")
          logger.error({ err: error, requestId, operation: spec.operationId }, "request failed");
        return toProblem(error, requestId);
      }
      logger.error({ err: error, requestId, operation: spec.operationId }, "request failed");
      return toProblem(new AppError("internal", "Something went wrong on our side"), requestId);
    }
  };
  return Object.assign(handle, { spec });
}

function parsePart(schema: z.ZodType | undefined, raw: unknown, code: "invalid" | "not_found"): unknown {
  if (!schema) return undefined;
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

/** A public operation has nobody behind it: its actor owns nothing. */
const NOBODY: Actor = { kind: "system", userId: "00000000-0000-0000-0000-000000000000", run: "public" };

function contextOf(caller: Caller): Promise<Context> {
  return createContext(caller.actor ?? NOBODY, { address: caller.address, userAgent: caller.userAgent });
}
