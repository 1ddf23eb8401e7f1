import { expect, test } from "vitest";
import { type SearchCriteria, searchCriteriaSchema } from "@/db/schema/shapes";
import { parsePlaces } from "@/lib/places/places";
import { givenPosting } from "@/tests/helpers/postings";
import { createFilter } from "./filter";
import type { NormalizedPosting } from "./normalized";

const NOW = new Date("2026-03-01T12:00:00Z");
const judge = (criteria: Partial<SearchCriteria>, posting: Partial<NormalizedPosting> = {}) =>
  createFilter(searchCriteriaSchema.parse(criteria), NOW)(givenPosting(posting));
const at = (text: string) => ({ locationText: text, places: parsePlaces([text]) });
const reasonOf = (verdict: ReturnType<typeof judge>) => (verdict.keep ? undefined : verdict.reason);
const noteOf = (verdict: ReturnType<typeof judge>) => (verdict.keep ? verdict.note : undefined);

test("no criteria keep everything", () => {
  expect(judge({})).toEqual({ keep: true });
});

test("blank entries are no rule: they would match everything", () => {
  const blank = { ...searchCriteriaSchema.parse({}), excludeWords: ["", "  "], keywords: [" "], locations: [""] };
  expect(createFilter(blank, NOW)(givenPosting())).toEqual({ keep: true });
});

test.each([
  ["Senior PHP Developer", ["php"], "php"],
  ["Front End Engineer", ["front-end"], "front-end"],
  ["C++ Engineer", ["c"], undefined],
  ["Graphics Engineer", ["graph"], undefined],
])("title %s against excluded %s quotes %s", (title, excludeWords, quoted) => {
  const reason = reasonOf(judge({ excludeWords }, { title }));
  if (quoted) expect(reason).toContain(`“${quoted}”`);
  else expect(reason).toBeUndefined();
});

test("an excluded word in the text alone drops nothing: it may be negated", () => {
  expect(judge({ excludeWords: ["php"] }, { descriptionText: "You will never write PHP here." }).keep).toBe(true);
});

test.each([
  ["frontend engineer", "Senior Software Engineer, Front-end", "", true],
  ["node.js", "Backend Engineer (Node.js)", "", true],
  ["c#", "Senior C# Developer", "", true],
  ["c", "Senior C# Developer", "", false],
  ["react native", "Mobile Engineer", "We use React Native every day.", true],
  ["react native", "Mobile Engineer", "We use React. Native apps too.", true],
  ["react native", "Mobile Engineer", "Native apps in React.", false],
  ["sr engineer", "Senior Engineer", "", true],
])("keyword %s against %s / %s: %s", (keyword, title, descriptionText, keep) => {
  expect(judge({ keywords: [keyword] }, { title, descriptionText }).keep).toBe(keep);
});

test("a dropped keyword search names what was asked for", () => {
  expect(reasonOf(judge({ keywords: ["rust", "elixir"] }))).toBe("Neither title nor text contains “rust”, “elixir”");
});

test.each([
  ["Berlin", "Berlin, Germany", "onsite", true],
  ["Berlin", "Potsdam, Germany", "onsite", true],
  ["Berlin", "Munich, Germany", "onsite", false],
  ["Germany", "Munich, Germany", "onsite", true],
  ["Germany", "Vienna, Austria", "onsite", false],
  ["Berlin", "Germany", "remote", true],
  ["Berlin", "Worldwide", "remote", true],
  ["Berlin", "Europe", "remote", true],
  ["New York, NY", "Europe", "remote", false],
  ["Remote", "Oslo, Norway", "remote", true],
  ["Remote", "Oslo, Norway", "onsite", false],
] as const)("asked for %s, a job in %s (%s) is kept: %s", (wanted, place, workplace, keep) => {
  expect(judge({ locations: [wanted] }, { ...at(place), workplace }).keep).toBe(keep);
});

test("an unknown location neither passes nor fails in silence", () => {
  expect(noteOf(judge({ locations: ["Berlin"] }, at("")))).toContain("location unknown");
  expect(noteOf(judge({ locations: ["Berlin"] }, at("Nowhereville")))).toContain("location unknown");
  expect(noteOf(judge({ locations: ["Berlin"] }, { ...at("Germany"), workplace: "onsite" }))).toContain(
    "only as Germany",
  );
  expect(noteOf(judge({ locations: ["Nowhereville"] }, at("Berlin")))).toContain("could not be compared");
});

test("what a posting does not state is kept and noted, what it states is held to", () => {
  expect(noteOf(judge({ workplaces: ["remote"] }, { workplace: "unknown" }))).toContain("workplace not stated");
  expect(reasonOf(judge({ workplaces: ["remote"] }, { workplace: "onsite" }))).toContain("on-site");
  expect(judge({ employmentTypes: ["full_time"] }, { employmentType: undefined }).keep).toBe(true);
  expect(reasonOf(judge({ employmentTypes: ["full_time"] }, { employmentType: "part_time" }))).toContain("part-time");
  expect(noteOf(judge({ postedWithinDays: 7 }, { postedAt: undefined }))).toContain("date not stated");
  const old = { postedAt: new Date("2026-02-01T12:00:00Z") };
  expect(reasonOf(judge({ postedWithinDays: 7 }, old))).toBe("Posted 28 days ago; you asked for at most 7");
  expect(judge({ postedWithinDays: 28 }, old).keep).toBe(true);
});
