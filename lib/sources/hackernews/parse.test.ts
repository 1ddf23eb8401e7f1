import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import type { PageRequest } from "../adapter";
import { hackernews } from ".";
import { readHeader } from "./header";
import { spellOutMail } from "./parse";

const query = givenQuery(hackernews);
const threadRequest: PageRequest = {
  url: "https://hn.algolia.com/api/v1/items/1",
  state: { step: "thread", rest: "" },
};
const thread = (body: string, request = threadRequest) => hackernews.parse(givenPage(body, { request }), query);
const stories = (body: string, now = query.now) =>
  hackernews.parse(givenPage(body, { request: hackernews.first(query) }), { ...query, now });

describe("finding the thread", () => {
  const body = readFixture(import.meta.url, "stories.json");

  test("takes the newest hiring thread, never the one of people who want to be hired", () => {
    expect(stories(body)).toMatchObject({ jobs: [], rows: 0 });
    expect(stories(body).next).toMatchObject({
      url: "https://hn.algolia.com/api/v1/items/61000001",
      state: { step: "thread", rest: "" },
    });
  });

  test("reads last month's thread as well while it is young", () => {
    expect(stories(body, new Date("2026-11-03T00:00:00Z")).next?.state).toEqual({ step: "thread", rest: "60000001" });
    const request = { ...threadRequest, state: { step: "thread", rest: "60000001" } };
    expect(thread('{"id":1,"children":[]}', request).next?.url).toBe("https://hn.algolia.com/api/v1/items/60000001");
  });

  test("stories without any hiring thread are a drift, no stories are no rows", () => {
    const other = '{"hits":[{"objectID":"1","title":"Ask HN: Who wants to be hired?"}]}';
    expect(() => stories(other)).toThrow(expect.objectContaining({ outcome: "drifted" }));
    expect(stories('{"hits":[]}')).toEqual({ jobs: [], invalid: [], rows: 0 });
  });
});

describe("reading the thread", () => {
  const { jobs, rows, invalid } = thread(readFixture(import.meta.url, "thread.json"));
  const [snowfinch, copperline, juniper, goodleaf] = jobs;

  test("takes first-level posts only, without the deleted and the chatter", () => {
    expect({ rows, invalid, ids: jobs.map(({ externalId }) => externalId) }).toEqual({
      rows: 4,
      invalid: [],
      ids: ["61000101", "61000102", "61000105", "61000106"],
    });
  });

  test("reads a header in any order", () => {
    expect(snowfinch).toMatchObject({
      title: "Principal Software Engineer",
      company: { name: "Snowfinch", url: "https://snowfinch.example/" },
      locations: ["Remote US or Ontario, Canada"],
      workplace: "remote",
      employmentType: "Full Time",
      salary: { text: "$180-220K" },
      url: "https://news.ycombinator.com/item?id=61000101",
    });
    expect(copperline).toMatchObject({
      title: "Backend Engineer, Data Engineer",
      company: { name: "Copperline Freight" },
      locations: ["Vienna, Austria"],
      workplace: "onsite",
      employmentType: "Contract",
    });
    expect(juniper).toMatchObject({
      title: "Founding Frontend Engineer, Backend Engineer",
      company: { name: "Juniper Row", url: "https://juniper-row.example" },
      locations: ["Barcelona"],
      workplace: "onsite",
    });
    expect(goodleaf).toMatchObject({ title: "full-stack Senior Software Engineer", workplace: "remote" });
  });

  test("undoes entities in links and spells out a hidden mail address", () => {
    expect(snowfinch?.applyUrl).toBe("https://snowfinch.example/careers/7?ref=hn");
    expect(snowfinch?.descriptionHtml).toContain("jobs@snowfinch.example");
  });

  test("does not store who wrote the post", () => {
    expect(JSON.stringify(jobs)).not.toContain("someone");
  });

  test("a bad row is reported and the rest is kept", () => {
    const read = thread(readFixture(import.meta.url, "broken-row.json"));
    expect(read.jobs).toHaveLength(1);
    expect(read.invalid).toEqual([{ reason: expect.stringContaining("id") }]);
  });
});

test.each([
  ["jobs[at]acme.example", "jobs@acme.example"],
  ["jobs (at) acme (dot) co (dot) example", "jobs@acme.co.example"],
  ["meet us at the office (at noon)", "meet us at the office (at noon)"],
])("%j is spelled %j", (hidden, plain) => {
  expect(spellOutMail(hidden)).toBe(plain);
});

const tree = readSample("hackernews/louisinayinde_hn_thread_202609.json");
test.skipIf(!tree)(sampleTitle("reads a recorded thread", tree), () => {
  expect(thread(tree ?? "").jobs.map(({ company, title, workplace }) => [company.name, title, workplace])).toEqual([
    ["Modash.io", "Senior Product Engineer", "remote"],
    [
      "Open Education Applications / Neon",
      "Senior/Lead Platform & DevOps Engineer, Senior Frontend Engineer, Senior Full-Stack Engineer",
      "hybrid",
    ],
    ["Snout", "Multiple Engineering + Product Roles", "remote"],
  ]);
});

interface LabeledCase {
  name: string;
  comment: { content: string };
  expected: { is_job_posting?: boolean; error?: boolean; roles?: { expect: Record<string, unknown> }[] };
}

const labeled = readSample("hackernews/akurilin_eval_cases.json");
test.skipIf(!labeled)(sampleTitle("agrees with hand-labeled posts", labeled), () => {
  const cases = (JSON.parse(labeled ?? "{}") as { test_cases: LabeledCase[] }).test_cases;
  for (const { name, comment, expected } of cases) {
    const header = readHeader(comment.content);
    if (expected.error || expected.is_job_posting === false) {
      expect(header, name).toBeUndefined();
      continue;
    }
    const facts = expected.roles?.[0]?.expect ?? {};
    if (typeof facts.company_name === "string") expect(header?.company, name).toBe(facts.company_name);
    if (facts.is_remote === true) expect(header?.workplace, name).toBe("remote");
    if (facts.employment_type === "Contract") expect(header?.employmentType, name).toBe("Contract");
  }
});
