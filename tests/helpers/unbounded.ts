import type { z } from "zod";

/** Formats that end by themselves. */
const SHORT_FORMATS = new Set(["uuid", "date", "time", "duration"]);

const ENDS = new Set(["max_length", "length_equals", "max_size", "size_equals"]);

interface Definition {
  type: string;
  format?: string;
  checks?: { _zod: { def: { check: string; format?: string } } }[];
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  items?: z.ZodType[];
  rest?: z.ZodType | null;
  options?: z.ZodType[];
  left?: z.ZodType;
  right?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  getter?: () => z.ZodType;
}

/** The places of an input schema that take text or lists without an end. What a transform makes of them does not matter. */
export function unboundedPaths(schema: z.ZodType, path = "", seen = new Set<z.ZodType>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema._zod as unknown as { def: Definition };
  const isBounded = def.checks?.some(({ _zod }) => ENDS.has(_zod.def.check)) ?? false;
  const into = (inner: z.ZodType | null | undefined, name: string) =>
    inner ? unboundedPaths(inner, `${path}${name}`, seen) : [];
  const here = (what: string) => [`${path || "(itself)"}: ${what} without a maximum`];
  switch (def.type) {
    case "string":
      return isBounded || isShort(def) ? [] : here("text");
    case "array":
      return [...(isBounded ? [] : here("list")), ...into(def.element, "[]")];
    case "set":
      return [...(isBounded ? [] : here("set")), ...into(def.valueType, "{}")];
    case "map":
      return [...(isBounded ? [] : here("map")), ...into(def.keyType, "{key}"), ...into(def.valueType, "{}")];
    case "record":
      return [...into(def.keyType, "{key}"), ...into(def.valueType, "{}")];
    case "object":
      return [
        ...Object.entries(def.shape ?? {}).flatMap(([name, inner]) => into(inner, `.${name}`)),
        ...into(def.catchall, ".*"),
      ];
    case "tuple":
      return [
        ...(def.items ?? []).flatMap((inner, i) => into(inner, `[${i}]`)),
        ...(def.rest ? here("tuple rest") : []),
      ];
    case "union":
      return (def.options ?? []).flatMap((inner) => into(inner, ""));
    case "intersection":
      return [...into(def.left, ""), ...into(def.right, "")];
    case "pipe":
      // What a yes or no is read from is compared, and no more.
      return typeOf(def.in) === "transform" || typeOf(def.out) === "boolean" ? [] : into(def.in, "");
    case "lazy":
      return into(def.getter?.(), "");
    default:
      return into(def.innerType, "");
  }
}

const typeOf = (schema: z.ZodType | undefined) => (schema?._zod as { def: Definition } | undefined)?.def.type;

function isShort({ format, checks = [] }: Definition): boolean {
  const formats = [format, ...checks.map(({ _zod }) => _zod.def.format)];
  return formats.some((name) => name !== undefined && SHORT_FORMATS.has(name));
}
