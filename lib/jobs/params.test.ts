import { expect, test } from "vitest";
import { jobFilterDefaults } from "./default-filters";
import { jobsQuery, readJobFilters } from "./params";
import { jobFiltersSchema } from "./schemas";

test("lists come with commas or repeated, numbers as text", () => {
  const query = jobsQuery.parse({
    states: "saved,inbox",
    workplaces: ["remote", "hybrid"],
    minScore: "60",
    limit: "5",
  });
  expect(query).toMatchObject({ states: ["saved", "inbox"], workplaces: ["remote", "hybrid"], minScore: 60, limit: 5 });
});

test.each([
  [{ sort: "salary; drop table" }, "sort"],
  [{ minScore: "many" }, "minScore"],
  [{ states: "archived" }, "states.0"],
  [{ limit: "101" }, "limit"],
  [{ q: "x".repeat(201) }, "q"],
  [{ salaryMin: "50000" }, "currency"],
  [{ companies: "1" }, "companies.0"],
])("%j is refused by name", (query, path) => {
  expect(jobsQuery.safeParse(query).error?.issues[0]?.path.join(".")).toBe(path);
});

test("a page drops what it cannot read and keeps the rest", () => {
  expect(
    readJobFilters({
      q: ` ${"x".repeat(500)}`,
      minScore: "lots",
      countries: "DE,zz",
      workplaces: "remote",
      salaryMin: "1",
    }),
  ).toMatchObject({ q: "x".repeat(199), workplaces: ["remote"], countries: [], states: ["inbox", "saved"] });
  expect(readJobFilters({}).minScore).toBeUndefined();
});

test("the defaults spelled out are the defaults of the schema", () => {
  expect(jobFilterDefaults).toEqual(jobFiltersSchema.parse({}));
});
