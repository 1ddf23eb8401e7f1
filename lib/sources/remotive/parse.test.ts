import { expect, test } from "vitest";
import { givenPage, givenQuery, readFixture, readSample, sampleTitle } from "@/tests/helpers/sources";
import { remotive } from ".";

const query = givenQuery(remotive);
const fixture = (name: string) => remotive.parse(givenPage(readFixture(import.meta.url, name)), query);

test("reads the feed", () => {
  const { jobs, rows, invalid } = fixture("jobs.json");
  expect({ rows, invalid }).toEqual({ rows: 2, invalid: [] });
  expect(jobs[0]).toMatchObject({
    externalId: "3100001",
    company: { name: "Silverbirch", logoUrl: "https://remotive.com/job/3100001/logo" },
    locations: ["Europe, UK"],
    workplace: "remote",
    employmentType: "full_time",
    salary: { text: "$90k -$110k" },
    tags: ["Software Development", "react", "accessibility"],
  });
  expect(jobs[1]?.salary).toBeUndefined();
});

test("drops the tracking image and no other", () => {
  const [job] = fixture("jobs.json").jobs;
  expect(job?.descriptionHtml).toBe('<p>Accessible forms.</p>\n<img src="https://silverbirch.example/team.png"/>');
});

test("a date without a zone is UTC", () => {
  expect(fixture("jobs.json").jobs[0]?.postedAt?.toISOString()).toBe("2026-11-20T19:59:53.000Z");
});

test("a bad row is reported and the rest is kept", () => {
  const { jobs, invalid } = fixture("broken-row.json");
  expect(jobs).toHaveLength(1);
  expect(invalid).toEqual([{ externalId: "3100009", title: "No address", reason: expect.stringContaining("url") }]);
});

test("a feed without jobs is no rows", () => {
  expect(fixture("empty.json")).toEqual({ jobs: [], invalid: [], rows: 0 });
});

test("asks at most four times a day", () => {
  expect(remotive.minIntervalMinutes).toBe(360);
});

const sample = readSample("remotive/louisinayinde_remotive_first.json");
test.skipIf(!sample)(sampleTitle("reads a recorded feed", sample), () => {
  const { jobs, invalid } = remotive.parse(givenPage(sample ?? ""), query);
  expect(invalid).toEqual([]);
  expect(jobs[0]).toMatchObject({ title: "Freelance Copywriter", company: { name: "Coalition Technologies" } });
  for (const job of jobs) expect(job.descriptionHtml).not.toContain("/track/");
});
