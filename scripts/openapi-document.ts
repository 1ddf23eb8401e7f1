import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { problemSchema } from "@/lib/api/problem";
import type { RouteSpec } from "@/lib/api/spec";
import { ERROR_STATUS } from "@/lib/errors";
import pkg from "@/package.json";

const ROOT = "app/api/v1";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

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
  for (const { file, path } of await listRoutes()) {
    for (const { method, spec } of await loadSpecs(file)) {
      if (!spec) continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: toOperation(spec, method) };
    }
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "JOBA API",
      version: pkg.version,
      description: "Everything the pages can do, for scripts. Errors are RFC 9457 problems; lists are keyset pages.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "joba_…" } } },
    paths,
  });
}

function toOperation(spec: RouteSpec, method: string): ZodOpenApiOperationObject {
  const status = String(spec.status ?? 200) as `${2}${string}`;
  return {
    operationId: spec.operationId,
    summary: spec.summary,
    description: spec.description,
    tags: [spec.tag],
    ...(spec.scope === "public" ? { security: [] } : { security: [{ bearer: [spec.scope] }] }),
    requestParams: { ...(spec.params && { path: spec.params }), ...(spec.query && { query: spec.query }) },
    ...(spec.body && { requestBody: { required: true, content: { "application/json": { schema: spec.body } } } }),
    responses: {
      [status]:
        status === "204"
          ? { description: "Done" }
          : { description: "Success", content: { "application/json": { schema: spec.response } } },
      ...Object.fromEntries(problemStatuses(spec, method).map((code) => [code, problem])),
    },
  };
}

const problem = { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } };

function problemStatuses(spec: RouteSpec, method: string): `${4 | 5}${string}`[] {
  const codes = new Set<number>([ERROR_STATUS.limit_exceeded, ERROR_STATUS.internal]);
  if (spec.scope !== "public" || spec.operationId === "createToken") codes.add(ERROR_STATUS.unauthenticated);
  if (spec.scope !== "public") codes.add(ERROR_STATUS.forbidden);
  if (spec.params) codes.add(ERROR_STATUS.not_found);
  if (spec.query || spec.body) codes.add(ERROR_STATUS.invalid);
  if (method !== "GET") codes.add(ERROR_STATUS.conflict);
  return [...codes].sort().map((code) => String(code) as `${4 | 5}${string}`);
}
