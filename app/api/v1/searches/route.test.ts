import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { createTestContext } from "@/tests/helpers/context";
import { useTestServer } from "@/tests/helpers/server";
import { GET as getRun } from "../runs/[id]/route";
import { DELETE, GET as getSearch, PATCH } from "./[id]/route";
import { GET as listRuns, POST as startRun } from "./[id]/runs/route";
import { GET as listSearches, POST } from "./route";

let sent: Awaited<ReturnType<typeof useTestServer>>;
beforeAll(async () => {
  sent = await useTestServer();
});

const SEARCH = {
  name: "Frontend",
  criteria: { keywords: ["frontend"] },
  sources: [{ sourceId: "demo" }],
  schedule: { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
};

async function given(...scopes: ApiScope[]) {
  const { ctx, userId } = await createTestContext();
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 60_000);
  await insertApiToken(ctx.db, { userId, tokenHash: hashToken(token), prefix: token.slice(0, 10), scopes, expiresAt });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return async (
    handler: typeof getSearch,
    { id, method = "GET", body, query = "" }: { id?: string; method?: string; body?: unknown; query?: string } = {},
  ) => {
    const request = new Request(`http://localhost:3000/api/v1/searches${query}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve<Record<string, string>>(id ? { id } : {}) });
    return { status: response.status, json: response.status === 204 ? undefined : await response.json() };
  };
}

test("a search is created, read, changed, run, listed and deleted", async () => {
  const call = await given("searches:read", "searches:write");
  const created = await call(POST, { method: "POST", body: SEARCH });
  expect(created).toMatchObject({
    status: 201,
    json: { data: { name: "Frontend", isActive: true, nextRunAt: expect.stringMatching(/^\d{4}-.*Z$/) } },
  });
  expect(created.json.data).not.toHaveProperty("userId");
  const { id } = created.json.data;
  expect((await call(getSearch, { id })).json.data).toEqual(created.json.data);
  expect(await call(PATCH, { id, method: "PATCH", body: { isActive: false } })).toMatchObject({
    status: 200,
    json: { data: { isActive: false, nextRunAt: null } },
  });
  expect((await call(listSearches)).json.data).toMatchObject([{ id }]);

  const before = sent.length;
  const run = await call(startRun, { id, method: "POST" });
  expect(run).toMatchObject({ status: 202, json: { data: { searchId: id, status: "queued", trigger: "manual" } } });
  expect(sent).toHaveLength(before + 1);
  expect(await call(startRun, { id, method: "POST" })).toMatchObject({ status: 409 });
  const detail = await call(getRun, { id: run.json.data.id });
  expect(detail.json.data).toMatchObject({ funnel: { fetched: 0 }, sources: [{ sourceId: "demo", outcome: null }] });
  expect((await call(listRuns, { id })).json.data).toMatchObject([{ id: run.json.data.id }]);

  expect((await call(DELETE, { id, method: "DELETE" })).status).toBe(204);
  expect((await call(getSearch, { id })).status).toBe(404);
});

test("a stranger, an unknown id and something that is no id all find nothing", async () => {
  const owner = await given("searches:write");
  const { id } = (await owner(POST, { method: "POST", body: SEARCH })).json.data;
  const stranger = await given("searches:read", "searches:write");
  for (const other of [id, randomUUID(), "x' or 1=1"]) {
    expect((await stranger(getSearch, { id: other })).status).toBe(404);
    expect((await stranger(PATCH, { id: other, method: "PATCH", body: { name: "Mine" } })).status).toBe(404);
    expect((await stranger(DELETE, { id: other, method: "DELETE" })).status).toBe(404);
    expect((await stranger(startRun, { id: other, method: "POST" })).status).toBe(404);
    expect((await stranger(listRuns, { id: other })).status).toBe(404);
    expect((await stranger(getRun, { id: other })).status).toBe(404);
  }
});

test("a token without the scope is forbidden, none at all is unauthenticated", async () => {
  const reader = await given("searches:read");
  expect((await reader(POST, { method: "POST", body: SEARCH })).status).toBe(403);
  expect((await reader(startRun, { id: randomUUID(), method: "POST" })).status).toBe(403);
  const other = await given("jobs:read");
  expect((await other(listSearches)).status).toBe(403);
  const anonymous = await listSearches(new Request("http://localhost:3000/api/v1/searches"), {
    params: Promise.resolve({}),
  });
  expect(anonymous.status).toBe(401);
});

test.each([
  ["no sources", { sources: [] }, "sources"],
  ["a board nobody has", { sources: [{ sourceId: "monster" }] }, "sources"],
  ["an unknown zone", { schedule: { timeZone: "Mars/Base" } }, "schedule.timeZone"],
  ["a field nobody knows", { userId: "somebody else" }, "userId"],
  ["a field nobody knows further in", { schedule: { cron: "* * * * *" } }, "schedule.cron"],
  ["a blank excluded word", { criteria: { excludeWords: [" "] } }, "criteria.excludeWords.0"],
])("%s is a problem of its field", async (_name, change, field) => {
  const call = await given("searches:write");
  const refused = await call(POST, { method: "POST", body: { ...SEARCH, ...change } });
  expect(refused.status).toBe(422);
  expect(refused.json.errors).toContainEqual(expect.objectContaining({ pointer: `#/${field.replaceAll(".", "/")}` }));
});

test("lists page by cursor and refuse a forged one", async () => {
  const call = await given("searches:read", "searches:write");
  for (const name of ["a", "b", "c"]) await call(POST, { method: "POST", body: { ...SEARCH, name } });
  const first = await call(listSearches, { query: "?limit=2" });
  const second = await call(listSearches, { query: `?limit=2&cursor=${encodeURIComponent(first.json.nextCursor)}` });
  expect([...first.json.data, ...second.json.data].map(({ name }: { name: string }) => name)).toEqual(["c", "b", "a"]);
  expect((await call(listSearches, { query: "?cursor=e30.x" })).status).toBe(422);
});
