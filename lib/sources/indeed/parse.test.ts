import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture } from "@/tests/helpers/sources";
import type { PageRequest } from "../adapter";
import { indeed } from ".";

const query = givenQuery(indeed, {
  key: "k".repeat(20),
  criteria: { keywords: ["frontend"], locations: ["Austin, TX"] },
});
const fixture = (name: string, request: PageRequest = indeed.first(query), asked = query) =>
  indeed.parse(givenPage(readFixture(import.meta.url, name), { request }), asked);
const text = (request: PageRequest | undefined) => (JSON.parse(request?.body ?? "{}") as { query: string }).query;

describe("a page of results", () => {
  const { jobs, rows, next } = fixture("results.json");
  const [first, second, third] = jobs;

  test("leads on by its cursor until there is none", () => {
    expect(rows).toBe(3);
    expect(text(next)).toContain('cursor: "CURSOR2=="');
    expect(next?.state).toEqual({ place: 0, count: 3, cursor: "CURSOR2==" });
    expect(fixture("last-page.json", next).next).toBeUndefined();
  });

  test("keeps `jk`, which is the job's identity, and the country's site", () => {
    expect(first?.url).toBe("https://www.indeed.com/viewjob?jk=aaaa000000000001");
    expect(third?.url).toBe("https://br.indeed.com/viewjob?jk=aaaa000000000003");
  });

  test("takes the employer's pay with its own currency, and marks Indeed's guess", () => {
    expect(first?.salary).toEqual({ min: 120_000, max: 150_000, currency: "CAD", interval: "year" });
    expect(second?.salary).toEqual({ min: 30, max: 40, currency: "USD", interval: "hour", isEstimate: true });
    expect(third?.salary).toEqual({ min: 12_000, max: 12_000, currency: "BRL", interval: "month" });
  });

  test("reads the workplace from labels, and from a city that is none", () => {
    expect(first).toMatchObject({ workplace: "hybrid", employmentType: "Full-time", locations: ["Austin, TX 78701"] });
    expect(third).toMatchObject({ workplace: "remote", country: "BR", locations: ["SP, Brasil"] });
  });

  test("reads the rest", () => {
    expect(first).toMatchObject({
      company: { name: "Northlake Grid", url: "https://northlake-grid.example" },
      applyUrl: "https://careers.northlake-grid.example/1",
      descriptionHtml: "<p>Forecast load.</p>",
      postedAt: new Date(1_795_400_000_000),
    });
    expect(second?.company.name).toBe("Northlake Grid");
    expect(third?.postedAt).toEqual(new Date(1_795_410_000_000));
  });

  test("a bad row is reported and the rest is kept", () => {
    const read = fixture("broken-row.json");
    expect(read.jobs).toHaveLength(1);
    expect(read.invalid).toEqual([
      { externalId: "aaaa000000000009", reason: expect.stringContaining("job.title") },
      { reason: expect.stringContaining("job") },
    ]);
  });
});

test("a refusal inside HTTP 200 is a block, not an empty result", () => {
  expect(() => fixture("refused.json")).toThrow(
    expect.objectContaining({ outcome: "blocked", message: "Indeed answered: Invalid API key" }),
  );
  const parse = (body: string) => () => indeed.parse(givenPage(body, { request: indeed.first(query) }), query);
  expect(parse('{"errors":[{"message":"Syntax"}]}')).toThrow(expect.objectContaining({ outcome: "failed" }));
  expect(parse('{"data":{}}')).toThrow(expect.objectContaining({ outcome: "drifted" }));
  expect(parse('{"data":{"jobSearch":{"results":[]}}}')()).toEqual({ jobs: [], invalid: [], rows: 0 });
});

test("says where Indeed stops handing out", () => {
  const request = { ...indeed.first(query), state: { place: 0, count: 998 } };
  const { cappedAt, next } = fixture("results.json", request);
  expect({ cappedAt, next }).toEqual({ cappedAt: 1001, next: undefined });
});

test("needs a key, and never writes it into a request that is stored", () => {
  expect(() => indeed.first({ ...query, key: undefined })).toThrow(expect.objectContaining({ outcome: "off" }));
  expect(JSON.stringify(indeed.first(query))).not.toContain(query.key);
  expect(indeed.secretHeaders?.(query)).toEqual({ "indeed-api-key": query.key });
});

describe("the search", () => {
  const ask = (criteria: object) => text(indeed.first(givenQuery(indeed, { key: "k", criteria })));

  test("quotes what people type, whatever they type", () => {
    const nasty = 'Paris"}) { hack }';
    expect(ask({ keywords: ['a "b" c'], locations: [nasty] })).toContain(`where: ${JSON.stringify(nasty)}`);
    expect(ask({ keywords: ["react dev", "vue"], excludeWords: ["intern"] })).toContain(
      'what: "(\\"react dev\\" or vue) -intern"',
    );
  });

  test("sends one kind of filter; a date comes before the rest", () => {
    expect(ask({ postedWithinDays: 3, workplaces: ["remote"] })).toContain(
      'filters: { date: { field: "dateOnIndeed", start: "72h" } }',
    );
    expect(ask({ workplaces: ["remote"], employmentTypes: ["full_time"] })).toContain('keys: ["CF3CP","DSQF7"]');
    expect(ask({})).not.toContain("filters");
  });

  test("goes to the site of the country named, place after place", () => {
    const two = givenQuery(indeed, { key: "k", criteria: { locations: ["Berlin, Germany", "Dublin, Ireland"] } });
    const first = indeed.first(two);
    expect(first.headers).toMatchObject({ "indeed-co": "DE", "indeed-locale": "de-DE" });
    const { next } = fixture("last-page.json", first, two);
    expect(next?.headers?.["indeed-co"]).toBe("IE");
    expect(fixture("last-page.json", next, two).next).toBeUndefined();
  });
});
