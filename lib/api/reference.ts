import { PROBLEMS } from "@/lib/api/problem";

/** The OpenAPI document as the reference page shows it. Pure: document in, rows out. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

interface Media {
  schema?: Schema;
  example?: unknown;
}

interface DocumentOperation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: {
    name: string;
    in: "path" | "query" | "header";
    required?: boolean;
    description?: string;
    schema: Schema & { example?: unknown };
  }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Media> }>;
}

export interface ApiDocument {
  info: { version: string; description: string };
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { schemas?: Record<string, Schema> };
}

export interface FieldRow {
  name: string;
  type: string;
  isRequired: boolean;
  note?: string;
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  /** What a token needs; undefined for public operations, "" for any token. */
  scope?: string;
  pathParams: FieldRow[];
  query: FieldRow[];
  headers: FieldRow[];
  body: FieldRow[];
  answer: FieldRow[];
  status: string;
  curl: string;
  response?: string;
  problems: { code: string; status: number }[];
}

export interface ReferenceGroup {
  id: string;
  name: string;
  description?: string;
  operations: OperationView[];
}

/** Deep enough to write a request by; what is deeper shows in the examples. */
const MAX_DEPTH = 3;

export function readReference(document: ApiDocument): ReferenceGroup[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      view: viewOf(document, path, method, operation),
    })),
  );
  operations.sort((a, b) => depthOf(a.view.path) - depthOf(b.view.path));
  return document.tags
    .map(({ name, description }) => ({
      id: `tag-${name.toLowerCase().replaceAll(/\W+/g, "-")}`,
      name,
      description,
      operations: operations.filter(({ tag }) => tag === name).map(({ view }) => view),
    }))
    .filter((group) => group.operations.length > 0);
}

const depthOf = (path: string) => path.split("/").length;

function viewOf(document: ApiDocument, path: string, method: string, operation: DocumentOperation): OperationView {
  const { parameters = [], security = [], responses } = operation;
  const rows = (place: string) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required = false, description, schema }) => ({
        name,
        type: typeOf(document, schema),
        isRequired: required,
        note: noteOf({ ...schema, description: description ?? schema.description }),
      }));
  const media = operation.requestBody?.content["application/json"];
  const [status = "200", success] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const answer = success?.content?.["application/json"];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    scope: security.length === 0 ? undefined : (security[0]?.bearer?.[0] ?? ""),
    pathParams: rows("path"),
    query: rows("query"),
    headers: rows("header"),
    body: media?.schema ? fieldRows(document, media.schema) : [],
    answer: answer?.schema ? fieldRows(document, answer.schema, "", 1) : [],
    status,
    curl: curlOf(path, method.toUpperCase(), operation, media?.example),
    response: answer?.example === undefined ? undefined : JSON.stringify(answer.example, null, 2),
    problems: problemsOf(responses),
  };
}

function problemsOf(responses: DocumentOperation["responses"]): OperationView["problems"] {
  return Object.values(responses)
    .flatMap(({ $ref }) => $ref?.split("/").at(-1)?.split("-or-") ?? [])
    .flatMap((code) => (code in PROBLEMS ? [{ code, status: PROBLEMS[code as keyof typeof PROBLEMS].status }] : []))
    .sort((a, b) => a.status - b.status || a.code.localeCompare(b.code));
}

/** `criteria.keywords[]` and the like, one row a field. */
function fieldRows(document: ApiDocument, schema: Schema, prefix = "", depth = 0): FieldRow[] {
  const whole = resolve(document, schema);
  if (whole.type === "array" && whole.items) return fieldRows(document, whole.items, `${prefix}[]`, depth);
  const variant = whole.anyOf?.map((option) => resolve(document, option)).find(({ properties }) => properties);
  const { properties = {}, required = [] } = variant ?? whole;
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const inner = resolve(document, field);
    const row = {
      name,
      type: typeOf(document, field),
      isRequired: required.includes(key),
      note: noteOf({ ...inner, ...field }),
    };
    return depth + 1 < MAX_DEPTH ? [row, ...fieldRows(document, inner, name, depth + 1)] : [row];
  });
}

function resolve({ components }: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return (name && components.schemas?.[name]) || schema;
}

function typeOf(document: ApiDocument, schema: Schema): string {
  const whole = resolve(document, schema);
  if (whole.const !== undefined) return JSON.stringify(whole.const);
  if (whole.enum) return whole.enum.map(String).join(" | ");
  if (whole.anyOf) return [...new Set(whole.anyOf.map((option) => typeOf(document, option)))].join(" | ");
  const [type = "any"] = [whole.type].flat();
  if (type === "array") {
    const item = whole.items ? typeOf(document, whole.items) : "any";
    return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
  }
  if (type === "object") return whole.properties ? "object" : "map";
  return whole.format ?? type;
}

function noteOf({ description, maxLength, maxItems, minimum, maximum, default: initial }: Schema): string | undefined {
  const isBound = (value?: number): value is number => value !== undefined && Math.abs(value) < 2 ** 53 - 1;
  const parts = [
    description,
    initial !== undefined && typeof initial !== "object" && `default ${initial}`,
    maxLength !== undefined && maxLength < 1000 && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems}`,
    isBound(minimum) && isBound(maximum) ? `${minimum} to ${maximum}` : undefined,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : undefined;
}

function curlOf(
  path: string,
  method: string,
  { parameters = [], security = [] }: DocumentOperation,
  body: unknown,
): string {
  const exampleOf = (place: string) =>
    parameters.flatMap(({ name, in: where, schema }) =>
      where === place && schema.example !== undefined ? [[name, String(schema.example)] as [string, string]] : [],
    );
  const params = new Map(exampleOf("path"));
  const query = new URLSearchParams(exampleOf("query")).toString().replaceAll("%2C", ",");
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name) => params.get(name) ?? name);
  const has = (header: string) => parameters.some(({ in: where, name }) => where === "header" && name === header);
  return [
    `curl${method === "GET" ? "" : ` -X ${method}`} "$JOBA_URL${url}${query && `?${query}`}"`,
    security.length > 0 && `-H "Authorization: Bearer $TOKEN"`,
    has("Idempotency-Key") && `-H "Idempotency-Key: $(uuidgen)"`,
    has("If-Match") && `-H 'If-Match: "v1.…"'`,
    body !== undefined && `-H "Content-Type: application/json"`,
    body !== undefined && `-d '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}
