import { describe, expect, test } from "vitest";
import { postingAnalysisSchema } from "@/db/schema/shapes";
import { analyzePosting } from "./analysis";

const analyze = (descriptionText: string, title = "Engineer", descriptionHtml = "") =>
  analyzePosting({ title, descriptionHtml, descriptionText });

/** "must react|vue" lines, in order. */
const asked = (text: string, title?: string, html?: string) =>
  analyze(text, title, html).requirements.map(({ strength, anyOf }) => `${strength} ${anyOf.join("|")}`);

const POSTING = `About us
Northwind runs its platform on Elixir.

What you'll do
- Build user interfaces in React
- Own CI/CD

Requirements
- 5+ years of experience with JavaScript
- Strong Python skills; Jenkins is a plus
- No PHP please

Nice to have
- GraphQL
- 3+ years of Kubernetes

Not required
- Java

We offer
- Health insurance and courses in Rust
`;

describe("requirements", () => {
  test("take their strength from the heading above them", () => {
    expect(asked(POSTING)).toEqual([
      "must javascript",
      "must python",
      "nice jenkins",
      "nice graphql",
      "nice kubernetes",
      "mentioned elixir",
      "mentioned react",
      "mentioned ci-cd",
    ]);
  });

  test.each<[string, string[]]>([
    ["Requirements\n- Java, Kotlin or Scala", ["must java|kotlin|scala"]],
    ["Requirements\n- Experience with React, Vue, or Angular", ["must react|vue|angular"]],
    ["Requirements\n- A modern framework such as React, Vue, Svelte", ["must react|vue|svelte"]],
    ["Requirements\n- Java/Kotlin", ["must java|kotlin"]],
    ["Requirements\n- HTML/CSS", ["must html", "must css"]],
    ["Requirements\n- Java and Docker", ["must java", "must docker"]],
    ["Requirements\n- Python, Docker, Terraform", ["must python", "must docker", "must terraform"]],
    ["Requirements\n- AWS, GCP or similar", ["must aws|gcp"]],
    ["Requirements\n- PostgreSQL, MySQL (or equivalent)", ["must postgresql|mysql"]],
    ["Anforderungen\n- Sehr gute Kenntnisse in Java oder Kotlin", ["must java|kotlin"]],
  ])("read lists of alternatives as one: %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["Requirements\n- No PHP", []],
    ["Requirements\n- We don't use PHP or WordPress", []],
    ["Requirements\n- No prior Kubernetes experience required", []],
    ["Requirements\n- Java experience is not required", []],
    ["Requirements\n- TypeScript instead of CoffeeScript", ["must typescript"]],
    ["Requirements\n- Not only React but also Vue", ["must react", "must vue"]],
    ["Requirements\n- Kein PHP, sondern Python", ["must python"]],
    ["Requirements\n- Don't worry if you don't know Rust, we teach it. You know Python.", ["must python"]],
    ["You don't need:\n- Java\n- Spring Boot", []],
  ])("drop what is negated: %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["Requirements\n- Docker is a plus", ["nice docker"]],
    ["Requirements\n- Ideally you know Kafka", ["nice kafka"]],
    ["Requirements\n- Familiarity with GraphQL", ["nice graphql"]],
    ["Requirements\n- Terraform preferred", ["nice terraform"]],
    ["Requirements\n- Kafka von Vorteil", ["nice kafka"]],
    ["Requirements\n- Not required but nice: Rust, Docker", ["nice rust", "nice docker"]],
    ["Requirements\n- Strong React skills, TypeScript is a plus", ["must react", "nice typescript"]],
    ["Nice to have\n- You must know GraphQL", ["nice graphql"]],
    ["Bonus points:\n- Kubernetes", ["nice kubernetes"]],
    ["Requirements\n- Python\nBonus: Docker", ["must python", "nice docker"]],
  ])("are wishes where the words say so: %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test("in the title are required, with spans into the title", () => {
    const { requirements } = analyze("Join us.", "Senior React Developer");
    expect(requirements).toEqual([
      {
        anyOf: ["react"],
        strength: "must",
        spans: [{ skillId: "react", start: 7, end: 12, quote: "React", inTitle: true }],
      },
    ]);
  });

  test("are merged when named again, at the greatest strength", () => {
    const { requirements } = analyze(
      "Duties\n- Work with React\n\nRequirements\n- 3+ years of React\n\nNice to have\n- React",
    );
    expect(requirements).toHaveLength(1);
    expect(requirements[0]).toMatchObject({ anyOf: ["react"], strength: "must", minYears: 3 });
    expect(requirements[0]?.spans).toHaveLength(3);
  });

  test("stand at exact offsets of the description", () => {
    const { requirements, clauses } = analyze(POSTING);
    for (const { start, end, quote } of [
      ...requirements.flatMap(({ spans }) => spans),
      ...clauses.map(({ span }) => span),
    ]) {
      expect(POSTING.slice(start, end)).toBe(quote);
    }
  });

  test("know headings that only the HTML shows", () => {
    const html =
      "<p><strong>The fun extras</strong></p><h3>Nice to have for the team</h3><ul><li>Rust, Docker</li></ul>";
    expect(asked("The fun extras\n\nNice to have for the team\n\n- Rust, Docker", "Engineer", html)).toEqual([
      "nice rust",
      "nice docker",
    ]);
  });

  test("are read from plain prose as mentions", () => {
    expect(asked("We build with React and Node.js. You must know TypeScript.")).toEqual([
      "must typescript",
      "mentioned react",
      "mentioned nodejs",
    ]);
  });
});

describe("facts of a posting", () => {
  test("are level, family and years", () => {
    expect(analyze("Requirements\n- 3-5 years of experience", "Senior Frontend Engineer")).toMatchObject({
      seniority: "senior",
      roleFamily: "frontend",
      minYears: 3,
      maxYears: 5,
    });
    expect(analyze("Requirements\n- mindestens drei Jahre Berufserfahrung").minYears).toBe(3);
  });

  test.each([
    "We have more than 20 years of experience in the market.",
    "Over the last 5 years we have grown.",
    "Four paid volunteer years ago",
    "Nice to have\n- 5 years of experience",
  ])("do not take other durations for required years: %s", (text) => {
    expect(analyze(text).minYears).toBeUndefined();
  });

  test("are few for an empty description, and nothing fails", () => {
    expect(analyze("", "Rust Engineer")).toMatchObject({
      requirements: [{ anyOf: ["rust"], strength: "must" }],
      clauses: [],
      textLength: 0,
    });
    expect(analyze("", "")).toMatchObject({ requirements: [], clauses: [], terms: [] });
  });

  test("ignore equal-opportunity text and perks", () => {
    const boilerplate = `\n\nWe are an equal opportunity employer and value diversity: all applicants are considered without regard to race, religion or citizenship.\n\nBenefits\n- Health insurance\n- Courses in Python`;
    const { requirements, clauses, terms } = analyze(POSTING);
    expect(analyze(POSTING + boilerplate)).toMatchObject({ requirements, clauses, terms });
  });

  test("always fit what is stored, however large the posting", () => {
    const huge = `Requirements\n${"- Java, Python, Go, Docker or Kubernetes; must be a US citizen with 5+ years of experience\n".repeat(3000)}`;
    expect(postingAnalysisSchema.safeParse(analyze(huge)).error).toBeUndefined();
  });

  test.each([
    ["words without an end", "must years or degree remote in office visa sponsor "],
    ["one endless word", "a"],
    ["signs", "(((,,,///+++###...---"],
    ["skills without an end", "Java, Kotlin or Scala / Go and R, "],
    ["headings", "Requirements: You must: Bonus: "],
    ["lines of nothing", "- \n"],
    ["addresses", "a.b.c@d.e.f/g-h."],
  ])("are read in bounded time, however strange the text: %s", (_, piece) => {
    const start = performance.now();
    analyze(piece.repeat(Math.ceil(200_000 / piece.length)));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
