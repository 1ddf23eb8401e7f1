import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { MAX_IMPORT_BYTES } from "@/lib/account-data/limits";
import { encodeSessionCookie, SESSION_COOKIE } from "@/lib/auth/cookie";
import { openSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { useTestServer } from "@/tests/helpers/server";
import { GET, HEAD, POST } from "./route";

const URL = "http://localhost:3000/api/account-data";
let person: TestContext;
let cookie: string;

beforeAll(async () => {
  await useTestServer();
  person = await createTestContext();
  const { db } = person.ctx;
  const sid = await openSession(db, { userId: person.userId, method: "password", now: new Date() });
  cookie = `${SESSION_COOKIE}=${await encodeSessionCookie(sid)}`;
});

async function tokenWith(...scopes: ApiScope[]): Promise<Record<string, string>> {
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 60_000);
  await insertApiToken(person.ctx.db, {
    userId: person.userId,
    tokenHash: hashToken(token),
    prefix: "joba_",
    scopes,
    expiresAt,
  });
  return { authorization: `Bearer ${token}` };
}

const get = (headers: Record<string, string>) => GET(new Request(URL, { headers }));
const own = { host: "localhost:3000", origin: "http://localhost:3000" };
const post = (body: BodyInit, headers: Record<string, string>) =>
  POST(new Request(URL, { method: "POST", body, headers, duplex: "half" } as RequestInit));

test("an archive is an attachment nobody keeps or sniffs, as long as it says", async () => {
  const answer = await get({ cookie });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(/^attachment; filename="joba-\d{4}-\d\d-\d\d\.zip"$/),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const bytes = await answer.arrayBuffer();
  expect(bytes.byteLength).toBe(Number(answer.headers.get("content-length")));
});

test("a download that is broken off lets go of its file", async () => {
  const open = async () => (await readdir("/proc/self/fd").catch(() => [])).length;
  const before = await open();
  for (let i = 0; i < 5; i++) await (await get({ cookie })).body?.cancel();
  expect(await open()).toBeLessThanOrEqual(before + 1);
});

test("a stranger gets a problem, or the sign-in page when it was a link", async () => {
  const answer = await get({});
  expect([answer.status, answer.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
  const page = await get({ accept: "text/html,*/*" });
  expect([page.status, page.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect((await post("x", {})).status).toBe(401);
});

test("a token needs every scope to read, and cannot import", async () => {
  expect((await get(await tokenWith("jobs:read"))).status).toBe(403);
  const all = await tokenWith(
    "jobs:read",
    "searches:read",
    "profile:read",
    "jobs:write",
    "searches:write",
    "profile:write",
  );
  const answer = await get(all);
  expect(answer.status).toBe(200);
  await answer.body?.cancel();
  expect((await post("x", all)).status).toBe(403);
});

test("an upload comes from our own pages, has an end, and is refused in words", async () => {
  expect((await post("x", { cookie, ...own, origin: "https://evil.example" })).status).toBe(403);
  expect((await post("x", { cookie, host: own.host })).status).toBe(403);
  const answer = await post("this is no archive", { cookie, ...own });
  expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringMatching(/not a ZIP/)]);
  let sent = 0;
  const chunk = new Uint8Array(8 * 1024 * 1024);
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const large = await post(endless, { cookie, ...own });
  expect([large.status, (await large.json()).detail]).toEqual([422, expect.stringMatching(/larger than 100 MB/)]);
  expect(sent).toBeLessThan(MAX_IMPORT_BYTES * 1.5);
}, 60_000);

test("asking for the head makes no archive", () => {
  expect(HEAD().status).toBe(405);
});
