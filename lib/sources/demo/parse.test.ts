import { expect, test } from "vitest";
import { givenPage, givenQuery, NOW } from "@/tests/helpers/sources";
import type { PageRequest, SourceJob, SourceQuery } from "../adapter";
import { demo } from ".";
import { createRandom } from "./random";

function readAll(query: SourceQuery): SourceJob[] {
  const jobs: SourceJob[] = [];
  let request: PageRequest | undefined = demo.first(query);
  while (request) {
    const answer = demo.local?.(request, query);
    if (!answer) throw new Error("the Demo board did not answer");
    const page = demo.parse(answer, query);
    expect(page.rows).toBeLessThanOrEqual(25);
    expect(page.invalid).toEqual([]);
    jobs.push(...page.jobs);
    request = page.next;
  }
  return jobs;
}

const jobs = readAll(givenQuery(demo));

test("holds at least 130 postings under as many ids", () => {
  expect(jobs.length).toBeGreaterThanOrEqual(130);
  expect(new Set(jobs.map(({ externalId }) => externalId)).size).toBe(jobs.length);
});

test("is as varied as a real market", () => {
  const distinct = (read: (job: SourceJob) => string | undefined) => new Set(jobs.map(read).filter(Boolean)).size;
  expect(distinct(({ company }) => company.name)).toBeGreaterThan(40);
  expect(distinct(({ locations }) => locations[0])).toBeGreaterThan(30);
  expect(distinct(({ workplace }) => workplace)).toBe(3);
  expect(distinct(({ salary }) => salary?.currency)).toBeGreaterThan(8);
  expect(distinct(({ salary }) => salary?.interval)).toBeGreaterThanOrEqual(4);
  expect(distinct(({ language }) => language)).toBeGreaterThanOrEqual(4);
  const text = jobs.map(({ descriptionHtml }) => descriptionHtml).join("\n");
  for (const clause of [
    /sponsor/,
    /clearance/,
    /three days a week/,
    /UTC-5 to UTC\+1/,
    /No \w+ experience needed/,
    /degree/,
  ]) {
    expect(text).toMatch(clause);
  }
});

test("is the same all day, and no older the next day", () => {
  expect(readAll(givenQuery(demo, { now: new Date("2026-11-24T23:59:59Z") }))).toEqual(jobs);
  const tomorrow = readAll(givenQuery(demo, { now: new Date("2026-11-25T00:00:00Z") }));
  expect(tomorrow.map(({ postedAt }) => (postedAt?.getTime() ?? 0) - 86_400_000)).toEqual(
    jobs.map(({ postedAt }) => postedAt?.getTime()),
  );
  for (const { postedAt } of jobs) expect(postedAt && postedAt <= NOW).toBe(true);
});

test("shows the same opening on a second board and an opening advertised again", () => {
  const copy = jobs.find(({ externalId }) => externalId === "hub-0001");
  const original = jobs.find(({ title, externalId }) => title === copy?.title && externalId.startsWith("demo-0"));
  expect(copy && original && copy.url !== original.url).toBe(true);
  expect(jobs.filter(({ externalId }) => externalId.startsWith("demo-9"))).toHaveLength(4);
});

test("names nobody's real address", () => {
  for (const { url, company } of jobs) {
    expect(new URL(url).hostname).toMatch(/\.example$/);
    if (company.url) expect(new URL(company.url).hostname).toMatch(/\.example$/);
  }
});

test("a bad row is reported and the rest is kept", () => {
  const [good] = jobs;
  const body = JSON.stringify({ nextPage: null, postings: [good, { externalId: "x" }] });
  const read = demo.parse(givenPage(body), givenQuery(demo));
  expect(read.jobs).toHaveLength(1);
  expect(read.invalid).toHaveLength(1);
});

test("the generator repeats itself for a seed and refuses an empty list", () => {
  const draw = () => createRandom(7).sample([1, 2, 3, 4, 5], 3);
  expect(draw()).toEqual(draw());
  expect(() => createRandom(7).pick([])).toThrow(RangeError);
});
