import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { buildDocument } from "@/scripts/openapi-document";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { junkBody, junkValue, type Schema, valuesOf } from "./arbitraries";
import { forgetLimits, givenPerson, loadOperations, type Operation, type Person } from "./world";

vi.hoisted(() => {
  process.env.API_RATE_LIMIT = "0";
  process.env.LOG_LEVEL = "silent";
});

/** Requests an operation: 60, 300 in CI, as many as FUZZ says. */
const REQUESTS = Number(process.env.FUZZ ?? 0) || (process.env.CI ? 300 : 60);
/** Each request ends the session it came with. */
const ENDS_SESSION = new Set(["signOut", "signOutEverywhere"]);
const STACK = /\n\s+at |node_modules|\.tsx?:\d+|Error: /;

interface DocumentedOperation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { $ref?: string }>;
}

const document = JSON.parse(JSON.stringify(await buildDocument())) as {
  paths: Record<string, Record<string, DocumentedOperation>>;
};
const ajv = addFormats(new Ajv({ strict: false, allErrors: false, validateFormats: true }));
ajv.addSchema(document, "api");
const operations = await loadOperations();
const tally = new Map<string, Map<number, number>>();

let db: Database;
let person: Person;
let stranger: Person;

beforeAll(async () => {
  await useTestServer();
  db = await testDatabase();
  stranger = await givenPerson(db);
});

afterAll(() => {
  if (!process.env.FUZZ_REPORT) return;
  for (const [name, statuses] of tally) {
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    console.log(`${name}: ${counts.join(" ")}`);
  }
});

describe("every answer is what the document says, whatever is sent", () => {
  test.each(operations)("$name", { timeout: 900_000 }, async (operation) => {
    const documented = document.paths[operation.path]?.[operation.method.toLowerCase()];
    if (!documented) throw new Error(`${operation.name} is not in the document`);
    // A fresh one, so that what the last operation deleted is there again.
    person = await givenPerson(db);
    const sent = new Map<number, number>();
    tally.set(operation.name, sent);
    let grant = await person.authorize();
    let count = 0;
    const send = async (input: Input) => {
      if (ENDS_SESSION.has(operation.handler.spec.operationId)) grant = await person.authorize();
      if (count++ % 40 === 0) await forgetLimits(db);
      const body = input.withRefreshToken ? JSON.stringify({ refreshToken: grant.refreshToken }) : input.body;
      const headers = new Headers({ "content-type": "application/json", ...input.headers });
      if (input.auth === "own") headers.set("authorization", grant.authorization);
      else if (input.auth !== "none") headers.set("authorization", input.auth);
      const path = operation.path.replace(/\{(\w+)\}/g, () => encodeURIComponent(input.id));
      const request = new Request(`http://localhost:3000${path}${input.query}`, {
        method: operation.method,
        headers,
        ...(operation.method !== "GET" && body !== undefined && { body: body as BodyInit }),
      });
      const params = Object.fromEntries([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, input.id]));
      const response = await operation.handler(request, { params: Promise.resolve(params) });
      sent.set(response.status, (sent.get(response.status) ?? 0) + 1);
      await checkAnswer(operation, documented, response);
      return response.status;
    };
    // What the reference shows comes first and has to work; everything after it only has to stay within the contract.
    expect(await send(plainInput(operation)), `${operation.name} by its example`).toBeLessThan(300);
    await fc.assert(
      fc.asyncProperty(inputsOf(operation, documented), async (input) => {
        await send(input);
      }),
      { numRuns: REQUESTS, endOnFailure: true },
    );
  });
});

async function checkAnswer(operation: Operation, documented: DocumentedOperation, response: Response) {
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  expect(Object.keys(documented.responses), `${response.status}: ${text}`).toContain(String(response.status));
  expect(response.headers.get("x-request-id")).toBeTruthy();
  if (response.status === 204 || response.status === 304) return expect(text).toBe("");
  expect(text).not.toMatch(STACK);
  const isProblem = response.status >= 400;
  const type = isProblem ? "application/problem+json" : "application/json";
  expect(response.headers.get("content-type")).toBe(type);
  const shared = documented.responses[String(response.status)]?.$ref;
  const base = shared
    ? `api${shared}`
    : `api#/paths/${escaped(operation.path)}/${operation.method.toLowerCase()}/responses/${response.status}`;
  const validate = ajv.getSchema(`${base}/content/${escaped(type)}/schema`);
  if (!validate) throw new Error(`no schema for ${response.status} of ${operation.name}`);
  expect(validate(JSON.parse(text)), `${ajv.errorsText(validate.errors)}: ${text.slice(0, 500)}`).toBe(true);
}

const escaped = (text: string) =>
  encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%7E", "~");

interface Input {
  id: string;
  query: string;
  body?: string | Uint8Array;
  withRefreshToken: boolean;
  headers: Record<string, string>;
  auth: string;
}

function inputsOf(operation: Operation, documented: DocumentedOperation): fc.Arbitrary<Input> {
  return fc.record({
    id: idsOf(operation),
    query: queriesOf(operation, documented),
    body: bodiesOf(operation, documented),
    withRefreshToken: operation.handler.spec.operationId === "refreshToken" ? fc.boolean() : fc.constant(false),
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: hostileHeaders }),
    auth: fc.oneof(
      { weight: 20, arbitrary: fc.constant("own") },
      {
        weight: 1,
        arbitrary: fc.constantFrom("none", "Bearer %", "Bearer ", "Basic eA==", "Bearer a.b.c", "Bearer joba_x"),
      },
    ),
  });
}

function plainInput({ path, handler }: Operation): Input {
  const { example = {}, operationId } = handler.spec;
  const own = person.ids[nounOf(path)] ?? [];
  const body = example.body as Record<string, unknown> | undefined;
  return {
    id: own.at(-1) ?? "x",
    query: exampleQuery(example.query),
    body: body && JSON.stringify("ids" in body ? { ...body, ids: person.ids["/jobs"] } : body),
    withRefreshToken: operationId === "refreshToken",
    headers: {},
    auth: "own",
  };
}

/** "/api/v1/jobs/{id}/state" is about "/jobs". */
const nounOf = (path: string) => /^\/api\/v1(.*?)\/\{/.exec(path)?.[1] ?? "";

function idsOf(operation: Operation): fc.Arbitrary<string> {
  const noun = nounOf(operation.path);
  return fc.oneof(
    { weight: 6, arbitrary: fc.nat().map((n) => pick(person.ids[noun] ?? ["x"], n)) },
    { weight: 2, arbitrary: fc.nat().map((n) => pick(stranger.ids[noun] ?? ["x"], n)) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom("x", "1", "..", "%00", "__proto__", "constructor", "'", "x".repeat(3000)) },
  );
}

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? "x";

function queriesOf({ handler }: Operation, { parameters = [] }: DocumentedOperation): fc.Arbitrary<string> {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const values = query.map(({ name, schema, required }) =>
    fc
      .option(valuesOf(schema, resolve), { nil: required ? "required" : undefined, freq: required ? 20 : 1 })
      .map((value) => [name, value] as const),
  );
  const valid = fc.tuple(...values).map((pairs) => {
    const search = new URLSearchParams();
    for (const [name, value] of pairs) if (value !== undefined) search.append(name, String(value));
    return search.size > 0 ? `?${search}` : "";
  });
  // Few at a time: with twenty at once hardly one request would be right in every part.
  const few = fc
    .subarray(query, { maxLength: Math.min(3, query.length) })
    .chain((some) =>
      fc.tuple(
        ...query
          .filter((one) => some.includes(one) || one.required)
          .map(({ name, schema }) =>
            valuesOf(schema, resolve).map((value) => [name, String(value)] as [string, string]),
          ),
      ),
    )
    .map((pairs) => (pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ""));
  const names = [...query.map(({ name }) => name), "unknown", "__proto__"];
  const junk = fc
    .array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.constantFrom("", "NaN", "1e999", "-1", "a,b,,c", ",".repeat(900), "x".repeat(3000), "e30.x", "\u0000"),
        ),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${new URLSearchParams(pairs)}`);
  return fc.oneof(
    { weight: 3, arbitrary: few },
    { weight: 1, arbitrary: valid },
    { weight: query.length > 0 ? 2 : 1, arbitrary: query.length > 0 ? junk : fc.constant("") },
    { weight: 1, arbitrary: fc.constant(exampleQuery(handler.spec.example?.query)) },
    { weight: 1, arbitrary: fc.constantFrom("", "?%ff=%fe", "?limit=%00", "?&&&=", "?a[b]=c") },
  );
}

function exampleQuery(query: Record<string, string | number> = {}): string {
  // A made-up cursor or id would be refused.
  const { cursor: _, searchId: __, ...rest } = query;
  return `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]))}`;
}

function bodiesOf(
  { handler }: Operation,
  { requestBody }: DocumentedOperation,
): fc.Arbitrary<string | Uint8Array | undefined> {
  if (!requestBody) return fc.oneof(fc.constant(undefined), junkBody);
  const valid = fc.oneof(
    valuesOf(requestBody.content["application/json"].schema, resolve),
    fc.constant(handler.spec.example?.body),
  );
  const ownIds = valid.map((value) =>
    value !== null && typeof value === "object" && "ids" in value ? { ...value, ids: person.ids["/jobs"] } : value,
  );
  const confused = fc.tuple(ownIds, fc.nat(), junkValue).map(([value, at, junk]) => confuse(value, at, junk));
  return fc.oneof(
    { weight: 5, arbitrary: ownIds.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: confused.map((value) => JSON.stringify(value) ?? "") },
    { weight: 2, arbitrary: junkBody },
  );
}

/** One place in a value replaced, or something added beside it. */
function confuse(value: unknown, at: number, junk: unknown): unknown {
  if (value === null || typeof value !== "object" || at % 7 === 6) return junk;
  const keys = Object.keys(value);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return { ...value, role: "admin", [`extra${at % 3}`]: junk };
  const inner = (value as Record<string, unknown>)[key];
  const changed = confuse(inner, Math.floor(at / (keys.length + 1)), junk);
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? changed : item))
    : { ...value, [key]: changed };
}

const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  { "idempotency-key": "same" },
  { "idempotency-key": "x".repeat(300) },
  { "idempotency-key": "a b" },
  { "if-match": '"v1.x"' },
  { "if-match": "*" },
  { "if-match": '"v1"' },
  { "if-match": "%" },
  { "if-none-match": "*" },
  { "if-none-match": `${'"x",'.repeat(500)}"y"` },
  { "x-request-id": "<script>" },
  { "content-type": "text/plain" },
  { "content-length": "-1" },
  { cookie: "joba.session=%; __proto__=1" },
  { origin: "null" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
);

function resolve(ref: string): Schema {
  let found: unknown = document;
  for (const part of ref.replace(/^#\//, "").split("/")) {
    found = (found as Record<string, unknown>)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return found as Schema;
}
