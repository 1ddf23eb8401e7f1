import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { insertApiToken } from "@/db/queries/sessions";
import { API_SCOPES, type ApiScope } from "@/db/schema/vocabulary";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";
import { givenPerson, loadOperations, type Operation, type Person } from "./world";

const operations = await loadOperations();
const closed = operations.filter(({ handler }) => handler.spec.scope !== "public");

let db: Database;
let person: Person;
let stranger: Person;
beforeAll(async () => {
  await useTestServer();
  db = await testDatabase();
  person = await givenPerson(db);
  stranger = await givenPerson(db);
});

interface Sent {
  authorization?: string;
  id?: string;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

async function send({ method, path, handler }: Operation, sent: Sent = {}) {
  const { id = "x", query = "", body, authorization, headers } = sent;
  const url = `http://localhost:3000${path.replace(/\{\w+\}/g, encodeURIComponent(id))}${query}`;
  const request = new Request(url, {
    method,
    headers: { "content-type": "application/json", ...(authorization && { authorization }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, id]));
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : undefined };
}

function operation(name: string): Operation {
  const found = operations.find(({ handler }) => handler.spec.operationId === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

async function tokenFor(userId: string, scopes: ApiScope[]): Promise<string> {
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 600_000);
  await insertApiToken(db, { userId, tokenHash: hashToken(token), prefix: token.slice(0, 10), scopes, expiresAt });
  return `Bearer ${token}`;
}

describe.each(closed)("$name", (one) => {
  const { scope, example = {} } = one.handler.spec;

  test("is closed without a token, and to one that lacks its scope", async () => {
    expect((await send(one, { body: example.body })).status).toBe(401);
    if (scope === "signed_in" || scope === "public") return;
    const authorization = await tokenFor(
      person.userId,
      API_SCOPES.filter((other) => other !== scope),
    );
    const refused = await send(one, { authorization, body: example.body });
    expect(refused).toMatchObject({ status: 403, json: { code: "forbidden" } });
  });

  test("knows no other person's id, and none that is made up", async () => {
    const noun = /^\/api\/v1(.*?)\/\{/.exec(one.path)?.[1];
    if (!noun || noun === "/sources") return;
    const { authorization } = await stranger.authorize();
    const query = example.query ? `?${new URLSearchParams({ limit: "5" })}` : "";
    for (const id of [...(person.ids[noun] ?? []), randomUUID(), "1"]) {
      const answer = await send(one, { authorization, id, query, body: example.body });
      expect(answer, id).toMatchObject({ status: 404, json: { code: "not_found" } });
    }
  });
});

describe("nouns over the API", () => {
  test("a source is switched, and its key goes in and never out", async () => {
    const { authorization } = await person.authorize();
    const key = `canary-${randomUUID()}`;
    const stored = await send(operation("setSourceKey"), { authorization, id: "indeed", body: { key } });
    expect(stored).toMatchObject({ status: 200, json: { data: { hasKey: true, isEnabled: true } } });
    const listed = await send(operation("listSources"), { authorization });
    expect(JSON.stringify([stored.json, listed.json])).not.toContain("canary");
    const off = await send(operation("updateSource"), { authorization, id: "indeed", body: { isEnabled: false } });
    expect(off.json.data).toMatchObject({ isEnabled: false, hasKey: true });
    const gone = await send(operation("deleteSourceKey"), { authorization, id: "indeed" });
    expect(gone.json.data).toMatchObject({ hasKey: false });
    expect(
      (await send(operation("updateSource"), { authorization, id: "no-such", body: { isEnabled: true } })).status,
    ).toBe(404);
  });

  test("decisions of a run page to the end, each once", async () => {
    const { authorization } = await person.authorize();
    const id = person.ids["/runs"]?.[0] ?? "";
    const seen: number[] = [];
    let cursor = "";
    do {
      const query = `?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { json } = await send(operation("listRunDecisions"), { authorization, id, query });
      seen.push(...json.data.map((row: { id: number }) => row.id));
      expect(json.counts).toEqual({ new: 4, filtered: 4 });
      cursor = json.nextCursor ?? "";
    } while (cursor);
    expect(new Set(seen).size).toBe(8);
  });

  test("a list of jobs is as slim as asked, and knows no other fields", async () => {
    const { authorization } = await person.authorize();
    const { json } = await send(operation("listJobs"), { authorization, query: "?fields=title,companyName" });
    expect(json.data.map((job: object) => Object.keys(job).sort())).toEqual(
      json.data.map(() => ["companyName", "id", "title"]),
    );
    expect((await send(operation("listJobs"), { authorization, query: "?fields=userId" })).status).toBe(422);
  });

  test("many jobs are decided as one act, retried safely and put back", async () => {
    const { authorization } = await person.authorize();
    const body = { ids: person.ids["/jobs"], state: "dismissed", reason: "pay" };
    const headers = { "idempotency-key": randomUUID() };
    const first = await send(operation("setJobStates"), { authorization, body, headers });
    expect(first).toMatchObject({ status: 200, json: { data: { changed: 3 } } });
    const again = await send(operation("setJobStates"), { authorization, body, headers });
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const mixed = { ...body, ids: [...(body.ids ?? []), stranger.ids["/jobs"]?.[0]] };
    expect((await send(operation("setJobStates"), { authorization, body: mixed })).status).toBe(404);
    const undone = await send(operation("undoJobStates"), { authorization, id: first.json.data.changeId });
    expect(undone.json.data.restored).toHaveLength(3);
  });

  test("a caller learns who they are and what they may do, by every kind of token", async () => {
    const { authorization } = await person.authorize();
    const whole = await send(operation("getCaller"), { authorization });
    expect(whole.json.data).toMatchObject({ id: person.userId, via: "session", scopes: [...API_SCOPES] });
    const narrow = await send(operation("getCaller"), { authorization: await tokenFor(person.userId, ["jobs:read"]) });
    expect(narrow.json.data).toMatchObject({ via: "token", scopes: ["jobs:read"] });
  });

  test("an ended session is refused on the next request", async () => {
    const [one, two] = [await person.authorize(), await person.authorize()];
    const ended = await send(operation("endSession"), { authorization: one.authorization, id: two.sessionId });
    expect(ended.status).toBe(204);
    expect((await send(operation("getCaller"), { authorization: two.authorization })).status).toBe(401);
    expect((await send(operation("signOut"), { authorization: one.authorization })).status).toBe(204);
    expect((await send(operation("getCaller"), { authorization: one.authorization })).status).toBe(401);
    const own = await person.authorize();
    const self = await send(operation("endSession"), { authorization: own.authorization, id: own.sessionId });
    expect(self.status).toBe(409);
  });
});
