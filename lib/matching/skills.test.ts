import { describe, expect, test } from "vitest";
import { findSkills, getSkill, skillOfPhrase } from "./skills";

const ids = (text: string) => findSkills(text).map((mention) => mention.skillId);

/** Ambiguous words as plain English; none of these names a technology. */
const PLAIN_ENGLISH = [
  "Go the extra mile for every customer.",
  "You will go to market with the sales team.",
  "Ready to go? Apply today.",
  "Our go-to-market plan is ambitious.",
  "We let ideas go further, together.",
  "Rust never sleeps, and neither do our pipelines of steel.",
  "Protect the hull from rust and corrosion.",
  "A swift response is expected.",
  "Swift action matters in a crisis.",
  "We have built a swift and friendly process.",
  "Join us in Spring 2026.",
  "Our Spring internship starts in March.",
  "Spring cleaning of old processes.",
  "Software Engineer Intern, Spring 2026",
  "You work in R&D with a team of ten.",
  "Present results to C-level executives.",
  "We closed a Series C round.",
  "Vitamin C and a fruit basket are on us.",
  "Plan C is to ask for help.",
  "Express your ideas with confidence.",
  "Express delivery within a day.",
  "The American Express card is accepted.",
  "Less is more.",
  "You need less experience than you think.",
  "Keep a safe workplace.",
  "Safe and sound at home.",
  "An ember of hope.",
  "Playing dart on Fridays.",
  "We spark joy in millions of people.",
  "Spark the imagination of learners.",
  "Our chef cooks lunch every day.",
  "Head Chef wanted for our canteen.",
  "Unity makes us strong.",
  "We believe in unity of purpose.",
  "Put your heart in motion and flow.",
  "A puppet show for the kids.",
  "Keep the vault door closed.",
  "We are a nomad friendly company.",
  "Notion of ownership is central here.",
  "Pick up the slack when a colleague is ill.",
  "A linear career is not required.",
  "Sketch your future with us.",
  "Make an impact from day one.",
  "Move fast and stay kind.",
  "Hack your commute with a bike.",
  "Render support to colleagues in need.",
  "Segment customers by region.",
  "A modal shift to rail transport.",
  "Our instructor led sessions are popular.",
  "Liquid assets under management grew.",
  "Combine curiosity with rigor.",
  "A feast for the eyes.",
  "Echo the voice of the customer.",
  "The meteor shower was visible.",
  "Drink a mocha or a chai in our cafe.",
  "The backbone of our company is trust.",
  "A ray of sunshine.",
  "Crystal clear communication.",
  "Good karma comes back.",
  "Transformers and switchgear for the power grid.",
  "Excel in everything you do.",
  "Windows of opportunity are short.",
  "A rocket launch every week.",
  "The cargo arrives by ship.",
];

describe("words that are also plain English", () => {
  test.each(PLAIN_ENGLISH)("finds nothing in: %s", (sentence) => {
    expect(ids(sentence)).toEqual([]);
  });

  test("has at least sixty of them", () => {
    expect(PLAIN_ENGLISH.length).toBeGreaterThanOrEqual(60);
  });
});

test.each<[string, string[]]>([
  ["Experience with Go and PostgreSQL", ["go", "postgresql"]],
  ["Senior Rust Engineer", ["rust"]],
  ["Backend Engineer (Go)", ["backend-development", "go"]],
  ["Strong knowledge of Go or Rust", ["go", "rust"]],
  ["Languages: Go, R, C, C++, C#", ["go", "r", "c", "cpp", "csharp"]],
  ["iOS apps written in Swift", ["ios", "swift"]],
  ["Java, Spring, Hibernate", ["java", "spring", "hibernate"]],
  ["Node.js (Express, Koa)", ["nodejs", "express", "koa"]],
  ["Statistical modeling with R, Python", ["statistics", "r", "python"]],
  ["C/C++ for microcontrollers", ["c", "cpp", "embedded-systems"]],
  ["java\nspring\ndocker", ["java", "spring", "docker"]],
  ["Spark jobs on AWS", ["spark", "aws"]],
  ["Chef, Puppet or Ansible", ["chef", "puppet", "ansible"]],
  ["Erfahrung mit Go und Kubernetes", ["go", "kubernetes"]],
])("reads ambiguous names from their surroundings: %s", (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["We use . NET and ASP.NET Core", ["dotnet", "aspnet"]],
  ["Node JS, NodeJS, Node.js 20", ["nodejs", "nodejs", "nodejs"]],
  ["java/python", ["java", "python"]],
  ["CI / CD", ["ci-cd"]],
  ["Java 17 and Python3.12", ["java", "python"]],
  ["k8s on GCP", ["kubernetes", "gcp"]],
  ["React.js/Next.js", ["react", "nextjs"]],
  ["HTML5/CSS3", ["html", "css"]],
  ["react-native", ["react-native"]],
  ["React Native, React", ["react-native", "react"]],
  ["amazon-web-services", ["aws"]],
  ["Postgres, MS SQL", ["postgresql", "sql-server"]],
  ["REST and GraphQL APIs", ["rest-api", "graphql"]],
  ["RAG with LangChain and an MCP server", ["rag", "langchain", "mcp"]],
  ["F# or VB.NET", ["fsharp", "visual-basic"]],
])("keeps the signs that belong to names: %s", (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test("does not read skills out of addresses", () => {
  expect(ids("See https://react.dev/learn, github.com/acme/python or docker@example.com")).toEqual([]);
});

test("quotes the text at its offsets, also after characters of two code units", () => {
  const text = "🚀 We ❤️ TypeScript, C# and Node JS";
  const mentions = findSkills(text);
  expect(mentions.map((mention) => mention.quote)).toEqual(["TypeScript", "C#", "Node JS"]);
  for (const { start, end, quote } of mentions) expect(text.slice(start, end)).toBe(quote);
});

test("knows what a phrase as a whole names, without asking for context", () => {
  expect(skillOfPhrase("Go")?.id).toBe("go");
  expect(skillOfPhrase(" React.js ")?.id).toBe("react");
  expect(skillOfPhrase("React and more")).toBeUndefined();
  expect(getSkill("react")?.name).toBe("React");
  expect(getSkill("nothing-like-this")).toBeUndefined();
});

test("reads a long text in time that grows with its length", () => {
  const paragraph = "We use React, TypeScript and Node.js, and we go far with express delivery of value. ";
  const time = (text: string) => {
    const start = performance.now();
    findSkills(text);
    return performance.now() - start;
  };
  time(paragraph.repeat(50));
  const short = Math.min(time(paragraph.repeat(200)), time(paragraph.repeat(200)));
  const long = Math.min(time(paragraph.repeat(2000)), time(paragraph.repeat(2000)));
  expect(long).toBeLessThan(Math.max(short, 2) * 60);
});
