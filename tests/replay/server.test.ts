import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PageRequest, PageResponse, SourceAdapter, SourceJob, SourceQuery } from "@/lib/sources/adapter";
import { getSource } from "@/lib/sources/registry";
import { givenQuery } from "../helpers/sources";
import type { FaultKind } from "./faults";
import { REPLAY_SOURCE_IDS, type ReplayServer, type ReplaySourceId, startReplayServer } from "./server";

let server: ReplayServer;

beforeAll(async () => {
  server = await startReplayServer();
});

afterAll(() => server.close());

function queryFor(adapter: SourceAdapter, id: ReplaySourceId, origin = server.origins[id]): SourceQuery {
  const board = server.boards[id]?.[0] ?? "";
  return givenQuery(adapter, {
    origin,
    board,
    key: "replay-key",
    now: new Date(),
    criteria: { keywords: ["engineer"], locations: ["Germany"] },
  });
}

async function ask(adapter: SourceAdapter, query: SourceQuery, request: PageRequest): Promise<PageResponse> {
  const { url, method, headers, body } = request;
  const answer = await fetch(url, { method, headers: { ...headers, ...adapter.secretHeaders?.(query) }, body });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text(), request };
}

async function crawl(adapter: SourceAdapter, query: SourceQuery): Promise<SourceJob[]> {
  const jobs: SourceJob[] = [];
  let request: PageRequest | undefined = adapter.first(query);
  for (let pages = 0; request; pages += 1) {
    expect(pages).toBeLessThan(adapter.maxPages);
    const page = adapter.parse(await ask(adapter, query, JSON.parse(JSON.stringify(request))), query);
    expect(page.invalid).toEqual([]);
    jobs.push(...page.jobs);
    request = page.next;
  }
  return jobs;
}

describe.each(REPLAY_SOURCE_IDS)("%s", (id) => {
  const adapter = getSource(id);

  test("is collected exactly once, twice in a row", async () => {
    const first = await crawl(adapter, queryFor(adapter, id));
    expect(first.map(({ externalId }) => externalId)).toEqual(server.expected[id]);
    expect(await crawl(adapter, queryFor(adapter, id))).toEqual(first);
    for (const job of first) {
      expect(job.title).toMatch(/Engineer .*\(\w+ \d+\)$/);
      expect(job.postedAt).toBeInstanceOf(Date);
    }
  });

  test("is served under its path of the front address too", async () => {
    const jobs = await crawl(adapter, queryFor(adapter, id, `${server.origin}/${id}`));
    expect(jobs).toHaveLength(server.expected[id].length);
  });

  test("gives every job its description", async () => {
    const query = queryFor(adapter, id);
    const jobs = (await crawl(adapter, query)).slice(0, 3);
    for (const job of jobs) {
      const full = adapter.detail
        ? adapter.detail.parse(await ask(adapter, query, adapter.detail.request(job, query)), job, query)
        : job;
      expect(full.descriptionHtml?.length).toBeGreaterThan(500);
    }
  });

  test("has well-formed pages without jobs", async () => {
    server.inject(id, "empty_list");
    expect(await crawl(adapter, queryFor(adapter, id))).toEqual([]);
    server.inject(id, undefined);
  });

  test.each<[FaultKind, string]>([
    ["html", "blocked"],
    ["empty", "blocked"],
    ["truncated", "failed"],
  ])("answers with the fault %s, read as %s", async (fault, outcome) => {
    server.inject(id, fault);
    await expect(crawl(adapter, queryFor(adapter, id))).rejects.toMatchObject({ outcome });
    server.inject(id, undefined);
  });

  test("refuses with 403, and with 429 for as often as asked", async () => {
    const query = queryFor(adapter, id);
    server.inject(id, "403");
    expect((await ask(adapter, query, adapter.first(query))).status).toBe(403);
    server.inject(id, { kind: "429", times: 1, retryAfterSeconds: 7 });
    expect(await ask(adapter, query, adapter.first(query))).toMatchObject({
      status: 429,
      headers: { "retry-after": "7" },
    });
    expect((await ask(adapter, query, adapter.first(query))).status).toBe(200);
  });

  test("can stall, and send 50 MB", async () => {
    const query = queryFor(adapter, id);
    const { url, method, headers, body } = adapter.first(query);
    server.inject(id, "stall");
    const init = { method, headers, body };
    await expect(fetch(url, { ...init, signal: AbortSignal.timeout(150) })).rejects.toThrow();
    server.inject(id, "huge");
    const answer = await fetch(url, init);
    let bytes = 0;
    for await (const chunk of answer.body ?? []) bytes += chunk.length;
    expect(bytes).toBeGreaterThanOrEqual(50 * 1024 * 1024);
    server.inject(id, undefined);
  });
});

test("does not know other boards, and logs what was asked", async () => {
  const greenhouse = getSource("greenhouse");
  const query = { ...queryFor(greenhouse, "greenhouse"), board: "nobody" };
  expect((await ask(greenhouse, query, greenhouse.first(query))).status).toBe(404);
  expect(server.requests.at(-1)).toMatchObject({
    sourceId: "greenhouse",
    method: "GET",
    path: "/v1/boards/nobody/jobs?content=true",
  });
  expect(server.env.SOURCE_ORIGIN_GREENHOUSE).toBe(server.origins.greenhouse);
});

test("takes a size for all sources, and sources do not share openings", async () => {
  const small = await startReplayServer({ size: 3 });
  expect(Object.values(small.expected).every((ids) => ids.length === 3)).toBe(true);
  await small.close();
  expect(new Set(Object.values(server.expected).flat()).size).toBe(Object.values(server.expected).flat().length);
});
