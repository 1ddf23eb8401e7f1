import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture } from "@/tests/helpers/sources";
import type { PageRequest, ParsedPage, SourceJob, SourceQuery } from "../adapter";
import { glassdoor } from ".";
import { searchRequest } from "./request";

const query = givenQuery(glassdoor, { criteria: { keywords: ["frontend"], locations: ["Hamburg, Germany"] } });
const session = { keyword: 0, place: 0, page: 1, locationId: 2622109, locationType: "CITY", token: "t", cookie: "a=1" };
const read = (name: string, request: PageRequest, asked: SourceQuery = query, headers = {}): ParsedPage =>
  glassdoor.parse(givenPage(readFixture(import.meta.url, name), { request, headers }), asked);
const variables = (request?: PageRequest) =>
  (JSON.parse(request?.body ?? "[{}]") as { variables: Record<string, unknown> }[])[0]?.variables;

describe("the handshake", () => {
  const place = glassdoor.first(query);
  const home = read("places.json", place, query, {
    "set-cookie": "gdId=abc; Path=/; Expires=Tue, 24 Nov 2026 00:00:00 GMT, cf=1; Secure",
  });
  const search = read("home.html", home.next as PageRequest, query, { "set-cookie": "gdId=new; Path=/" });

  test("looks up the place first, with its comma encoded", () => {
    expect(place.url).toBe(
      "https://www.glassdoor.com/findPopularLocationAjax.htm?maxLocationsToReturn=10&term=Hamburg%2C%20Germany",
    );
    expect(home).toMatchObject({ jobs: [], rows: 0, next: { url: "https://www.glassdoor.com/" } });
  });

  test("carries token and cookies to the search, as one array of one operation", () => {
    expect(search.next?.headers).toMatchObject({ cookie: "gdId=new; cf=1", "content-type": "application/json" });
    expect(search.next?.headers?.["gd-csrf-token"]).toHaveLength(68);
    expect(variables(search.next)).toMatchObject({
      keyword: "frontend",
      locationId: 2622109,
      locationType: "CITY",
      parameterUrlInput: "IL.0,12_ICITY2622109",
      numJobsToShow: 30,
      pageNumber: 1,
    });
  });

  test("searches remote jobs when no place is asked for", () => {
    const anywhere = givenQuery(glassdoor);
    const request = glassdoor.first(anywhere);
    expect(request.url).toBe("https://www.glassdoor.com/");
    expect(variables(read("home.html", request, anywhere).next)).toMatchObject({
      locationId: 11047,
      locationType: "STATE",
    });
  });

  test("a security page is a block, a start page without a token a drift", () => {
    const request = home.next as PageRequest;
    expect(() => read("wall.html", request)).toThrow(expect.objectContaining({ outcome: "blocked" }));
    const page = givenPage("<html><body>Welcome</body></html>", { request });
    expect(() => glassdoor.parse(page, query)).toThrow(expect.objectContaining({ outcome: "drifted" }));
  });
});

describe("a page of listings", () => {
  const { jobs, rows, next } = read("listings.json", searchRequest(query, session));
  const [first, second, third] = jobs;

  test("is read although an error about something else stands beside it, and leads on", () => {
    expect(rows).toBe(3);
    expect(variables(next)).toMatchObject({ pageNumber: 2, pageCursor: "AB==" });
    expect(read("last-page.json", next as PageRequest).next).toBeUndefined();
  });

  test("keeps estimated pay apart and hourly pay hourly", () => {
    expect(first?.salary).toEqual({ min: 120_000, max: 160_000, currency: "USD", interval: "year" });
    expect(second?.salary).toEqual({ min: 40, max: 50, currency: "USD", interval: "hour", isEstimate: true });
    expect(third?.salary).toBeUndefined();
  });

  test("does not take a state for remote", () => {
    expect(jobs.map(({ workplace }) => workplace)).toEqual([undefined, undefined, "remote"]);
  });

  test("reads addresses, company and age in whole days", () => {
    expect(first).toMatchObject({
      externalId: "1009000000001",
      url: "https://www.glassdoor.com/job-listing/senior-engineer-palisade-JV_KO0,15.htm?jl=1009000000001",
      company: { name: "Palisade Insure", url: "https://www.glassdoor.com/Overview/W-EI_IE55001.htm" },
      postedAt: new Date("2026-11-21T00:00:00Z"),
    });
    expect(second).toMatchObject({
      url: "https://www.glassdoor.com/job-listing/j?jl=1009000000002",
      postedAt: new Date("2026-10-25T00:00:00Z"),
    });
  });

  test("a bad row is reported and the rest is kept", () => {
    const broken = read("broken-row.json", searchRequest(query, session));
    expect(broken.jobs).toHaveLength(1);
    expect(broken.invalid).toEqual([
      { externalId: "1009000000009", reason: expect.stringContaining("jobview.job.jobTitleText") },
    ]);
  });

  test("goes through the words, then the places", () => {
    const asked = givenQuery(glassdoor, { criteria: { keywords: ["a", "b"], locations: ["Hamburg", "Lyon"] } });
    const second = read("last-page.json", searchRequest(asked, session), asked).next;
    expect(variables(second)).toMatchObject({ keyword: "b", pageNumber: 1 });
    const third = read("last-page.json", second as PageRequest, asked).next;
    expect(third?.url).toContain("findPopularLocationAjax.htm?maxLocationsToReturn=10&term=Lyon");
  });

  test("listings that are counted and not shown are a drift; errors alone fail", () => {
    const parse = (body: unknown) => () =>
      glassdoor.parse(givenPage(JSON.stringify(body), { request: searchRequest(query, session) }), query);
    const none = (totalJobsCount: number) => [{ data: { jobListings: { totalJobsCount, jobListings: [] } } }];
    expect(parse(none(40))).toThrow(expect.objectContaining({ outcome: "drifted" }));
    expect(parse(none(0))()).toEqual({ jobs: [], invalid: [], rows: 0 });
    expect(parse([{ errors: [{ message: "no" }] }])).toThrow(expect.objectContaining({ outcome: "failed" }));
  });
});

test("asks for a description within the session of the list", () => {
  const [job] = read("listings.json", searchRequest(query, session)).jobs as [SourceJob];
  const request = glassdoor.detail?.request(job, query);
  expect(request?.headers).toMatchObject({ "gd-csrf-token": "t", cookie: "a=1" });
  expect(variables(request)).toEqual({ jl: 1009000000001, queryString: "q", pageTypeEnum: "SERP" });
  const page = (body: string) => givenPage(body, { request });
  const detail = glassdoor.detail?.parse(page(readFixture(import.meta.url, "detail.json")), job, query);
  expect(detail).toEqual({ ...job, descriptionHtml: "<p>Price insurance in minutes.</p>" });
  expect(() => glassdoor.detail?.parse(page('[{"data":{"jobview":null}}]'), job, query)).toThrow(
    expect.objectContaining({ outcome: "drifted" }),
  );
});

test("is off until someone switches it on", () => {
  expect(glassdoor.defaultState).toBe("off");
});
