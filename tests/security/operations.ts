import { readFile } from "node:fs/promises";

export interface Operation {
  id: string;
  method: string;
  /** As in the document: "/api/v1/searches/{id}". */
  path: string;
  isPublic: boolean;
  /** True for what a read-only token may do. */
  isRead: boolean;
  /** A body the document itself gives as an example; undefined when it takes none. */
  example: unknown;
}

interface Documented {
  operationId: string;
  security?: { [scheme: string]: string[] }[];
  requestBody?: { content?: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown }> }> };
}

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
        isRead: scopes.length > 0 && scopes.every((scope) => scope.endsWith(":read")),
        example: content?.example ?? Object.values(content?.examples ?? {})[0]?.value,
      };
    }),
  );
}
