import { expect, test } from "vitest";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import { describeCriteria, describeSchedule } from "./describe";
import { proposeFrom } from "./propose";
import { createSearchInput } from "./schemas";

const sources = [
  { id: "demo", needsBoard: false },
  { id: "lever", needsBoard: true },
];
const berlin = { text: "Berlin", scope: "city" as const, city: "Berlin", country: "DE" };
const preferences = (overrides: object) => preferencesSchema.parse(overrides);

test("target titles come before those of the CV, without their rank and each once", () => {
  const facts = profileFactsSchema.parse({ titles: ["Carpenter"] });
  const wanted = preferences({
    targetTitles: ["Senior Frontend Engineer", "Staff frontend engineer", "Lead", "Principal UI Engineer"],
  });
  const proposal = proposeFrom({ facts, preferences: wanted, sources });
  expect(proposal.criteria.keywords.map((word) => word.toLowerCase())).toEqual([
    "frontend engineer",
    "frontend developer",
    "lead",
    "ui engineer",
    "ui developer",
  ]);
  expect(proposal.sources).toEqual([{ sourceId: "demo", boards: [] }]);
  expect(createSearchInput.safeParse(proposal).success).toBe(true);
});

test("places and workplaces are taken over; a remote search is not bound to a town", () => {
  const place = [{ place: berlin, radiusKm: 30 }];
  const local = proposeFrom({
    preferences: preferences({ locations: place, workplaces: ["hybrid", "remote"], timeZone: "Europe/Berlin" }),
    sources,
  });
  expect(local).toMatchObject({
    name: "Software Engineer in Berlin",
    criteria: { locations: ["Berlin, DE"], workplaces: ["hybrid", "remote"] },
    schedule: { timeZone: "Europe/Berlin" },
  });
  const remote = proposeFrom({ preferences: preferences({ locations: place, workplaces: ["remote"] }), sources });
  expect(remote).toMatchObject({
    name: "Software Engineer, remote",
    criteria: { locations: [], workplaces: ["remote"] },
  });
});

test.each([
  [{ cadence: "manual" }, "Only when you press Run"],
  [{ cadence: "hourly", time: "00:20" }, "Every hour at 20 past"],
  [{ cadence: "daily" }, "Every day at 08:00 (UTC)"],
  [{ cadence: "weekdays" }, "Weekdays at 08:00 (UTC)"],
  [{ cadence: "weekly", weekday: 3 }, "Wednesdays at 08:00 (UTC)"],
] as const)("%o reads as %s", (overrides, text) => {
  expect(describeSchedule({ time: "08:00", weekday: 1, timeZone: "UTC", ...overrides })).toBe(text);
});

test("criteria read as a few short phrases", () => {
  const criteria = createSearchInput.shape.criteria.parse({
    keywords: ["a", "b", "c", "d"],
    workplaces: ["remote", "onsite"],
    excludeWords: ["php"],
    postedWithinDays: 7,
  });
  expect(describeCriteria(criteria)).toEqual(["a, b, c +1", "remote or on-site", "last 7 days", "without php"]);
  expect(describeCriteria(createSearchInput.shape.criteria.parse({}))).toEqual(["Every title"]);
});
