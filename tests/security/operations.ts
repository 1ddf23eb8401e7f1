import { readFile } from "node:fs/promises";

export interface Operation {
  id: string;
  method: string;
  /** As in the document: "/api/v1/searches/{id}". */
  path: string;
  isPublic: boolean;
  /** True for what a read-only token may do. */
  isRead: boolean;
  /** What must stand after the path: "?url=…", or nothing. */
  query: string;
  /** A body the document itself gives as an example; undefined when it takes none. */
  example: unknown;
}

interface Documented {
  operationId: string;
  security?: { [scheme: string]: string[] }[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown }> }> };
}

const QUERY_EXAMPLES: Record<string, string> = {
  query: "https://boards.greenhouse.io/acme/jobs/1",
  url: "https://boards.greenhouse.io/acme",
};
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** Every operation of the REST API, from the document that is generated from the handlers. */
export async function listOperations(): Promise<Operation[]> {
  const document = JSON.parse(await readFile("public/openapi.json", "utf8")) as {
    paths: Record<string, Partial<Record<(typeof METHODS)[number], Documented>>>;
  };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const scopes = (operation.security ?? []).flatMap((requirement) => Object.values(requirement).flat());
      const content = Object.values(operation.requestBody?.content ?? {})[0];
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        isPublic: operation.security !== undefined && operation.security.length === 0,
        // Without a scope of its own it is open to every token, so it had better be a read.
        isRead: method === "get" && scopes.every((scope) => scope.endsWith(":read")),
        query: requiredQuery(operation),
        example: content?.example ?? Object.values(content?.examples ?? {})[0]?.value,
      };
    }),
  );
}

function requiredQuery({ operationId, parameters = [] }: Documented): string {
  const query = new URLSearchParams();
  for (const { name, in: place, required } of parameters) {
    if (place !== "query" || !required) continue;
    const example = QUERY_EXAMPLES[name];
    if (!example) throw new Error(`no example for ${name} of ${operationId}: add it to tests/security/operations.ts`);
    query.set(name, example);
  }
  return query.size > 0 ? `?${query}` : "";
}
