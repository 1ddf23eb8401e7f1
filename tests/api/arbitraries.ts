import fc from "fast-check";

/** As much of JSON Schema as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

type Resolve = (ref: string) => Schema;

/** Values that fit a schema; now and then one just past its bounds. */
export function valuesOf(schema: Schema, resolve: Resolve, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(resolve(schema.$ref), resolve, depth + 1);
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((option) => valuesOf(option, resolve, depth + 1)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) return objectsOf(schema, resolve, depth);
  if (type === "array") {
    const minLength = schema.minItems ?? 0;
    const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? 3, depth > 3 ? 1 : 3));
    return fc.array(valuesOf(schema.items ?? {}, resolve, depth + 1), { minLength, maxLength });
  }
  if (type === "integer" || type === "number") return numbersOf(schema, type === "integer");
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  return type === "string" ? stringsOf(schema) : fc.jsonValue({ maxDepth: 2 });
}

function objectsOf(schema: Schema, resolve: Resolve, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, additionalProperties } = schema;
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valuesOf(field, resolve, depth + 1)]),
  );
  const record = fc.record(known, { requiredKeys: schema.required ?? [] });
  if (!additionalProperties || additionalProperties === true || Object.keys(properties).length > 0) return record;
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), valuesOf(additionalProperties, resolve, depth + 1), {
    maxKeys: 3,
  });
}

function numbersOf(schema: Schema, isInteger: boolean): fc.Arbitrary<number> {
  const min = schema.minimum ?? (schema.exclusiveMinimum ?? -1_000_001) + 1;
  const max = Math.max(min, schema.maximum ?? (schema.exclusiveMaximum ?? 1_000_001) - 1);
  const inside = isInteger
    ? fc.integer({ min: Math.max(min, -(2 ** 53)), max: Math.min(max, 2 ** 53) })
    : fc.double({ min, max, noNaN: true });
  return fc.oneof(
    { weight: 8, arbitrary: inside },
    { weight: 1, arbitrary: fc.constantFrom(min, max, min - 1, max + 1) },
  );
}

function stringsOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") return fc.date({ noInvalidDate: true, min: new Date(0) }).map((at) => at.toISOString());
  if (format === "date") {
    return fc
      .date({ noInvalidDate: true, min: new Date(), max: new Date(Date.now() + 3e10) })
      .map((at) => at.toISOString().slice(0, 10));
  }
  if (format === "email") return fc.emailAddress({ size: "small" });
  if (format === "uri") return fc.webUrl({ size: "small" });
  if (pattern) return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, 200));
  const inside = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)), unit: "grapheme" });
  const edges = [maxLength, maxLength + 1].filter((length) => length <= 20_000).map((length) => "x".repeat(length));
  return fc.oneof({ weight: 8, arbitrary: inside }, { weight: 1, arbitrary: fc.constantFrom("", ...edges) });
}

const deep = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;

/** What no schema asks for. */
export const junkValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    -(2 ** 63),
    0.1,
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202e",
    "__proto__",
    "'; drop table users; --",
    "%00",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "x".repeat(5000),
    [],
    {},
    [[[[]]]],
    { $ne: null },
    { toString: 1 },
    { constructor: { prototype: { isAdmin: true } } },
    Array.from({ length: 1200 }, () => "x"),
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Bodies that are hardly JSON, or JSON nobody should send. */
export const junkBody: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom<string | Uint8Array>(
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "1e400",
    "NaN",
    "\ufeff{}",
    "{}{}",
    '{"a":1,"a":2}',
    '{"name":"a","name":{"b":1}}',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"role":"admin"}}}',
    '{"id":"1","userId":"2","role":"admin"}',
    '{"a":"\\ud800"}',
    '{"a":"\\u0000"}',
    `{"n":${"9".repeat(400)}}`,
    `{"n":1e${"9".repeat(20)}}`,
    deep(20, '{"a":', "}"),
    deep(5000, "[", "]"),
    deep(5000, '{"a":', "}"),
    `["${"x".repeat(300_000)}"]`,
    `[${"1,".repeat(20_000)}1]`,
    new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    new Uint8Array([0xc3, 0x28]),
    "name=a&role=admin",
    "<xml/>",
  ),
  fc.uint8Array({ maxLength: 64 }),
  fc.json(),
);
