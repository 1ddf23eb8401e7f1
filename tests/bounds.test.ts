import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { actionInputs } from "@/lib/actions";
import { listRoutes, loadSpecs } from "@/scripts/openapi-document";
import { unboundedPaths } from "./helpers/unbounded";

describe("every input has an end", () => {
  test("of every server action", async () => {
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app/**actions.ts"], {
      encoding: "utf8",
    });
    for (const file of files.split("\n").filter(Boolean)) await import(resolve(file));
    expect(actionInputs.size).toBeGreaterThan(20);
    expect([...actionInputs].flatMap(([name, input]) => unboundedPaths(input, `${name}`))).toEqual([]);
  });

  test("of every operation of the API", async () => {
    const found: string[] = [];
    for (const { file } of await listRoutes()) {
      for (const { spec } of await loadSpecs(file)) {
        for (const part of ["params", "query", "body"] as const) {
          const schema = spec?.[part];
          if (schema) found.push(...unboundedPaths(schema, `${spec.operationId} ${part}`));
        }
      }
    }
    expect(found).toEqual([]);
  });
});

describe("the search for them bites", () => {
  const text = z.string();
  test.each<[string, z.ZodType, number]>([
    ["text", text, 1],
    ["text in a form", z.object({ a: z.object({ b: text.optional() }) }), 1],
    ["a list of short texts", z.array(text.max(9)), 1],
    ["a short list of texts", z.array(text).max(9), 1],
    ["a list of lists", z.array(z.array(z.number())).max(9), 1],
    ["a set", z.set(z.number()), 1],
    ["a map", z.map(text.max(9), text), 2],
    ["a record", z.record(text, z.number()), 1],
    ["one of several", z.union([z.number(), text]), 1],
    ["text made into a number", text.transform(Number), 1],
    ["text with a default", text.default(""), 1],
    ["an address", z.email(), 1],
    ["a pattern", text.regex(/^a+$/), 1],
    ["an open tuple", z.tuple([z.number()], z.number()), 1],
    [
      "bounded things",
      z.object({ a: text.max(9), b: z.array(z.uuid()).max(9), c: z.enum(["x"]), d: text.length(4) }),
      0,
    ],
    [
      "bounded before a transform",
      text
        .max(9)
        .transform((value) => value.trim())
        .pipe(z.email()),
      0,
    ],
  ])("%s", (_name, schema, count) => {
    expect(unboundedPaths(schema)).toHaveLength(count);
  });
});
