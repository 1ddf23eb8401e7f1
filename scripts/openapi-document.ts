import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { PROBLEMS, type ProblemCode, problemSchema } from "@/lib/api/problem";
import { problemsOf, type RouteSpec, takesIdempotencyKey } from "@/lib/api/spec";
import pkg from "@/package.json";

type Responses = NonNullable<NonNullable<ZodOpenApiObject["components"]>["responses"]>;

const ROOT = "app/api/v1";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** In the order of the reference page. */
const TAGS = {
  "Sign-in": "Register, sign in, refresh, sign out. A program gets a session of its own.",
  Account: "Who you are and where you are signed in.",
  Tokens: "Personal tokens for scripts: long-lived, limited to scopes, shown once.",
  Profile: "What your CV says and what you want; what every match is computed from.",
  Searches: "Saved criteria, the sources to ask and when.",
  Runs: "One execution of a search: how each source did, and why each posting was kept or dropped.",
  Jobs: "What was found, ranked, and what you decided about it.",
  Sources: "The job boards, your choice for each, and how they have been doing.",
} as const;

/** The route files of the REST API with the path each one serves. */
export async function listRoutes(): Promise<{ file: string; path: string }[]> {
  const entries = await readdir(ROOT, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith("route.ts"))
    .sort()
    .map((entry) => ({
      file: join(ROOT, entry),
      path: `/api/v1/${entry.replace(/\/?route\.ts$/, "")}`.replaceAll(/\[(\w+)\]/g, "{$1}"),
    }));
}

/** The operations a route file exports, with their specs. */
export async function loadSpecs(file: string): Promise<{ method: (typeof METHODS)[number]; spec?: RouteSpec }[]> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, { spec?: RouteSpec } | undefined>;
  return METHODS.flatMap((method) => (module[method] ? [{ method, spec: module[method]?.spec }] : []));
}

/** OpenAPI 3.1, generated from the specs that ride on the handlers. */
export async function buildDocument() {
  const paths: ZodOpenApiPathsObject = {};
  const responses: Responses = {};
  const tags = new Set<string>(Object.keys(TAGS));
  for (const { file, path } of await listRoutes()) {
    for (const { method, spec } of await loadSpecs(file)) {
      if (!spec) continue;
      tags.add(spec.tag);
      paths[path] = { ...paths[path], [method.toLowerCase()]: toOperation(spec, method, responses) };
    }
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "JOBA API",
      version: pkg.version,
      description:
        "Everything the pages can do, for scripts. Lists are keyset pages, errors RFC 9457 problems, a POST can be retried with an Idempotency-Key and a change guarded with If-Match.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The JOBA this document came from" }],
    tags: [...tags].map((name) => ({ name, description: TAGS[name as keyof typeof TAGS] })),
    security: [{ bearer: [] }],
    components: {
      headers: HEADERS,
      responses,
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT or joba_…",
          description: "An access token from `POST /api/v1/auth/token`, or a personal token.",
        },
      },
    },
    paths,
  } satisfies ZodOpenApiObject);
}

function toOperation(spec: RouteSpec, method: string, shared: Responses): ZodOpenApiOperationObject {
  const { example = {} } = spec;
  const scopes = spec.scope === "signed_in" || spec.scope === "public" ? [] : [spec.scope];
  return {
    operationId: spec.operationId,
    summary: spec.summary,
    description: spec.description,
    tags: [spec.tag],
    security: spec.scope === "public" ? [] : [{ bearer: scopes }],
    requestParams: {
      ...(spec.params && { path: withExamples(spec.params, example.params) }),
      ...(spec.query && { query: withExamples(spec.query, example.query) }),
      ...headerParams(spec, method),
    },
    ...(spec.body && {
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: spec.body, ...(example.body !== undefined && { example: example.body }) },
        },
      },
    }),
    responses: { ...successOf(spec, method), ...problemResponses(spec, method, shared) },
  };
}

function successOf(spec: RouteSpec, method: string): ZodOpenApiResponsesObject {
  const status = String(spec.status ?? 200) as `${2}${string}`;
  const headers = headersOf(spec, method);
  if (status === "204") return { [status]: { description: "Done", headers } };
  const { response } = spec.example ?? {};
  const content = {
    "application/json": { schema: spec.response, ...(response !== undefined && { example: response }) },
  };
  return {
    [status]: { description: "Success", headers, content },
    ...(method === "GET" && { "304": { description: "Not changed since the `ETag` in `If-None-Match`", headers } }),
  };
}

/** One response a status; its description and examples say which codes it may carry. Each stands in the document once. */
function problemResponses(spec: RouteSpec, method: string, shared: Responses): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(spec, method)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => {
        const name = codes.join("-or-");
        shared[name] ??= problemResponse(status, codes);
        return [String(status), { $ref: `#/components/responses/${name}` }];
      }),
  );
}

function problemResponse(status: number, codes: ProblemCode[]): Responses[string] {
  const hasRetryAfter = status === 429 || status === 503 || codes.includes("idempotency_in_progress");
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].meaning}`).join("\n\n"),
    headers: refs("X-Request-Id", ...(hasRetryAfter ? (["Retry-After"] as const) : [])),
    content: {
      "application/problem+json": {
        schema: problemSchema,
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleProblem(code) }])),
      },
    },
  };
}

export function exampleProblem(code: ProblemCode): z.input<typeof problemSchema> {
  const { status, title, meaning } = PROBLEMS[code];
  return {
    type: `/docs/api#${code}`,
    title,
    status,
    code,
    detail: meaning.slice(0, 200),
    requestId: "2f0c7a54-8e0d-4b5e-9f8a-1d3c5b7a9e20",
    ...(code === "invalid" && { errors: [{ pointer: "#/name", detail: "Too long" }] }),
  };
}

const header = (description: string, type: "string" | "integer" = "string") => ({ description, schema: { type } });
const HEADERS = {
  "X-Request-Id": header("Names this request in the logs; the one you sent, if it was sane"),
  "RateLimit-Limit": header("Requests allowed in the window", "integer"),
  "RateLimit-Remaining": header("How many are left", "integer"),
  "RateLimit-Reset": header("Seconds until the window starts anew", "integer"),
  "Retry-After": header("Seconds to wait", "integer"),
  ETag: header("Validator for `If-None-Match`, and for `If-Match` on what can be changed"),
  "Idempotency-Replayed": header("`true` when this is the kept answer to an earlier request"),
};

const refs = (...names: (keyof typeof HEADERS)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

function headersOf(spec: RouteSpec, method: string) {
  const hasTag = method === "GET" || (spec.isVersioned && spec.status !== 204);
  return {
    ...refs("X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
    ...(hasTag && refs("ETag")),
    ...(takesIdempotencyKey(spec, method) && refs("Idempotency-Replayed")),
  };
}

function headerParams(spec: RouteSpec, method: string) {
  const shape: Record<string, z.ZodType> = {};
  if (takesIdempotencyKey(spec, method)) {
    shape["Idempotency-Key"] = z
      .string()
      .max(200)
      .optional()
      .meta({ description: "Makes a retry safe: the same key and body give the same answer for a day" });
  }
  if (method === "GET") shape["If-None-Match"] = z.string().max(4000).optional().meta({ description: "An `ETag`" });
  else if (spec.isVersioned && method !== "POST") {
    shape["If-Match"] = z.string().max(100).optional().meta({ description: "Change only if the `ETag` is still this" });
  }
  return Object.keys(shape).length > 0 ? { header: z.object(shape) } : {};
}

/** Each parameter with its example beside it. Clones, so that the handler's own schema stays as it is. */
function withExamples(schema: z.ZodObject, examples: Record<string, string | number> = {}): z.ZodObject {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return z.object(
    Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        name in examples ? field.meta({ ...field.meta(), example: examples[name] }) : field,
      ]),
    ),
  );
}
