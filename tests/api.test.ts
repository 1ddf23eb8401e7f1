import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { POST as register } from "@/app/api/v1/auth/register/route";
import { POST as createToken } from "@/app/api/v1/auth/token/route";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { problemSchema } from "@/lib/api/problem";
import { defineRoute } from "@/lib/api/route";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { createTestContext } from "./helpers/context";
import { testDatabase } from "./helpers/database";
import { useTestServer } from "./helpers/server";

const password = "correct horse battery";

beforeAll(async () => {
  await useTestServer();
});

async function tokenFor(userId: string, scopes: ApiScope[]): Promise<string> {
  const token = `joba_${randomToken()}`;
  await insertApiToken(await testDatabase(), {
    userId,
    tokenHash: hashToken(token),
    prefix: token.slice(0, 10),
    scopes,
    expiresAt: new Date(Date.now() + 60_000),
  });
  return token;
}

function call(
  handler: typeof register,
  { params = {}, ...init }: RequestInit & { params?: Record<string, string>; url?: string } = {},
) {
  return handler(new Request(init.url ?? "http://localhost:3000/api/v1/test", init), {
    params: Promise.resolve(params),
  });
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

const probe = defineRoute(
  {
    operationId: "probe",
    summary: "A probe",
    tag: "Test",
    scope: "jobs:write",
    params: z.object({ id: z.uuid() }),
    query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
    body: z.object({ name: z.string().max(10), fail: z.string().max(20).optional() }),
    response: z.object({ data: z.object({ name: z.string().max(10), limit: z.int(), userId: z.string().max(40) }) }),
  },
  async (ctx, { body, query }) => {
    if (body.fail === "app") throw new AppError("conflict", "It changed meanwhile");
    if (body.fail === "zod") z.string().parse(1);
    if (body.fail) throw new Error("secret detail");
    return { data: { name: body.name, limit: query.limit, userId: ctx.actor.userId, passwordHash: "never" } };
  },
);

describe("an operation", () => {
  const id = randomUUID();

  test("refuses a stranger, a made-up token and a token without the scope", async () => {
    const { userId } = await createTestContext();
    expect((await call(probe, { ...json({ name: "x" }), params: { id } })).status).toBe(401);
    for (const authorization of [`Bearer joba_${randomToken()}`, "Bearer %", "Basic eA==", ""]) {
      expect(
        (await call(probe, { ...json({ name: "x" }, { authorization }), params: { id } })).status,
        authorization,
      ).toBe(401);
    }
    const readOnly = await tokenFor(userId, ["jobs:read"]);
    const refused = await call(probe, {
      ...json({ name: "x" }, { authorization: `Bearer ${readOnly}` }),
      params: { id },
    });
    expect(refused.status).toBe(403);
    expect((await refused.json()).detail).toContain("jobs:write");
  });

  test("answers through its schema and leaves out what is not in it", async () => {
    const { userId } = await createTestContext();
    const authorization = `Bearer ${await tokenFor(userId, ["jobs:write"])}`;
    const response = await call(probe, {
      ...json({ name: "x" }, { authorization }),
      params: { id },
      url: "http://localhost:3000/x?limit=7",
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toBeTruthy();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ data: { name: "x", limit: 7, userId } });
  });

  test.each([
    ["a bad field", { name: "far too long a name" }, {}, 422, "invalid"],
    ["a bad id", { name: "x" }, { id: "1" }, 404, "not_found"],
    ["a known failure", { name: "x", fail: "app" }, {}, 409, "conflict"],
    ["an unknown failure", { name: "x", fail: "other" }, {}, 500, "internal"],
    ["a parse failure inside a verb", { name: "x", fail: "zod" }, {}, 500, "internal"],
  ])("says %s as a problem", async (_name, body, params, status, code) => {
    const { userId } = await createTestContext();
    const authorization = `Bearer ${await tokenFor(userId, ["jobs:write"])}`;
    const response = await call(probe, { ...json(body, { authorization }), params: { id, ...params } });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.parse(await response.json());
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain("secret detail");
    if (status === 422) expect(problem.errors).toMatchObject([{ pointer: "#/name" }]);
  });

  test("reads no body that is broken, too large or too deep", async () => {
    const { userId } = await createTestContext();
    const authorization = `Bearer ${await tokenFor(userId, ["jobs:write"])}`;
    const headers = { authorization, "content-type": "application/json" };
    for (const [body, status] of [
      ["{", 422],
      [`{"name":"${"x".repeat(300_000)}"}`, 413],
      [`${'{"a":'.repeat(60)}1${"}".repeat(60)}`, 422],
    ] as const) {
      expect((await call(probe, { method: "POST", body, headers, params: { id } })).status).toBe(status);
    }
    const form = await call(probe, { method: "POST", body: "{}", headers: { authorization }, params: { id } });
    expect(form.status).toBe(415);
  });

  test("a cookie without our own origin changes nothing", async () => {
    for (const origin of ["null", "https://evil.example", "http://localhost.evil.example"]) {
      const response = await call(probe, {
        ...json({ name: "x" }, { cookie: "joba.session=x", origin }),
        params: { id },
      });
      expect([401, 403]).toContain(response.status);
    }
  });
});

describe("accounts over the API", () => {
  test("registering answers the same for a free and a taken address; the token then opens the door", async () => {
    const email = `${randomUUID()}@example.test`;
    const [first, again] = [
      await call(register, json({ email, password })),
      await call(register, json({ email, password: "another one" })),
    ];
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(await first.text()).toBe(await again.text());
    const refused = await call(createToken, json({ email, password: "another one" }));
    expect(refused.status).toBe(401);
    const granted = await call(createToken, json({ email, password }));
    expect(granted.status).toBe(201);
    const { data } = await granted.json();
    const authorization = `Bearer ${data.accessToken}`;
    expect(
      (await call(probe, { ...json({ name: "x" }, { authorization }), params: { id: randomUUID() } })).status,
    ).toBe(200);
  });

  test("fields that decide who somebody is are not taken from the body", async () => {
    const email = `${randomUUID()}@example.test`;
    const refused = await call(register, json({ email, password, role: "admin", isDemo: true }));
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toEqual([
      { pointer: "#/role", detail: "is not a known field" },
      { pointer: "#/isDemo", detail: "is not a known field" },
    ]);
    const { findUserByEmail } = await import("@/db/queries/users");
    expect(await findUserByEmail(await testDatabase(), { email })).toBeUndefined();
  });
});
