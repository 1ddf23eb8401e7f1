import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { jobs } from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { givenJob, givenManyJobs } from "@/tests/helpers/jobs";
import { executeRows } from "./bulk";
import { findJobSearch, hitsOf, withWordIndex } from "./job-search";

let db: Database;
let userId: string;

const TITLES = {
  csharp: ["C# Developer", "You write C# on .NET 8 and some F#."],
  aspnet: ["Web Developer", "ASP.NET Core, CI/CD with pipelines."],
  node: ["Node.js Engineer", "Express, NodeJS tooling and React.js."],
  cpp: ["Embedded Engineer", "Modern C++17 for devices."],
  java: ["Java Engineer", "java/python on the backend."],
  javascript: ["JavaScript Engineer", "Full-stack work at L'Oréal in Zürich."],
  kube: ["Platform Engineer (Kubernetes)", "Distributed systems, senior engineers only."],
} as const;
type Name = keyof typeof TITLES;
const ids = new Map<string, Name>();

beforeAll(async () => {
  const person = await createTestContext();
  db = person.ctx.db;
  userId = person.userId;
  for (const [name, [title, descriptionText]] of Object.entries(TITLES)) {
    ids.set((await givenJob(db, userId, { title, descriptionText })).id, name as Name);
  }
  const stranger = await createTestContext();
  await givenJob(db, stranger.userId, { title: "C# Node.js Kubernetes Java Developer" });
});

async function find(q: string) {
  return withWordIndex(db, async (tx) => {
    const search = await findJobSearch(tx, { userId, q });
    const found = search.ids?.map((id) => ({ id })) ?? [];
    const rows = search.tsquery
      ? await executeRows<{ id: string }>(tx, sql`with ${hitsOf(userId, search.tsquery)} select id from hits`)
      : found;
    return { ...search, names: rows.map(({ id }) => ids.get(id) ?? "a stranger's").sort() };
  });
}

describe("words", () => {
  test.each<[string, Name[]]>([
    ["c#", ["csharp"]],
    ["C# developer", ["csharp"]],
    [".net", ["aspnet", "csharp"]],
    ["asp.net", ["aspnet"]],
    ["f#", ["csharp"]],
    ["c++", ["cpp"]],
    ["node.js", ["node"]],
    ["NodeJS", ["node"]],
    ["node js", ["node"]],
    ["react", ["node"]],
    ["ci/cd", ["aspnet"]],
    ["CI / CD", ["aspnet"]],
    ["java", ["java"]],
    ["python java", ["java"]],
    ["zurich", ["javascript"]],
    ["loréal", ["javascript"]],
    ["full-stack", ["javascript"]],
    ["engineers -java -node.js -javascript -embedded", ["kube"]],
    ['"distributed systems"', ["kube"]],
    ["c++ OR f#", ["cpp", "csharp"]],
    ['engineer -"full stack" -c++ -kubernetes -java', ["node"]],
  ])("%s finds what it says", async (q, names) => {
    const found = await find(q);
    expect(found.mode).toBe("exact");
    expect(found.names).toEqual(names);
  });

  test("a phrase the wrong way round finds nothing by words", async () => {
    expect((await find('"systems distributed"')).mode).toBe("similar");
  });

  test.each<[string, Name[]]>([
    ["kube", ["kube"]],
    ["senior engineers distrib", ["kube"]],
    ["javasc", ["javascript"]],
  ])("%s finds longer forms of its last word", async (q, names) => {
    const found = await find(q);
    expect(found.mode).toBe("prefix");
    expect(found.names).toEqual(names);
  });

  test.each([
    ["kuberntes", "kubernetes"],
    ["javscript", "javascript"],
    ["platfrom engineer", "platform engineer"],
  ])("%s is taken for %s", async (typed, meant) => {
    expect((await find(typed)).didYouMean).toBe(meant);
  });

  test("a typo still finds jobs with similar titles", async () => {
    expect((await find("kuberntes")).names).toEqual(["kube"]);
  });

  test.each(["", "the", "!!!", "---", '""', "()&|"])("%j holds no words", async (q) => {
    expect((await find(q)).mode).toBe("none");
  });
});

test("another person's jobs are never found", async () => {
  for (const q of ["c#", "kubernetes", "node.js", "-zzz", "kuberntes"]) {
    expect((await find(q)).names).not.toContain("a stranger's");
  }
});

test("hostile words are answered within 200 ms", async () => {
  const crowd = await createTestContext();
  await givenManyJobs(db, crowd.userId, 1_000, 2);
  const hostile = [
    "a!b!".repeat(50),
    "((((".repeat(50),
    '"'.repeat(199),
    "-".repeat(200),
    "a OR ".repeat(40),
    "e:* & !!x <-> | ".repeat(12),
    "%_%".repeat(66),
    "e".repeat(200),
    "\\' ".repeat(60),
    "en er es et ".repeat(16),
  ];
  for (const q of hostile) {
    const times: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const startedAt = performance.now();
      await withWordIndex(db, (tx) => findJobSearch(tx, { userId: crowd.userId, q: q.slice(0, 200) }));
      times.push(performance.now() - startedAt);
    }
    // The best of three: other processes on the machine are not what is judged.
    expect(Math.min(...times), q).toBeLessThan(200);
  }
});

test("the text vector is rebuilt when words change and left alone otherwise", async () => {
  const { id } = await givenJob(db, userId, { title: "Cobol Wizard" });
  const find = () =>
    executeRows<{ same: boolean }>(db, sql`select search = ''::tsvector as same from jobs where id = ${id}`);
  await db.execute(sql`alter table jobs disable trigger jobs_search_update`);
  await db.update(jobs).set({ search: "" }).where(eq(jobs.id, id));
  await db.execute(sql`alter table jobs enable trigger jobs_search_update`);

  await db
    .update(jobs)
    .set({ lastSeenAt: new Date(), closedAt: new Date(), title: "Cobol Wizard" })
    .where(eq(jobs.id, id));
  expect(await find()).toEqual([{ same: true }]);
  await db.update(jobs).set({ title: "Fortran Wizard" }).where(eq(jobs.id, id));
  expect(await find()).toEqual([{ same: false }]);
});
