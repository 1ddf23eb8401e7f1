import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import { greenhouse } from ".";

const query = givenQuery(greenhouse, { board: "larkspur" });
const fixture = (name: string) => greenhouse.parse(givenPage(readFixture(import.meta.url, name)), query);

describe("a Greenhouse board", () => {
  const { jobs, invalid, rows, next } = fixture("board.json");
  const [first, second] = jobs;

  test("is read whole, in one page", () => {
    expect({ ids: jobs.map(({ externalId }) => externalId), invalid, rows, next }).toEqual({
      ids: ["7100001", "7100002"],
      invalid: [],
      rows: 2,
      next: undefined,
    });
  });

  test("keeps the identity that stands in the query of an address", () => {
    expect(first?.url).toBe("https://careers.larkspur-systems.example/jobs?gh_jid=7100001");
  });

  test("keeps bracketed words of a title, so that two openings stay two", () => {
    expect(jobs.map(({ title }) => title)).toEqual([
      "Senior Frontend Engineer (Design System)",
      "Senior Frontend Engineer (Checkout)",
    ]);
    expect(first?.requisitionId).toBe(second?.requisitionId);
  });

  test("undoes one layer of entities, not two", () => {
    expect(first?.descriptionHtml).toContain("<p>We build ward planning software &amp; more.</p>");
    expect(first?.descriptionHtml).toContain("TypeScript &lt; 5");
  });

  test("takes the day of first publishing, not of the last edit", () => {
    expect(first?.postedAt?.toISOString()).toBe("2026-10-02T15:55:32.000Z");
  });

  test("splits joined places and lets the offices speak for a bare workplace word", () => {
    expect(first?.locations).toEqual(["Berlin", "Amsterdam", "Remote, Germany", "Vienna"]);
    expect(second?.locations).toEqual(["Berlin, Germany", "Lisbon"]);
    expect([first?.workplace, second?.workplace]).toEqual(["hybrid", "hybrid"]);
  });

  test("reads company, type, department and the pay block with its title", () => {
    expect(first).toMatchObject({
      company: { name: "Larkspur Systems" },
      employmentType: "Regular",
      tags: ["Engineering"],
      language: "en",
      salary: { text: "Annual base salary range: $150,000 — $185,000 USD" },
    });
  });

  test("does not read hourly pay as yearly", () => {
    const [job] = fixture("pay-ranges.json").jobs;
    expect(job?.salary).toEqual({ text: "Hourly rate", min: 34, max: 42, currency: "USD" });
    expect(job?.company.name).toBe("Larkspur");
  });
});

test("a bad row is reported and the rest is kept", () => {
  const { jobs, invalid, rows } = fixture("broken-row.json");
  expect(jobs).toHaveLength(1);
  expect(rows).toBe(3);
  expect(invalid).toEqual([
    { externalId: "7100003", reason: expect.stringContaining("title") },
    { externalId: "7100004", title: "Data Engineer", reason: "absolute_url: is not a web address" },
  ]);
});

test("another shape is a drift, an empty board is no rows", () => {
  expect(() => fixture("other-shape.json")).toThrow(expect.objectContaining({ outcome: "drifted" }));
  expect(greenhouse.parse(givenPage('{"jobs":[],"meta":{"total":0}}'), query)).toEqual({
    jobs: [],
    invalid: [],
    rows: 0,
  });
});

test("asks for the descriptions of exactly the board named", () => {
  expect(greenhouse.first(query).url).toBe("https://boards-api.greenhouse.io/v1/boards/larkspur/jobs?content=true");
  expect(() => greenhouse.first({ ...query, board: " " })).toThrow(expect.objectContaining({ outcome: "off" }));
  expect(() => greenhouse.first({ ...query, board: "../secrets" })).toThrow(
    expect.objectContaining({ outcome: "off" }),
  );
});

const sample = readSample("greenhouse/careerkit_greenhouse.json");
test.skipIf(!sample)(sampleTitle("reads a recorded board", sample), () => {
  const { jobs, invalid } = greenhouse.parse(givenPage(sample ?? ""), query);
  expect(invalid).toEqual([]);
  expect(jobs.length).toBeGreaterThan(0);
  for (const job of jobs) {
    expect(job.company.name).toBe("Amplitude");
    expect(job.descriptionHtml).toMatch(/^<div/);
    expect(job.postedAt).toBeInstanceOf(Date);
    expect(job.locations.length).toBeGreaterThan(0);
  }
});
