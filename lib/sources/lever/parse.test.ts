import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import { lever } from ".";

const query = givenQuery(lever, { board: "cobalt-harbor" });
const fixture = (name: string) => lever.parse(givenPage(readFixture(import.meta.url, name)), query);

describe("a Lever board", () => {
  const { jobs, rows, next } = fixture("postings.json");
  const [staff, writer, office] = jobs;

  test("ends with a short page and takes the company from the board", () => {
    expect({ rows, next }).toEqual({ rows: 3, next: undefined });
    expect(staff?.company.name).toBe("Cobalt Harbor");
  });

  test("knows Lever's spelling of every workplace", () => {
    expect(jobs.map(({ workplace }) => workplace)).toEqual(["onsite", "remote", undefined]);
  });

  test("puts the requirement lists into the description, once, with their headings", () => {
    expect(staff?.descriptionHtml).toBe(
      "<div>Hello</div><div>We rebuild packages from source.</div>\n<h3>What you bring</h3><ul><li>8+ years with Kubernetes</li><li>Go or Rust</li></ul>\n<h3>Nice to have</h3><ul><li>eBPF</li></ul>\n<div>Equal opportunity.</div>",
    );
  });

  test("keeps what the pay is per", () => {
    expect(staff?.salary).toEqual({
      text: "Plus equity",
      min: 190_000,
      max: 230_000,
      currency: "USD",
      interval: "year",
    });
    expect(writer?.salary).toEqual({ min: 55, max: 70, currency: "USD", interval: "hour" });
    expect(office?.salary).toBeUndefined();
  });

  test("reads places, country, type and date", () => {
    expect(staff).toMatchObject({
      locations: ["Seattle, WA", "Denver, CO"],
      country: "US",
      employmentType: "Full-time",
    });
    expect(staff?.postedAt?.toISOString()).toBe("2026-09-21T14:13:20.000Z");
    expect(writer?.employmentType).toBeUndefined();
  });
});

describe("paging", () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `id-${from + index}`,
      text: "Engineer",
      hostedUrl: `https://jobs.lever.co/cobalt-harbor/id-${from + index}`,
    }));

  test("goes on after a full page, from where it stopped", () => {
    const request = lever.first(query);
    const first = lever.parse(givenPage(JSON.stringify(rows(0, 100)), { request }), query);
    expect(first.next?.url).toBe("https://api.lever.co/v0/postings/cobalt-harbor?mode=json&skip=100&limit=100");
    const second = lever.parse(givenPage(JSON.stringify(rows(100, 7)), { request: first.next }), query);
    expect({ rows: second.rows, next: second.next }).toEqual({ rows: 7, next: undefined });
  });

  test("stops at a board that answers with the same rows whatever is skipped", () => {
    const body = JSON.stringify(rows(0, 100));
    const { next } = lever.parse(givenPage(body, { request: lever.first(query) }), query);
    expect(lever.parse(givenPage(body, { request: next }), query)).toEqual({ jobs: [], invalid: [], rows: 0 });
  });
});

test("a bad row is reported and the rest is kept", () => {
  const { jobs, invalid } = fixture("broken-row.json");
  expect(jobs).toHaveLength(1);
  expect(invalid).toEqual([{ reason: expect.stringContaining("id") }]);
});

test("a refusal in JSON is no empty board", () => {
  expect(() => fixture("not-found.json")).toThrow(expect.objectContaining({ outcome: "drifted" }));
});

test("a European board is asked for on its own host, unless the origin is replaced", () => {
  const european = { ...query, board: "eu:tidewater" };
  expect(lever.first(european).url).toContain("https://api.eu.lever.co/v0/postings/tidewater?");
  const replaced = { ...european, origin: "http://127.0.0.1:4010" };
  expect(lever.first(replaced).url).toContain("http://127.0.0.1:4010/v0/postings/tidewater?");
});

const sample = readSample("lever/careerkit_lever.json");
test.skipIf(!sample)(sampleTitle("reads a recorded board", sample), () => {
  const { jobs, invalid } = lever.parse(givenPage(sample ?? ""), { ...query, board: "idealistconsulting" });
  expect(invalid).toEqual([]);
  expect(jobs.map(({ workplace, country }) => [workplace, country])).toEqual([
    ["remote", "US"],
    ["remote", "US"],
  ]);
  for (const job of jobs) expect(job.descriptionHtml).toContain("<h3>How You'll Contribute</h3>");
});
