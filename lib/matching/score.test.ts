import { describe, expect, test } from "vitest";
import {
  matchDetailSchema,
  type Preferences,
  type ProfileFacts,
  preferencesSchema,
  profileFactsSchema,
} from "@/db/schema/shapes";
import { analyzePosting } from "./analysis";
import type { MatchJob } from "./match-job";
import { prepareProfile } from "./profile";
import { GATE_CAP, scoreMatch } from "./score";
import { findSkills } from "./skills";

const NOW = new Date("2026-08-01T12:00:00Z");
const CV = `Sam Poe
Senior Frontend Engineer

Experience
Senior Frontend Engineer, Northwind, 2021 - now
Built the booking front end in React and TypeScript, with Jest.

Engineer, Contoso, 2012 - 2015
Maintained a shop in PHP.

Skills: GraphQL, Docker`;

const POSTING = `What you will do
- Shape the booking journey of travelers

Requirements
- 5+ years of experience with JavaScript
- React or Vue
- TypeScript
- Kubernetes

Nice to have
- GraphQL
- Svelte`;

describe("the score", () => {
  test("is the sum of the points shown, and the weights shown add up to 100", () => {
    const { score, detail } = match();
    expect(round(sum(detail.components.map(({ points }) => points)))).toBe(score);
    expect(round(sum(detail.components.map(({ weight }) => weight)))).toBe(100);
    for (const { points, weight, value } of detail.components) expect(points).toBe(round(weight * value));
    expect(matchDetailSchema.safeParse(detail).error).toBeUndefined();
  });

  test("is the same for the same input", () => {
    expect(match()).toEqual(match());
  });

  test("leaves out what cannot be judged and gives its weight to the rest", () => {
    const full = match({
      preferences: { salaryFloor: { amount: 1, currency: "EUR", interval: "year" }, workplaces: ["remote"] },
    });
    expect(full.detail.components.map(({ id }) => id)).toEqual([
      "must",
      "nice",
      "title",
      "seniority",
      "text",
      "location",
      "pay",
      "recency",
    ]);
    const bare = match({ posting: "Requirements\n- React" });
    expect(bare.detail.components.map(({ id }) => id)).not.toContain("nice");
    expect(round(sum(bare.detail.components.map(({ weight }) => weight)))).toBe(100);
  });

  test("follows the person's own weights", () => {
    const weights = { must: 0, nice: 0, title: 100, seniority: 0, text: 0, location: 0, pay: 0, recency: 0 };
    const { detail, score } = match({ preferences: { weights } });
    expect(detail.components.find(({ id }) => id === "title")).toMatchObject({ weight: 100, points: score });
    expect(match({ preferences: { weights: { ...weights, title: 0 } } }).score).toBe(0);
  });

  test("never gives full points for one easy requirement", () => {
    const must = match({ posting: "Requirements\n- TypeScript" }).detail.components.find(({ id }) => id === "must");
    expect(must?.value).toBeLessThan(0.7);
  });
});

describe("credit for a skill", () => {
  const creditOf = (name: string, options = {}) =>
    match(options).detail.requirements.find((one) => one.name.startsWith(name));

  test("is exact, implied, related or missing, each with its reason", () => {
    expect(creditOf("TypeScript")).toMatchObject({ credit: "exact", value: 1 });
    expect(creditOf("JavaScript")).toMatchObject({
      credit: "implied",
      value: 0.9,
      reason: "TypeScript implies JavaScript",
    });
    expect(creditOf("Svelte")).toMatchObject({ credit: "related", reason: "React is related to Svelte, not the same" });
    expect(creditOf("Svelte")?.value).toBeLessThanOrEqual(0.4);
    expect(creditOf("Kubernetes")).toMatchObject({ credit: expect.stringMatching(/missing|related/) });
  });

  test("never runs backwards: JavaScript does not mean React", () => {
    const facts = { skills: [skill("javascript", "role")] };
    const { detail } = match({ facts, posting: "Requirements\n- React" });
    expect(detail.requirements[0]).toMatchObject({ credit: "missing", value: 0 });
  });

  test("takes the best of a list of alternatives", () => {
    expect(creditOf("React")).toMatchObject({ skillId: "react", credit: "exact", value: 1 });
  });

  test("is less for a bare list than for dated work, and less for what lies long ago", () => {
    const value = (evidence: Parameters<typeof skill>[1], to?: string) =>
      match({ facts: { skills: [skill("php", evidence, to)] }, posting: "Requirements\n- PHP" }).detail.requirements[0]
        ?.value ?? 0;
    expect(value("role")).toBe(1);
    expect(value("project")).toBe(0.85);
    expect(value("education")).toBe(0.7);
    expect(value("list")).toBe(0.6);
    expect(value("role", "2025-08")).toBe(1);
    expect(value("role", "2021-08")).toBeCloseTo(0.8, 1);
    expect(value("role", "2010-01")).toBe(0.6);
  });

  test("quotes both texts at their offsets", () => {
    const { detail } = match();
    const react = detail.requirements.find(({ skillId }) => skillId === "react");
    for (const { start, end, quote } of react?.postingSpans ?? []) expect(POSTING.slice(start, end)).toBe(quote);
    for (const { start, end, quote } of react?.profileSpans ?? []) expect(CV.slice(start, end)).toBe(quote);
    expect(react?.profileSpans.length).toBeGreaterThan(0);
  });

  test("is not given for text copied from the posting into the CV", () => {
    const posting =
      "Requirements\n- Deep knowledge of Kubernetes and of Terraform in large production systems\n- You have led migrations of Kafka clusters without any downtime\n- Haskell";
    const before = match({ posting });
    const after = match({ posting, cv: `${CV}\n\n${posting}` });
    expect(after.score - before.score).toBeLessThanOrEqual(10);
    expect(after.detail.requirements.filter(({ credit }) => credit === "exact")).toEqual([]);
  });
});

describe("a failed gate", () => {
  const posting = `${POSTING}\n\nYou must be authorized to work in the United States.`;

  test("caps the score, keeps the points, and says so first", () => {
    const { score, isEligible, gatesFailed, detail, band } = match({ posting, preferences: { workCountries: ["DE"] } });
    expect({ score, isEligible, gatesFailed, band }).toEqual({
      score: GATE_CAP,
      isEligible: false,
      gatesFailed: 1,
      band: "weak",
    });
    expect(detail.cappedFrom).toBe(round(sum(detail.components.map(({ points }) => points))));
    expect(detail.headline).toMatch(/^Not eligible: asks for the right to work in United States/);
  });

  test("never puts a job above its twin that passes", () => {
    const passing = match({ posting, preferences: { workCountries: ["US"] } });
    const failing = match({ posting, preferences: { workCountries: ["DE"] } });
    expect(failing.score).toBeLessThanOrEqual(passing.score);
    expect(passing.isEligible).toBe(true);
  });

  test("is not what an unknown one is: it costs no points", () => {
    const unknown = match({ posting });
    expect(unknown).toMatchObject({ isEligible: true, gatesUnknown: 1 });
    expect(unknown.detail.cappedFrom).toBeUndefined();
  });
});

describe("confidence", () => {
  test("is low, and the match provisional, without a profile or without a text", () => {
    const nobody = match({
      facts: {
        skills: [],
        titles: [],
        seniority: undefined,
        yearsOfExperience: undefined,
        roles: [],
        headline: "",
        summary: "",
      },
      cv: "",
    });
    expect(nobody).toMatchObject({ isProvisional: true });
    expect(nobody.detail.headline).toMatch(/profile is still empty/);
    expect(nobody.detail.improve).toContain("Import a CV or add your skills");
    expect(match({ posting: "" })).toMatchObject({ isProvisional: true });
    const long = `${POSTING}\n${"- Talk with travelers and partners about what they miss every week\n".repeat(10)}`;
    expect(match({ posting: "" }).confidence).toBeLessThan(match({ posting: long }).confidence);
  });

  test("comes with what would raise the score or the certainty", () => {
    const { detail } = match({ posting: "Requirements\n- Docker" });
    expect(detail.improve).toContain("Show where you used Docker: it stands in a list only");
  });
});

describe("level and years", () => {
  const seniorityOf = (title: string, posting: string, facts: Partial<ProfileFacts>) =>
    match({ title, posting, facts }).detail.components.find(({ id }) => id === "seniority")?.value;

  test("are worth less with every step away", () => {
    const values = ["Senior Engineer", "Staff Engineer", "Engineering Manager", "Director of Engineering"].map(
      (title) => seniorityOf(title, "Duties", { seniority: "senior" }),
    );
    expect(values).toEqual([...values].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(values[0]).toBe(1);
  });

  test("count years asked against years held", () => {
    const years = (own: number) =>
      seniorityOf("Engineer", "Requirements\n- 6+ years of experience", { yearsOfExperience: own }) ?? 0;
    expect(years(6)).toBe(1);
    expect(years(4)).toBeLessThan(years(5));
    expect(years(0)).toBe(0);
  });
});

function match(
  options: {
    posting?: string;
    title?: string;
    cv?: string;
    facts?: Partial<ProfileFacts>;
    preferences?: Partial<Preferences>;
  } = {},
) {
  const { posting = POSTING, title = "Senior Frontend Engineer", cv = CV } = options;
  const facts = profileFactsSchema.parse({
    headline: "Senior Frontend Engineer",
    titles: ["Senior Frontend Engineer"],
    seniority: "senior",
    yearsOfExperience: 9,
    skills: skillsOf(cv),
    roles: [
      {
        title: "Senior Frontend Engineer",
        company: "Northwind",
        from: "2021-01",
        isCurrent: true,
        summary: "Built the booking front end",
      },
    ],
    ...options.facts,
  });
  const profile = prepareProfile({
    facts,
    preferences: preferencesSchema.parse(options.preferences ?? {}),
    cvText: cv,
  });
  const job: MatchJob = {
    title,
    companyName: "Fabrikam",
    descriptionText: posting,
    workplace: "unknown",
    locationText: "",
    places: [],
    countries: [],
    employmentType: null,
    seniority: null,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryInterval: null,
    salaryAnnualMin: null,
    salaryAnnualMax: null,
    postedAt: null,
    firstSeenAt: NOW,
  };
  return scoreMatch(profile, job, analyzePosting({ title, descriptionHtml: "", descriptionText: posting }), {
    now: NOW,
  });
}

/** Everything before "Skills:" counts as dated work, the rest as a list. */
function skillsOf(cv: string) {
  const list = cv.indexOf("Skills:");
  return findSkills(cv).map(({ skillId, name, start, end }) => ({
    skillId,
    name,
    evidence: [
      { kind: start < list ? ("role" as const) : ("list" as const), where: "Northwind", span: { start, end } },
    ],
  }));
}

function skill(skillId: string, kind: "role" | "project" | "education" | "list", to?: string) {
  return {
    skillId,
    name: skillId,
    confidence: 1,
    evidence: [{ kind, where: "Northwind", from: "2008-01", ...(to && { to }) }],
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
