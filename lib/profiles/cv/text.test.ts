import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { profileFactsSchema } from "@/db/schema/shapes";
import { DEMO_CV } from "@/lib/demo/cv";
import { type ReadCv, readCvText } from "./text";

const now = new Date("2026-08-15T12:00:00Z");
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");
const CVS = {
  demo: readCvText(DEMO_CV, now),
  german: readCvText(fixture("german.txt"), now),
  american: readCvText(fixture("american.txt"), now),
  paste: readCvText(fixture("messy-paste.txt"), now),
  contractor: readCvText(fixture("contractor.md"), now),
};

const rolesOf = ({ facts }: ReadCv) =>
  facts.roles.map(({ title, company, from, to, location }) => [title, company, from, to ?? "now", location ?? ""]);
const skillOf = ({ facts }: ReadCv, id: string) => facts.skills.find(({ skillId }) => skillId === id);
const quotes = (cv: ReadCv, id: string) =>
  skillOf(cv, id)?.evidence.map(({ span }) => cv.cvText.slice(span?.start, span?.end));

describe.each(Object.entries(CVS))("every reading (%s)", (_name, cv) => {
  test("fits the stored shape", () => {
    expect(profileFactsSchema.safeParse(cv.facts).success).toBe(true);
  });

  test("points exactly at the text it quotes", () => {
    for (const { name, evidence } of cv.facts.skills) {
      expect(evidence.length, name).toBeGreaterThan(0);
      for (const { span } of evidence) {
        const quote = cv.cvText.slice(span?.start, span?.end);
        expect(quote, name).not.toBe("");
        expect(quote, name).toBe(quote.trim());
      }
    }
    for (const { title, span, summary } of cv.facts.roles) {
      const text = cv.cvText.slice(span?.start, span?.end);
      expect(text).toContain(title);
      expect(text).toContain(summary);
    }
  });

  test("is the same twice", () => {
    expect(readCvText(cv.cvText, now).facts).toEqual(cv.facts);
  });
});

describe("the demo CV", () => {
  const { demo } = CVS;

  test("gives titles, level, years and roles", () => {
    expect(demo.facts).toMatchObject({
      headline: "Senior Full-Stack Engineer",
      titles: ["Senior Full-Stack Engineer", "Full-Stack Engineer"],
      seniority: "senior",
      yearsOfExperience: 8.6,
    });
    expect(rolesOf(demo)).toEqual([
      ["Senior Full-Stack Engineer", "Northwind Logistics", "2022-04", "now", "Berlin, Germany, hybrid"],
      ["Full-Stack Engineer", "Fabrikam Health", "2019-09", "2022-03", "Berlin, Germany"],
      ["Frontend Developer", "Adatum Media", "2018-02", "2019-08", "Hamburg, Germany"],
    ]);
  });

  test("gives each skill its evidence, months and last use", () => {
    expect(skillOf(demo, "typescript")).toMatchObject({ months: 103, lastUsedOn: "2026-08" });
    expect(skillOf(demo, "redux")).toMatchObject({ months: 19, lastUsedOn: "2019-08" });
    expect(skillOf(demo, "typescript")?.evidence.map(({ kind, where }) => `${kind}: ${where}`)).toEqual([
      "role: Senior Full-Stack Engineer at Northwind Logistics",
      "role: Full-Stack Engineer at Fabrikam Health",
      "role: Frontend Developer at Adatum Media",
      "project: Project: Tidal, an open-source job queue",
      "list: Profile",
      "list: Skills",
    ]);
    expect(skillOf(demo, "python")?.evidence.map(({ kind }) => kind)).toEqual(["list"]);
    expect(skillOf(demo, "python")?.months).toBeUndefined();
  });

  test("does not take an employer's name for a skill", () => {
    expect(skillOf(demo, "logistics")).toBeUndefined();
  });

  test("gives education, languages and the place", () => {
    expect(demo.facts.education).toEqual([
      {
        institution: "Technical University of Berlin",
        degree: "B.Sc.",
        field: "Computer Science",
        level: "bachelor",
        from: "2014",
        to: "2018",
      },
    ]);
    expect(demo.facts.languages.map(({ code, level }) => [code, level])).toEqual([
      ["en", "fluent"],
      ["de", "native"],
    ]);
    expect(demo.facts.locations).toMatchObject([{ scope: "city", city: "Berlin", country: "DE" }]);
  });
});

describe("a German CV in columns", () => {
  const { german } = CVS;

  test("gives roles with dates on the left; a student job adds no years", () => {
    expect(rolesOf(german)).toEqual([
      ["Senior Softwareentwicklerin", "Beispielwerk GmbH", "2021-03", "now", "Köln"],
      ["Softwareentwicklerin", "Musterbank AG", "2016-10", "2021-02", "Frankfurt am Main"],
      ["Werkstudentin Webentwicklung", "Agentur Nordlicht", "2015-09", "2016-08", "Bonn"],
    ]);
    expect(german.facts.yearsOfExperience).toBe(9.9);
    expect(german.facts.titles).toEqual(["Senior Softwareentwicklerin", "Softwareentwicklerin"]);
  });

  test("gives degrees, school and languages", () => {
    expect(german.facts.education.map(({ level, institution, to }) => [level, institution, to])).toEqual([
      ["master", "Universität Bonn", "2016-09"],
      ["bachelor", "Universität Bonn", "2013-09"],
      ["none", "Goethe-Gymnasium Kassel", "2007-06"],
    ]);
    expect(german.facts.languages.map(({ code, level }) => [code, level])).toEqual([
      ["de", "native"],
      ["en", "fluent"],
      ["fr", "basic"],
    ]);
    expect(german.facts.locations).toMatchObject([{ city: "Köln", country: "DE" }]);
  });

  test("takes no hobby for a skill", () => {
    expect(skillOf(german, "swift")).toBeUndefined();
    expect(skillOf(german, "go")).toBeUndefined();
    expect(skillOf(german, "java")).toMatchObject({ months: 119 });
  });

  test.each(["1988", "Kassel,", "verheiratet", "Kinder", "deutsch\n", "Lindenstraße", "0221", "14a"])(
    "keeps no “%s”",
    (text) => {
      expect(german.cvText).not.toContain(text);
      expect(JSON.stringify(german.facts)).not.toContain(text);
    },
  );
});

describe("an American CV", () => {
  const { american } = CVS;

  test("gives roles with dates on the right and a spaced heading", () => {
    expect(rolesOf(american)).toEqual([
      ["Staff Frontend Engineer", "Acme, Inc.", "2019-06", "now", "Austin, TX"],
      ["Senior Software Engineer, Frontend", "Globex Corporation", "2015-08", "2019-05", "San Francisco, CA"],
      ["Software Engineer", "Initech", "2013-07", "2015-07", "Dallas, TX"],
    ]);
    expect(american.facts.seniority).toBe("staff");
    expect(american.facts.summary).toMatch(/^Staff Frontend Engineer with 10 years/);
  });

  test("does not claim what it denies", () => {
    expect(skillOf(american, "php")).toBeUndefined();
    expect(skillOf(american, "react")?.months).toBe(87);
  });

  test.each(["Maple", "Apt", "512", "555", "1990", "female", "Married", "Date of Birth"])("keeps no “%s”", (text) => {
    expect(american.cvText).not.toContain(text);
  });

  test("keeps the city behind the street", () => {
    expect(american.facts.locations).toMatchObject([{ city: "Austin", region: "Texas", country: "US" }]);
  });
});

describe("a messy paste without a heading for work", () => {
  const { paste } = CVS;

  test("still gives the roles, and counts overlapping years once", () => {
    expect(rolesOf(paste)).toEqual([
      ["Lead Platform Engineer", "Contoso", "2020-01", "now", "Remote"],
      ["DevOps Engineer", "Tailspin Toys", "2016", "2019", "Porto"],
      ["System Administrator", "Litware Inc", "2014-03", "2016-12", ""],
    ]);
    expect(paste.facts.yearsOfExperience).toBe(11.5);
  });

  test("keeps list entries no taxonomy knows in the person's words, with little confidence", () => {
    expect(skillOf(paste, "custom:fluxlite")).toMatchObject({ name: "FluxLite", confidence: 0.4 });
    expect(quotes(paste, "custom:fluxlite")).toEqual(["FluxLite"]);
  });

  test("finds languages beside their levels", () => {
    expect(paste.facts.languages.map(({ code, level }) => [code, level])).toEqual([
      ["pt", "native"],
      ["en", "fluent"],
      ["es", "basic"],
    ]);
  });

  test("is less sure of years than of months", () => {
    expect(paste.facts.confidence.yearsOfExperience).toBeLessThan(CVS.demo.facts.confidence.yearsOfExperience ?? 0);
  });
});

describe("a contractor's CV", () => {
  const { contractor } = CVS;

  test("counts two contracts at once as one time, whatever is claimed", () => {
    expect(rolesOf(contractor).map(([title, company]) => [title, company])).toEqual([
      ["Frontend Architect", "Lucerne Publishing"],
      ["Frontend Architect", "Margie's Travel"],
      ["Angular Developer", "Trey Research"],
    ]);
    expect(contractor.facts.yearsOfExperience).toBe(8.5);
    expect(skillOf(contractor, "react")).toBeUndefined();
  });

  test("counts a certificate like education", () => {
    expect(skillOf(contractor, "aws")?.evidence.map(({ kind }) => kind)).toEqual(["education"]);
  });

  test("lives where the label says and speaks what the table says", () => {
    expect(contractor.facts.locations).toMatchObject([{ city: "Rotterdam", country: "NL" }]);
    expect(contractor.facts.languages.map(({ code, level }) => [code, level])).toEqual([
      ["nl", "native"],
      ["en", "fluent"],
      ["de", "basic"],
    ]);
  });
});

test("a claim of years without dated roles is not believed", () => {
  const { facts } = readCvText("Pat Dummy\nWeb Developer\n12 years of experience in PHP", now);
  expect(facts.yearsOfExperience).toBeUndefined();
  expect(facts.confidence.yearsOfExperience).toBe(0);
});

test("text that is no CV gives empty facts, not an error", () => {
  for (const text of ["", " \n ", "lorem ipsum", "2019 – 2020", "🙂".repeat(50), "Skills", "Experience\n\n\n"]) {
    expect(profileFactsSchema.safeParse(readCvText(text, now).facts).success, text).toBe(true);
  }
});

test("hostile text is read in bounded time", { timeout: 180_000 }, () => {
  const hostile = [
    "a",
    "Tel",
    "12 ",
    "2019 - ",
    "(",
    "[a](",
    " at Aa",
    "Skills: ",
    "\n x",
    "*_",
    "Mar 2019 - Apr 2020\n",
  ];
  for (const piece of hostile) {
    const start = process.cpuUsage();
    readCvText(piece.repeat(200_000 / piece.length), now);
    expect(process.cpuUsage(start).user / 1000, piece).toBeLessThan(3000);
  }
});
