import { describe, expect, test } from "vitest";
import { givenPage, givenQuery } from "@/tests/helpers/sources";
import { detectSource, getSource, isSourceId, SOURCE_IDS, SOURCES } from "./registry";

test("the registry knows each source by its own id", () => {
  for (const id of SOURCE_IDS) {
    expect(getSource(id)).toBe(SOURCES[id]);
    expect(SOURCES[id].id).toBe(id);
    expect(SOURCES[id].terms.length).toBeGreaterThan(40);
  }
  expect(SOURCE_IDS).toHaveLength(11);
  expect(isSourceId("constructor")).toBe(false);
  expect(() => getSource("monster")).toThrow(expect.objectContaining({ code: "not_found" }));
});

test("sources that a board's terms forbid are not on by default", () => {
  const states = Object.fromEntries(SOURCE_IDS.map((id) => [id, getSource(id).defaultState]));
  expect(states).toMatchObject({
    linkedin: "opt_in",
    indeed: "opt_in",
    glassdoor: "off",
    greenhouse: "on",
    demo: "on",
  });
});

describe.each(SOURCE_IDS)("%s", (id) => {
  const source = getSource(id);
  const query = givenQuery(source, { board: source.scope === "companies" ? "acme" : "", key: "key" });
  const parse = (body: string) => () => source.parse(givenPage(body, { request: source.first(query) }), query);

  test("takes HTTP 200 with an empty page for a block", () => {
    expect(parse("")).toThrow(expect.objectContaining({ outcome: "blocked" }));
  });

  test("takes a robot check for a block", () => {
    const wall = "<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>";
    expect(parse(wall)).toThrow(expect.objectContaining({ outcome: "blocked" }));
  });

  test.skipIf(id === "linkedin" || id === "weworkremotely")("says that half an answer failed", () => {
    const source = id === "glassdoor" ? '[{"locationId":1,' : '{"jobs":[{"id":1,';
    const request = id === "glassdoor" ? { url: "https://x.example", state: { step: "place" } } : undefined;
    const page = givenPage(source, { request: request ?? getSource(id).first(query) });
    expect(() => getSource(id).parse(page, query)).toThrow(expect.objectContaining({ outcome: "failed" }));
  });

  test("starts at its own origin, or at the one that replaces it", () => {
    const { origin } = source;
    expect(new URL(source.first(query).url).origin).toBe(origin);
    const replaced = "http://127.0.0.1:4010/prefix";
    expect(source.first({ ...query, origin: replaced }).url).toMatch(/^http:\/\/127\.0\.0\.1:4010\/prefix\//);
  });
});

test.each([
  ["https://boards.greenhouse.io/acme", { sourceId: "greenhouse", board: "acme" }],
  ["https://job-boards.eu.greenhouse.io/acme/jobs/123", { sourceId: "greenhouse", board: "acme" }],
  ["https://boards.greenhouse.io/embed/job_board?for=acme&b=x", { sourceId: "greenhouse", board: "acme" }],
  ["https://boards-api.greenhouse.io/v1/boards/acme/jobs", { sourceId: "greenhouse", board: "acme" }],
  ["jobs.lever.co/acme", { sourceId: "lever", board: "acme" }],
  ["https://jobs.eu.lever.co/acme/0f7d", { sourceId: "lever", board: "eu:acme" }],
  ["https://api.lever.co/v0/postings/acme?mode=json", { sourceId: "lever", board: "acme" }],
  ["https://jobs.ashbyhq.com/Motion%20Lab/0f7d", { sourceId: "ashby", board: "Motion Lab" }],
  ["https://api.ashbyhq.com/posting-api/job-board/Acme", { sourceId: "ashby", board: "Acme" }],
  ["https://jobs.ashbyhq.com/%E0%A4%A", { sourceId: "ashby", board: "%E0%A4%A" }],
])("%s is found", (url, expected) => {
  expect(detectSource(url)).toEqual(expected);
});

test.each([
  "https://jobs.lever.co/",
  "https://acme.example/careers",
  "https://evil.example/jobs.lever.co/acme",
  "not an address",
  "",
])("%j names no board, and none is guessed", (url) => {
  expect(detectSource(url)).toBeUndefined();
});
