import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { listRoutes, loadSpecs } from "@/scripts/openapi-document";
import { strictly } from "./strict";

const routes = (await listRoutes()).filter(({ file }) => !file.includes("openapi.json"));
const operations = (
  await Promise.all(
    routes.map(async ({ file, path }) =>
      (await loadSpecs(file)).flatMap(({ method, spec }) => (spec ? [{ name: `${method} ${path}`, spec }] : [])),
    ),
  )
).flat();

const parse = (schema: z.ZodType, value: unknown) => strictly(schema).safeDecode(value as never);

describe.each(operations)("the example of $name", ({ spec }) => {
  test("is there in every part, and is what its schema asks for", () => {
    const { params, query, body, response } = spec.example ?? {};
    if (spec.params) expect(spec.params.safeParse(params).error).toBeUndefined();
    if (spec.query && query) expect(spec.query.safeParse(query).error).toBeUndefined();
    if (spec.body) expect(spec.body.safeParse(body).error).toBeUndefined();
    if (spec.status !== 204) expect(parse(spec.response, response).error).toBeUndefined();
  });
});
