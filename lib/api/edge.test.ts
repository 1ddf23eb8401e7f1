import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { insertApiToken } from "@/db/queries/sessions";
import { defineRoute } from "@/lib/api/route";
import { strictly } from "@/lib/api/strict";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";

let authorization = "";
beforeAll(async () => {
  await useTestServer();
  const { userId } = await createTestContext();
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 600_000);
  const scopes = ["jobs:write" as const];
  await insertApiToken(await testDatabase(), {
    userId,
    tokenHash: hashToken(token),
    prefix: "joba_",
    scopes,
    expiresAt,
  });
  authorization = `Bearer ${token}`;
});

let thing = { name: "a", version: 1 };
const response = z.object({ data: z.object({ name: z.string(), version: z.int() }) });
const spec = { summary: "A thing", tag: "Test", scope: "jobs:write", isVersioned: true, response } as const;
const read = defineRoute({ ...spec, operationId: "readThing" }, async () => ({ data: thing }));
const write = defineRoute(
  { ...spec, operationId: "writeThing", body: z.object({ name: z.string().max(9) }) },
  async (_ctx, { body, version }) => {
    if (version !== undefined && version !== thing.version)
      throw new AppError("conflict", "Changed", { isStale: true });
    thing = { name: body.name, version: thing.version + 1 };
    return { data: thing };
  },
);

const call = (handler: typeof read, headers: Record<string, string> = {}, body?: BodyInit) =>
  handler(
    new Request("http://localhost:3000/x", {
      method: body === undefined ? "GET" : "PUT",
      headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      body,
    }),
    { params: Promise.resolve({}) },
  );

describe("validators", () => {
  test("an unchanged thing answers 304, in every way a client may ask", async () => {
    const first = await call(read);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"v1\.[\w-]{16}"$/);
    for (const sent of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await call(read, { "if-none-match": sent });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    expect((await call(read, { "if-none-match": '"x"' })).status).toBe(200);
  });

  test("a write with a stale or unreadable tag is 412, with the present one it goes through", async () => {
    const etag = (await call(read)).headers.get("etag") ?? "";
    const saved = await call(write, { "if-match": etag }, '{"name":"b"}');
    expect(saved.status).toBe(200);
    for (const sent of [etag, `W/${saved.headers.get("etag")}`, "nonsense", '"v99999999999999"', '""']) {
      const refused = await call(write, { "if-match": sent }, '{"name":"c"}');
      expect([refused.status, (await refused.json()).code], sent).toEqual([412, "precondition_failed"]);
    }
    expect((await call(write, { "if-match": saved.headers.get("etag") ?? "" }, '{"name":"c"}')).status).toBe(200);
    expect((await call(write, { "if-match": "*" }, '{"name":"d"}')).status).toBe(200);
    expect((await call(write, {}, '{"name":"e"}')).status).toBe(200);
  });
});

describe("every answer", () => {
  test("carries the caller's request id when it is sane, else its own", async () => {
    expect((await call(read, { "x-request-id": "trace-0123:abc" })).headers.get("x-request-id")).toBe("trace-0123:abc");
    for (const bad of ["short", "x".repeat(101), "<script>alert(1)</script>"]) {
      const id = (await call(read, { "x-request-id": bad })).headers.get("x-request-id");
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("says how many requests are left, also when it is a refusal", async () => {
    const [one, two] = [await call(read), await call(write, {}, "{")];
    expect(two.status).toBe(422);
    for (const { headers } of [one, two]) {
      expect(headers.get("ratelimit-limit")).toBe("1200");
      expect(Number(headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
    }
    expect(Number(two.headers.get("ratelimit-remaining"))).toBeLessThan(Number(one.headers.get("ratelimit-remaining")));
  });

  test("refuses text no database keeps", async () => {
    for (const body of ['{"name":"\\u0000"}', '{"name":"\\ud800"}', '{"name":"a","\\u0000":1}']) {
      expect((await call(write, {}, body)).status, body).toBe(422);
    }
  });
});

test("a strict schema closes every object in it and leaves the original open", () => {
  const open = z
    .object({
      a: z.array(z.object({ b: z.string().optional() })).default([]),
      c: z.union([z.object({ d: z.int() }), z.null()]).optional(),
      e: z
        .object({ f: z.int() })
        .transform(({ f }) => f)
        .optional(),
      g: z.record(z.string(), z.object({ h: z.int() }).nullable()).optional(),
    })
    .refine(({ a }) => a.length < 3, "too many");
  const closed = strictly(open);
  expect(closed.parse({ a: [{}], c: { d: 1 }, e: { f: 2 } })).toEqual({ a: [{}], c: { d: 1 }, e: 2 });
  for (const bad of [{ x: 1 }, { a: [{ x: 1 }] }, { c: { d: 1, x: 1 } }, { e: { f: 1, x: 1 } }, { a: [{}, {}, {}] }]) {
    expect(closed.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  }
  expect(open.safeParse({ x: 1, a: [{ x: 1 }] }).success).toBe(true);
});
