import { describe, expect, test } from "vitest";
import { type ProfileFacts, profileFactsSchema } from "@/db/schema/shapes";
import { diffFacts, FACT_FIELDS, mergeFacts, withinText } from "./merge";

const span = { start: 0, end: 5 };
const evidence = [{ kind: "role" as const, where: "Dev at Acme", span }];
const given = (facts: Partial<ProfileFacts>) => profileFactsSchema.parse(facts);

const current = given({
  headline: "Frontend Engineer",
  seniority: "senior",
  skills: [
    { skillId: "react", name: "React", months: 24, evidence, confidence: 0.9 },
    { skillId: "vue", name: "Vue", evidence, confidence: 0.9 },
    { skillId: "elm", name: "Elm", evidence: [], confidence: 1 },
  ],
  roles: [{ title: "Dev", company: "Acme", from: "2020-01", isCurrent: true, summary: "React", span }],
  languages: [{ code: "de", name: "German", level: "native" }],
});
const next = given({
  headline: "Frontend Engineer",
  seniority: "staff",
  skills: [
    { skillId: "react", name: "React", months: 36, evidence, confidence: 0.9 },
    { skillId: "svelte", name: "Svelte", evidence, confidence: 0.9 },
  ],
  roles: [
    { title: "Lead", company: "Globex", from: "2023-01", isCurrent: true, summary: "", span },
    { title: "Dev", company: "Acme", from: "2020-01", to: "2022-12", isCurrent: false, summary: "React", span },
  ],
  confidence: { seniority: 0.9, skills: 0.8 },
});

describe("what a newer CV would change", () => {
  test("is told field by field, and skills a person typed are not among the lost", () => {
    expect(diffFacts(current, next)).toEqual([
      { field: "seniority", added: ["staff"], removed: ["senior"], changed: [] },
      { field: "skills", added: ["Svelte"], removed: ["Vue"], changed: ["React"] },
      { field: "roles", added: ["Lead, Globex"], removed: [], changed: ["Dev, Acme"] },
      { field: "languages", added: [], removed: ["German"], changed: [] },
    ]);
  });

  test("is nothing for the same CV", () => {
    expect(diffFacts(current, current)).toEqual([]);
  });
});

describe("merging", () => {
  test("takes the named fields with their confidence and keeps the others", () => {
    const merged = mergeFacts(current, next, ["skills", "seniority"]);
    expect(merged.seniority).toBe("staff");
    expect(merged.confidence).toEqual({ seniority: 0.9, skills: 0.8 });
    expect(merged.skills.map(({ name }) => name)).toEqual(["React", "Svelte", "Elm"]);
    expect(merged.languages).toEqual(current.languages);
    expect(merged.roles.map(({ company }) => company)).toEqual(["Acme"]);
  });

  test("strips spans of what is kept: they point into the text of the CV before", () => {
    const merged = mergeFacts(current, next, ["roles"]);
    expect(merged.roles.every((role) => role.span !== undefined)).toBe(true);
    expect(merged.skills.flatMap((skill) => skill.evidence).every((item) => item.span === undefined)).toBe(true);
    expect(merged.skills[0]?.evidence[0]?.where).toBe("Dev at Acme");
  });

  test("of every field is the new CV plus what was typed", () => {
    const merged = mergeFacts(current, next, FACT_FIELDS);
    expect({ ...merged, skills: merged.skills.slice(0, 2) }).toEqual({ ...next, skills: next.skills });
  });
});

test("spans beyond the text and empty ones go", () => {
  const facts = given({
    roles: [
      { title: "Dev", company: "", isCurrent: false, summary: "", span: { start: 3, end: 3 } },
      { title: "Ops", company: "", isCurrent: false, summary: "", span: { start: 0, end: 4 } },
    ],
  });
  expect(withinText(facts, 4).roles.map((role) => role.span)).toEqual([undefined, { start: 0, end: 4 }]);
});
