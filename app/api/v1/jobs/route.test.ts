import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { jobPageSchema, jobSchema } from "@/lib/jobs/schemas";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { givenJob } from "@/tests/helpers/jobs";
import { useTestServer } from "@/tests/helpers/server";
import { GET as getJob } from "./[id]/route";
import { PUT as setState } from "./[id]/state/route";
import { GET as listJobs } from "./route";

beforeAll(async () => {
  await useTestServer();
});

async function given(...scopes: ApiScope[]) {
  const { userId } = await createTestContext();
  const db = await testDatabase();
  const token = `joba_${randomToken()}`;
  await insertApiToken(db, {
    userId,
    tokenHash: hashToken(token),
    prefix: token.slice(0, 10),
    scopes,
    expiresAt: new Date(Date.now() + 60_000),
  });
  const job = await givenJob(db, userId, { title: "Elixir Engineer", match: { score: 71 } });
  return { id: job.id, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } };
}

const call = (handler: typeof listJobs, init: RequestInit & { query?: string }, params: Record<string, string> = {}) =>
  handler(new Request(`http://localhost:3000/api/v1/jobs${init.query ?? ""}`, init), {
    params: Promise.resolve(params),
  });

describe("jobs over the API", () => {
  test("answer in the shape of their schemas", async () => {
    const { id, headers } = await given("jobs:read", "jobs:write");
    const list = await call(listJobs, { headers, query: "?q=elixir&states=inbox,saved&limit=5" });
    expect(list.status).toBe(200);
    const page = jobPageSchema.parse(await list.json());
    expect(page.data).toMatchObject([{ id, match: { score: 71 } }]);
    const one = await call(getJob, { headers }, { id });
    expect(jobSchema.parse((await one.json()).data)).toMatchObject({ id, state: "inbox" });
    const body = JSON.stringify({ state: "dismissed", reason: "pay" });
    const changed = await call(setState, { method: "PUT", headers, body }, { id });
    expect(await changed.json()).toMatchObject({ data: { changed: 1, state: "dismissed", reason: "pay" } });
  });

  test("are paged by opaque cursors", async () => {
    const { headers } = await given("jobs:read");
    expect((await (await call(listJobs, { headers })).json()).nextCursor).toBeUndefined();
    expect((await call(listJobs, { headers, query: "?cursor=e30.x" })).status).toBe(422);
  });

  test.each([
    "?sort=salary;drop",
    "?limit=101",
    "?states=archived",
    `?q=${"x".repeat(10_000)}`,
    "?salaryMin=5",
    "?companies=1",
  ])("refuse %s by field", async (query) => {
    const { headers } = await given("jobs:read");
    const answer = await call(listJobs, { headers, query });
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toContainEqual({ parameter: expect.any(String), detail: expect.any(String) });
  });

  test("are closed to strangers, to wrong scopes and to other people", async () => {
    const { id, headers } = await given("jobs:read");
    expect((await call(listJobs, {})).status).toBe(401);
    const put = { method: "PUT", headers, body: JSON.stringify({ state: "saved" }) };
    expect((await call(setState, put, { id })).status).toBe(403);
    const other = await given("jobs:read", "jobs:write");
    for (const wrong of [id, randomUUID(), "1"]) {
      expect((await call(getJob, { headers: other.headers }, { id: wrong })).status).toBe(404);
      expect((await call(setState, { ...put, headers: other.headers }, { id: wrong })).status).toBe(404);
    }
  });
});
