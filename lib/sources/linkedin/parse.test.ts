import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture } from "@/tests/helpers/sources";
import type { PageRequest, SourceJob } from "../adapter";
import { linkedin } from ".";

const query = givenQuery(linkedin, { criteria: { keywords: ["frontend engineer"], locations: ["Germany"] } });
const fixture = (name: string) => readFixture(import.meta.url, name);
const parse = (body: string, request: PageRequest = linkedin.first(query), asked = query) =>
  linkedin.parse(givenPage(body, { request }), asked);

describe("a page of cards", () => {
  const { jobs, rows, invalid, next } = parse(fixture("cards.html"));
  const [first, second] = jobs;

  test("is read by the posting's own id, and a short page is the last", () => {
    expect({ ids: jobs.map(({ externalId }) => externalId), rows, invalid, next }).toEqual({
      ids: ["4400000001", "4400000002"],
      rows: 2,
      invalid: [],
      next: undefined,
    });
  });

  test("keeps the date of a fresh job, whose class differs", () => {
    expect(first?.postedAt?.toISOString()).toBe("2026-11-23T00:00:00.000Z");
  });

  test("drops tracking from addresses and keeps bracketed title words", () => {
    expect(first).toMatchObject({
      url: "https://de.linkedin.com/jobs/view/some-job-at-x-4400000001",
      title: "Senior Frontend Engineer (React) & Design",
      company: {
        name: "Yarrow Media",
        url: "https://www.linkedin.com/company/yarrow-media",
        logoUrl: "https://media.licdn.com/dms/image/4400000001?e=1&v=beta",
      },
      locations: ["Berlin, Berlin, Germany"],
    });
  });

  test("reads a company without a page and a salary text", () => {
    expect(second).toMatchObject({
      company: { name: "Hidden Employer" },
      salary: { text: "$120,000.00 - $150,000.00" },
    });
  });

  test("stores the workplace that the board itself filtered by", () => {
    const remote = givenQuery(linkedin, { criteria: { workplaces: ["remote"] } });
    const read = parse(fixture("cards.html"), linkedin.first(remote), remote);
    expect(read.jobs.map(({ workplace }) => workplace)).toEqual(["remote", "remote"]);
    expect(jobs.map(({ workplace }) => workplace)).toEqual([undefined, undefined]);
  });

  test("reports a bad card and keeps the rest", () => {
    const read = parse(fixture("broken-row.html"));
    expect(read.jobs).toHaveLength(1);
    expect(read.invalid).toEqual([{ externalId: "4400000009", reason: "The card has no title" }]);
  });
});

describe("paging", () => {
  const startOf = (request?: PageRequest) => request && new URL(request.url).searchParams.get("start");

  test("steps by ten while pages are full, and says so where LinkedIn stops", () => {
    const { next } = parse(fixture("full-page.html"));
    expect(startOf(next)).toBe("10");
    const last = { ...linkedin.first(query), state: { place: 0, start: 990 } };
    const end = parse(fixture("full-page.html"), last);
    expect({ cappedAt: end.cappedAt, next: end.next }).toEqual({ cappedAt: 1000, next: undefined });
  });

  test("reads one place after the other", () => {
    const two = givenQuery(linkedin, { criteria: { locations: ["Germany", "Austria"] } });
    const { next } = parse(fixture("cards.html"), linkedin.first(two), two);
    expect(new URL(next?.url ?? "").searchParams.get("location")).toBe("Austria");
    expect(startOf(next)).toBe("0");
    expect(parse(fixture("cards.html"), next, two).next).toBeUndefined();
  });

  test("an empty answer is a block at first and the end, honestly capped, later", () => {
    expect(() => parse("")).toThrow(expect.objectContaining({ outcome: "blocked" }));
    const later = { ...linkedin.first(query), state: { place: 0, start: 30 } };
    expect(parse("  ", later)).toEqual({ jobs: [], invalid: [], rows: 0, cappedAt: 30 });
    expect(parse(fixture("end.html"))).toEqual({ jobs: [], invalid: [], rows: 0 });
  });

  test("a sign-in wall is a block, another page or cards that cannot be found are a drift, half a page fails", () => {
    expect(() => parse(fixture("authwall.html"))).toThrow(expect.objectContaining({ outcome: "blocked" }));
    expect(() => parse("<html><body>Hello</body></html>")).toThrow(expect.objectContaining({ outcome: "drifted" }));
    const renamed = fixture("cards.html").replaceAll("base-search-card__title", "card-title");
    expect(() => parse(renamed)).toThrow(expect.objectContaining({ outcome: "drifted" }));
    const cut = fixture("full-page.html");
    expect(() => parse(cut.slice(0, cut.length * 0.6))).toThrow(expect.objectContaining({ outcome: "failed" }));
  });
});

test("asks with LinkedIn's own filters", () => {
  const asked = givenQuery(linkedin, {
    criteria: {
      keywords: ["React engineer", "frontend"],
      excludeWords: ["intern"],
      workplaces: ["remote", "hybrid"],
      employmentTypes: ["full_time", "contract"],
      postedWithinDays: 7,
    },
  });
  const parameters = Object.fromEntries(new URL(linkedin.first(asked).url).searchParams);
  expect(parameters).toEqual({
    keywords: '("React engineer" OR "frontend") NOT "intern"',
    location: "Worldwide",
    f_WT: "2,3",
    f_JT: "F,C",
    f_TPR: "r604800",
    sortBy: "DD",
    start: "0",
  });
});

describe("the page of a job", () => {
  const [card] = parse(fixture("cards.html")).jobs as [SourceJob];
  const read = (name: string, job = card) => linkedin.detail?.parse(givenPage(fixture(name)), job, query);

  test("adds description, criteria and the employer's own address from inside a comment", () => {
    expect(linkedin.detail?.request(card, query).url).toBe(
      "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4400000001",
    );
    expect(read("detail.html")).toMatchObject({
      title: card.title,
      applyUrl: "https://careers.yarrow-media.example/jobs/7?gh_jid=77&src=li",
      employmentType: "Full-time",
      seniority: "Mid-Senior level",
      tags: ["Engineering", "Information Technology", "Newspaper Publishing"],
      descriptionHtml: "<strong>About</strong><br><ul><li>React &amp; TypeScript</li></ul>",
      postedAt: card.postedAt,
    });
    expect(read("detail.html")?.isClosed).toBeUndefined();
  });

  test("never stores the recruiter", () => {
    expect(JSON.stringify(read("detail.html"))).not.toMatch(/Rosalind|linkedin\.com\/in\//);
  });

  test("knows a closed job, and takes a relative date where there is no other", () => {
    const closed = read("detail-closed.html", { ...card, postedAt: undefined });
    expect(closed).toMatchObject({ isClosed: true, postedAt: new Date("2026-11-10T12:00:00Z") });
    expect(closed?.seniority).toBeUndefined();
  });

  test("a sign-in wall is a block", () => {
    expect(() => read("authwall.html")).toThrow(expect.objectContaining({ outcome: "blocked" }));
    expect(() => linkedin.detail?.parse(givenPage(""), card, query)).toThrow(
      expect.objectContaining({ outcome: "blocked" }),
    );
  });
});
