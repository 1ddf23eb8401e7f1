import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { resetHttp } from "@/lib/http/fetch";
import { createTestClock } from "@/lib/http/testing/client";
import { closeServers, startServer, startTcpServer } from "@/lib/http/testing/servers";
import { type ParsedPage, type SourceAdapter, SourceError, type SourceQuery } from "./adapter";
import { fetchSourceDetail, fetchSourcePage, sourceOrigin } from "./crawl";

const OVERRIDE = "SOURCE_ORIGIN_TINY";
const KEY = "k/secret";
const row = z.object({ id: z.string(), title: z.string() });

const tiny: SourceAdapter = {
  id: "tiny",
  name: "Tiny Board",
  homepage: "https://tiny.example",
  terms: "For tests.",
  scope: "companies",
  defaultState: "on",
  auth: "key",
  origin: "https://api.tiny.example",
  hosts: [],
  rate: { perSecond: 1_000, concurrency: 5 },
  maxPages: 3,
  isPartialListing: true,
  first: ({ origin, board, key }) => ({
    url: `${origin}/${board}/jobs?key=${encodeURIComponent(key ?? "")}`,
    headers: { accept: "application/json" },
  }),
  parse: (page) => {
    const rows = z.array(row).parse(JSON.parse(page.body));
    return { rows: rows.length, invalid: [], jobs: rows.map(toJob) };
  },
  detail: {
    request: (job, { origin }) => ({ url: `${origin}/job/${job.externalId}` }),
    parse: (page, job) => ({ ...job, descriptionHtml: page.body }),
  },
};

function toJob({ id, title }: z.infer<typeof row>) {
  return { externalId: id, title, url: `https://tiny.example/${id}`, company: { name: "Tiny" }, locations: [] };
}

beforeEach(() => resetHttp({ clock: createTestClock(), limits: { idleTimeoutMs: 200, deadlineMs: 400 } }));
afterEach(async () => {
  delete process.env[OVERRIDE];
  await resetHttp();
  await closeServers();
});

const queryFor = (adapter: SourceAdapter): SourceQuery => ({
  criteria: {} as SourceQuery["criteria"],
  board: "acme",
  origin: sourceOrigin(adapter),
  key: KEY,
  now: new Date(),
});

async function givenBoard(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await startServer(answer);
  process.env[OVERRIDE] = `${server.origin}/`;
  return server;
}

const respond = (status: number, body: string, headers: Record<string, string> = {}) =>
  givenBoard((_request, response) => response.writeHead(status, headers).end(body));

const crawl = (adapter = tiny, options?: Parameters<typeof fetchSourcePage>[3]) => {
  const query = queryFor(adapter);
  return fetchSourcePage(adapter, query, adapter.first(query), options);
};

async function failure(pending: Promise<unknown>): Promise<SourceError> {
  const error = await pending.then(
    () => undefined,
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(SourceError);
  expect(`${error.message} ${JSON.stringify(error.evidence)}`).not.toMatch(/k(\/|%2F)secret/);
  return error;
}

describe("a page", () => {
  test("is fetched from the override, read, and comes with its validators", async () => {
    const server = await respond(200, '[{"id":"1","title":"Engineer"}]', { etag: '"v1"', "last-modified": "today" });
    expect(await crawl()).toMatchObject({
      jobs: [{ externalId: "1" }],
      rows: 1,
      status: 200,
      notModified: false,
      etag: '"v1"',
      lastModified: "today",
      bytes: 31,
      attempts: 1,
    });
    expect(server.requests[0]?.url).toBe("/acme/jobs?key=k%2Fsecret");
  });

  test("that has not changed has no rows and keeps its validators", async () => {
    await givenBoard((request, response) => response.writeHead(request.headers["if-none-match"] ? 304 : 200).end());
    const page = await crawl(tiny, { validators: { etag: '"v1"', lastModified: "today" } });
    expect(page).toEqual({
      jobs: [],
      invalid: [],
      rows: 0,
      status: 304,
      notModified: true,
      etag: '"v1"',
      lastModified: "today",
      bytes: 0,
      attempts: 1,
    });
  });

  test("of a board that ships with JOBA needs no network", async () => {
    const local: SourceAdapter = {
      ...tiny,
      origin: "local:tiny",
      local: (request) => ({ status: 200, headers: {}, body: '[{"id":"1","title":"A"}]', request }),
      detail: tiny.detail && { ...tiny.detail, parse: (page, job) => ({ ...job, tags: [String(page.status)] }) },
    };
    const page = await crawl(local);
    expect(page).toMatchObject({ rows: 1, attempts: 0, status: 200, bytes: 24 });
    const [job] = page.jobs;
    if (job) expect(await fetchSourceDetail(local, queryFor(local), job)).toMatchObject({ tags: ["200"] });
  });
});

describe("where a source is", () => {
  test("is the adapter's origin unless it is overridden", () => {
    expect(sourceOrigin(tiny)).toBe("https://api.tiny.example");
    process.env[OVERRIDE] = "http://127.0.0.1:4010/";
    expect(sourceOrigin(tiny)).toBe("http://127.0.0.1:4010");
  });

  test.each(["nonsense", "file:///etc", "http://me@127.0.0.1", "http://127.0.0.1/?a=1"])(
    "%s is no origin",
    async (text) => {
      process.env[OVERRIDE] = text;
      expect(() => sourceOrigin(tiny)).toThrow(/^SOURCE_ORIGIN_TINY must be/);
    },
  );

  test("a request elsewhere is refused, also to the same machine", async () => {
    const inner = await startServer((_request, response) => response.end("[]"));
    await respond(200, "[]");
    for (const url of [`${inner.origin}/`, "https://evil.example/", "http://169.254.169.254/"]) {
      const error = await failure(fetchSourcePage(tiny, queryFor(tiny), { url }));
      expect(error).toMatchObject({ outcome: "failed", message: expect.stringContaining("was refused") });
    }
    expect(inner.connections()).toBe(0);
  });
});

describe("what a board answers", () => {
  test.each([
    [403, "no", {}, "blocked", "Tiny Board answered 403: it refuses requests from this address for now"],
    [403, "<title>Just a moment...</title>", {}, "blocked", /for now \(a Cloudflare check\)$/],
    [403, "no", { "cf-mitigated": "challenge" }, "blocked", /Cloudflare/],
    [999, "", {}, "blocked", /answered 999/],
    [
      429,
      "",
      { "retry-after": "120" },
      "blocked",
      "Tiny Board answered 429: too many requests from this address; it asks to wait 2 minutes",
    ],
    [429, "", {}, "blocked", /too many requests from this address$/],
    [401, "", {}, "failed", "Tiny Board answered 401: it does not accept the key"],
    [404, "", {}, "failed", 'Tiny Board has no board "acme": the board is gone or was renamed (404)'],
    [410, "", {}, "failed", /\(410\)$/],
    [400, "", {}, "failed", /did not accept the request/],
    [500, "", {}, "failed", /trouble of its own/],
    [503, "<title>Just a moment...</title>", {}, "blocked", "Tiny Board answered 503 with a Cloudflare check"],
    [
      302,
      "",
      { location: "https://tiny.example/" },
      "failed",
      'Tiny Board has no board "acme": the board is gone or was renamed',
    ],
    [302, "", { location: "/authwall?x" }, "blocked", /sign-in/],
    [200, "<html><title>Welcome</title></html>", {}, "blocked", "Tiny Board answered with a web page instead of data"],
    [200, "<html>unusual traffic</html>", {}, "blocked", /unusual-traffic/],
    [200, "[]", { "cf-mitigated": "challenge" }, "blocked", /robot check/],
    [200, "", {}, "blocked", "Tiny Board answered with an empty page"],
    [200, '[{"id":"1","ti', {}, "drifted", /could not be read; the board has probably changed/],
    [200, '[{"id":1}]', {}, "drifted", /could not be read/],
    [200, '{"jobs":[]}', {}, "drifted", /could not be read/],
  ] as const)("%s %j %j is %s", async (status, body, headers, outcome, message) => {
    await respond(status, body, headers as Record<string, string>);
    const error = await failure(crawl());
    expect([error.outcome, error.message]).toEqual([
      outcome,
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
    expect(error.evidence).toMatchObject({ status, url: expect.stringContaining("/acme/jobs?key=…") });
    if ("retry-after" in headers) expect(error.evidence.retryAfterSeconds).toBe(120);
  });

  test("an open board is told apart from one that asks for a sign-in", async () => {
    await respond(401, "");
    expect(await failure(crawl({ ...tiny, auth: "none" }))).toMatchObject({ outcome: "blocked" });
    await respond(404, "");
    const market = failure(crawl({ ...tiny, scope: "market" }));
    expect((await market).message).toBe("Tiny Board has no such page: the board is gone or has moved (404)");
  });

  test("a wall where rows were expected is a block even when it reads as an empty list", async () => {
    await respond(200, '<html><form action="/login">captcha</form></html>');
    const html: SourceAdapter = {
      ...tiny,
      first: ({ origin }) => ({ url: origin }),
      parse: () => ({ jobs: [], invalid: [], rows: 0 }),
    };
    expect(await failure(crawl(html))).toMatchObject({ outcome: "blocked" });
    await respond(200, "<html><p>No jobs today</p></html>");
    expect(await crawl(html)).toMatchObject({ rows: 0 });
  });

  test("a posting that mentions a captcha is not a wall", async () => {
    await respond(200, '[{"id":"1","title":"Captcha engineer: just a moment... access denied"}]');
    expect(await crawl()).toMatchObject({ rows: 1 });
  });
});

describe("a board that does not answer", () => {
  test.each([
    ["stalls", () => {}, "Tiny Board did not answer in time"],
    ["hangs up", (socket: { destroy(): void }) => socket.destroy(), /could not be reached/],
  ] as const)("%s", async (_name, behave, message) => {
    process.env[OVERRIDE] = (await startTcpServer(behave)).origin;
    const error = await failure(crawl());
    expect([error.outcome, error.message]).toEqual([
      "failed",
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
  });

  test("or answers without end; a whole board gets more room", async () => {
    await respond(200, `[${" ".repeat(10_000_000)}]`);
    expect(await failure(crawl())).toMatchObject({ outcome: "failed", message: expect.stringContaining("far more") });
    expect(await crawl({ ...tiny, isPartialListing: false })).toMatchObject({ rows: 0, bytes: 10_000_002 });
  });

  test("or answers in broken compression", async () => {
    await respond(200, "not gzip", { "content-encoding": "gzip" });
    expect(await failure(crawl())).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("decompressed"),
    });
  });

  test("is left alone after a while, with the reason it gave", async () => {
    const server = await respond(403, "");
    for (let n = 0; n < 10; n++) await failure(crawl());
    const error = await failure(crawl());
    expect(error).toMatchObject({
      outcome: "blocked",
      message: expect.stringMatching(/left alone for now.*Try again in \d+ seconds/),
    });
    expect(server.requests).toHaveLength(10);
    await resetHttp({ clock: createTestClock() });
    await respond(503, "");
    for (let n = 0; n < 4; n++) expect((await failure(crawl())).outcome).toBe("failed");
  });

  test("or the run was canceled", async () => {
    await respond(200, "[]");
    expect(await failure(crawl(tiny, { signal: AbortSignal.abort() }))).toMatchObject({
      outcome: "failed",
      message: expect.stringContaining("canceled"),
    });
  });
});

describe("whatever adapter code throws", () => {
  const throwing = (thrown: unknown): SourceAdapter => ({
    ...tiny,
    parse: (): ParsedPage => {
      throw thrown;
    },
  });

  test.each(["a string", undefined, null, 42, { code: 1 }, new TypeError("x is undefined"), new RangeError("stack")])(
    "%s becomes a SourceError",
    async (thrown) => {
      await respond(200, "[]");
      expect(await failure(crawl(throwing(thrown)))).toMatchObject({ outcome: "drifted" });
    },
  );

  test("its own SourceErrors pass, with the key blacked out", async () => {
    await respond(200, "[]");
    const own = new SourceError("empty", `nothing for ${KEY}`, {
      url: `https://a/?${encodeURIComponent(KEY)}`,
      detail: KEY,
    });
    expect(await failure(crawl(throwing(own)))).toMatchObject({ outcome: "empty", message: "nothing for …" });
  });

  test("also before the request is made", async () => {
    const broken: SourceAdapter = {
      ...tiny,
      local: () => {
        throw "no";
      },
    };
    expect(await failure(crawl(broken))).toMatchObject({ outcome: "failed", message: "Tiny Board could not be asked" });
  });
});

describe("the page of one posting", () => {
  const job = toJob({ id: "7", title: "Engineer" });

  test("adds to the job", async () => {
    const server = await respond(200, "<p>Work</p>");
    expect(await fetchSourceDetail(tiny, queryFor(tiny), job)).toEqual({ ...job, descriptionHtml: "<p>Work</p>" });
    expect(server.requests[0]?.url).toBe("/job/7");
  });

  test("is not asked for where boards have none", async () => {
    expect(await fetchSourceDetail({ ...tiny, detail: undefined }, queryFor(tiny), job)).toBe(job);
  });

  test("that is gone says so", async () => {
    await respond(410, "");
    const error = await failure(fetchSourceDetail(tiny, queryFor(tiny), job));
    expect(error).toMatchObject({ message: "Tiny Board no longer has this posting (410)", evidence: { status: 410 } });
  });
});
