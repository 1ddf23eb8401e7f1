import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import { ashby } from ".";

const query = givenQuery(ashby, { board: "Driftwood" });
const fixture = (name: string) => ashby.parse(givenPage(readFixture(import.meta.url, name)), query);

describe("an Ashby board", () => {
  const { jobs, rows } = fixture("board.json");
  const [web, intern, sales] = jobs;

  test("leaves out what the employer does not list, and does not count it", () => {
    expect({ rows, titles: jobs.map(({ title }) => title) }).toEqual({
      rows: 3,
      titles: ["Senior Web Engineer", "Motion Design Intern", "Sales Lead"],
    });
  });

  test("lets the three-way workplace decide over the remote flag, and keeps the flag where it stands alone", () => {
    expect(jobs.map(({ workplace }) => workplace)).toEqual(["hybrid", "remote", "onsite"]);
  });

  test("takes the first salary, never equity or commission", () => {
    expect(web?.salary).toEqual({
      text: "CA$150K - CA$180K",
      min: 150_000,
      max: 180_000,
      currency: "CAD",
      interval: "year",
    });
    expect(sales?.salary).toBeUndefined();
  });

  test("does not read hourly pay as yearly", () => {
    expect(intern?.salary).toEqual({ min: 18, max: 22, currency: "EUR", interval: "hour" });
  });

  test("lists each place once and names the company after its board", () => {
    expect(web).toMatchObject({ locations: ["Toronto, Ontario", "Vancouver"], company: { name: "Driftwood" } });
  });
});

test("a bad row is reported and the rest is kept", () => {
  const { jobs, invalid } = fixture("broken-row.json");
  expect(jobs).toHaveLength(1);
  expect(invalid).toEqual([
    { externalId: "11111111-0000-4000-8000-000000000009", reason: expect.stringContaining("title") },
  ]);
});

test("another shape is a drift", () => {
  expect(() => fixture("other-shape.json")).toThrow(expect.objectContaining({ outcome: "drifted" }));
});

test("board names keep their case", () => {
  expect(ashby.first({ ...query, board: "Motion Lab" }).url).toBe(
    "https://api.ashbyhq.com/posting-api/job-board/Motion%20Lab?includeCompensation=true",
  );
});

const sample = readSample("ashby/careerkit_ashby.json");
test.skipIf(!sample)(sampleTitle("reads a recorded board", sample), () => {
  const { jobs, invalid } = ashby.parse(givenPage(sample ?? ""), { ...query, board: "HighlightTA" });
  expect(invalid).toEqual([]);
  expect(jobs.map(({ title, workplace, salary }) => [title, workplace, salary?.currency])).toEqual([
    ["Senior Technical Recruiter", "remote", undefined],
    ["Senior Site Reliability Engineer", "hybrid", "CAD"],
  ]);
});
