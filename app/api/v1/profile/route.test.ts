import { beforeAll, describe, expect, test } from "vitest";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { GET, PUT } from "./route";

beforeAll(async () => {
  await useTestServer();
});

async function givenCaller(...scopes: ApiScope[]) {
  const { userId } = await createTestContext();
  const token = `joba_${randomToken()}`;
  await insertApiToken(await testDatabase(), {
    userId,
    tokenHash: hashToken(token),
    prefix: token.slice(0, 10),
    scopes,
    expiresAt: new Date(Date.now() + 60_000),
  });
  const send = async (method: "GET" | "PUT", body?: unknown, more: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...more };
    const request = new Request("http://localhost:3000/api/v1/profile", {
      method,
      headers,
      body: JSON.stringify(body),
    });
    const response = await (method === "GET" ? GET : PUT)(request, { params: Promise.resolve({}) });
    return { status: response.status, etag: response.headers.get("etag"), body: await response.json() };
  };
  return { userId, send };
}

describe("/api/v1/profile", () => {
  test("answers empty facts before the first save, and what was saved after", async () => {
    const { send } = await givenCaller("profile:read", "profile:write");
    expect(await send("GET")).toMatchObject({ status: 200, body: { data: { version: 0, facts: { skills: [] } } } });
    const saved = await send("PUT", {
      facts: { headline: "Frontend Engineer", titles: ["Frontend Engineer"] },
      preferences: { workCountries: ["de"], mustNotWords: ["", "crypto"] },
    });
    expect(saved).toMatchObject({
      status: 200,
      body: { data: { version: 1, preferences: { workCountries: ["DE"], mustNotWords: ["crypto"] } } },
    });
    expect((await send("GET")).body).toEqual(saved.body);
    expect(Object.keys(saved.body.data).sort()).toEqual(["cvFileName", "facts", "preferences", "version"]);
  });

  test("answers 412 to a stale version", async () => {
    const { send } = await givenCaller("profile:read", "profile:write");
    const first = { "if-match": (await send("GET")).etag ?? "" };
    const saved = await send("PUT", { facts: {} }, first);
    expect(saved.status).toBe(200);
    const again = await send("PUT", { facts: {} }, first);
    expect(again).toMatchObject({ status: 412, body: { code: "precondition_failed" } });
    expect(await send("PUT", { facts: {} }, { "if-match": saved.etag ?? "" })).toMatchObject({ status: 200 });
  });

  test("answers 422 with the fields", async () => {
    const { send } = await givenCaller("profile:write");
    const answer = await send("PUT", { facts: { roles: [{ title: "", from: "x" }] } });
    expect(answer).toMatchObject({ status: 422 });
    expect(JSON.stringify(answer.body)).toContain("#/facts/roles/0/from");
  });

  test("answers 403 without the scope and 401 without a token", async () => {
    const { send } = await givenCaller("profile:read");
    expect((await send("PUT", { facts: {} })).status).toBe(403);
    const request = new Request("http://localhost:3000/api/v1/profile");
    expect((await GET(request, { params: Promise.resolve({}) })).status).toBe(401);
  });

  test("shows nobody another person's profile", async () => {
    const owner = await givenCaller("profile:write");
    await owner.send("PUT", { facts: { headline: "Secret" } });
    const stranger = await givenCaller("profile:read");
    expect((await stranger.send("GET")).body.data).toMatchObject({ version: 0, facts: { headline: "" } });
  });
});
