import { expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import { weworkremotely } from ".";
import { splitTitle } from "./parse";

const query = givenQuery(weworkremotely);
const parse = (body: string) => weworkremotely.parse(givenPage(body), query);
const fixture = (name: string) => parse(readFixture(import.meta.url, name));

test("reads the feed", () => {
  const { jobs, rows, invalid } = fixture("feed.xml");
  expect({ rows, invalid }).toEqual({ rows: 2, invalid: [] });
  expect(jobs[0]).toMatchObject({
    externalId: "tallgrass-commerce-senior-engineer-checkout",
    title: "Senior Engineer: Checkout & Carts",
    company: { name: "Tallgrass Commerce", url: "https://tallgrass-commerce.example/?a=1&b=2" },
    locations: ["Anywhere in the World"],
    workplace: "remote",
    employmentType: "Full-Time",
    postedAt: new Date("2026-11-16T19:21:19Z"),
  });
});

test("undoes the XML layer once and leaves CDATA as it is", () => {
  const [encoded, wrapped] = fixture("feed.xml").jobs;
  expect(encoded?.descriptionHtml).toContain("<p>Storefronts &amp; carts for <em>makers</em>.</p>");
  expect(wrapped?.descriptionHtml).toBe("<p>Already <b>plain</b> &amp; wrapped.</p>");
});

test.each([
  ["Acme: Engineer", { company: "Acme", role: "Engineer" }],
  ["Acme: Engineer: Payments", { company: "Acme", role: "Engineer: Payments" }],
  ["Engineer at 10:30", { company: "We Work Remotely", role: "Engineer at 10:30" }],
  ["Acme: ", { company: "We Work Remotely", role: "Acme: " }],
])("%j belongs to the right company", (title, expected) => {
  expect(splitTitle(title)).toEqual(expected);
});

test("a bad item is reported and the rest is kept", () => {
  const { jobs, invalid } = fixture("broken-row.xml");
  expect(jobs).toHaveLength(1);
  expect(invalid).toEqual([{ reason: expect.stringContaining("title") }]);
});

test("an empty feed is no rows; a cut one fails; another page is a drift", () => {
  expect(fixture("empty.xml")).toEqual({ jobs: [], invalid: [], rows: 0 });
  const whole = readFixture(import.meta.url, "feed.xml");
  expect(() => parse(whole.slice(0, whole.length / 2))).toThrow(expect.objectContaining({ outcome: "failed" }));
  expect(() => parse("<html><body>Hello</body></html>")).toThrow(expect.objectContaining({ outcome: "drifted" }));
});

test("entities that a feed declares for itself are not expanded", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>${readFixture(
    import.meta.url,
    "feed.xml",
  )
    .replace(/^<\?xml[^>]*>/, "")
    .replace("Anywhere in the World", "&b;")}`;
  expect(parse(bomb).jobs[0]?.locations.join("")).not.toContain("aaaa");
});

const sample = readSample("weworkremotely/louisinayinde_programming_first2.xml");
test.skipIf(!sample)(sampleTitle("reads a recorded feed", sample), () => {
  const { jobs, invalid } = parse(sample ?? "");
  expect(invalid).toEqual([]);
  expect(jobs.map(({ company, title }) => [company.name, company.url, title])).toEqual([
    ["Edfinity", "https://edfinity.com", "Senior Software Engineer, remote"],
    ["Toptal", undefined, "AI/ML Engineer for an AI-Driven E-Commerce Platform"],
  ]);
});
