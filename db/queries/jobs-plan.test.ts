import { type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { createTestContext } from "@/tests/helpers/context";
import { givenManyJobs } from "@/tests/helpers/jobs";
import { executeRows } from "./bulk";
import { countFacets } from "./job-facets";
import type { JobListFilters, JobScope } from "./job-filters";
import { findJobSearch, withWordIndex } from "./job-search";
import { type JobOrder, listJobCards, listJobIds } from "./jobs";

const NO_FILTERS: JobListFilters = {
  states: ["inbox", "saved"],
  bands: [],
  isEligibleOnly: false,
  workplaces: [],
  countries: [],
  employmentTypes: [],
  seniorities: [],
  sources: [],
  companies: [],
  isUnknownPayHidden: false,
  closed: "hide",
};
const FILTERED: JobListFilters = {
  ...NO_FILTERS,
  minScore: 60,
  isEligibleOnly: true,
  workplaces: ["remote", "hybrid"],
  countries: ["DE", "unknown"],
  seniorities: ["senior", "unknown"],
  sources: ["ashby"],
  pay: { min: 90_000, currency: "EUR" },
};
const POSITIONS = {
  score: "70",
  date: "2030-01-01T00:00:00Z",
  salary: "120000",
  relevance: "0.5",
};

let db: Database;
let userId: string;

beforeAll(async () => {
  const person = await createTestContext();
  const other = await createTestContext();
  await givenManyJobs(other.ctx.db, other.userId, 15_000, 1);
  db = person.ctx.db;
  userId = person.userId;
  await givenManyJobs(db, userId, 5_000, 2);
}, 300_000);

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Plan[];
}

/** The plan nodes of every statement that `run` executes, while it runs for real. */
async function nodesOf(on: Database, run: (db: Database) => Promise<unknown>): Promise<Plan[]> {
  const nodes: Plan[] = [];
  const walk = (plan: Plan): void => {
    nodes.push(plan);
    plan.Plans?.forEach(walk);
  };
  const watch = (inner: Database): Database =>
    new Proxy(inner, {
      get(target, name) {
        if (name !== "execute") return Reflect.get(target, name);
        return async (query: SQLWrapper) => {
          const [row] = await executeRows<{ "QUERY PLAN": { Plan: Plan }[] }>(
            target,
            sql`explain (format json) ${query}`,
          );
          const [plan] = row?.["QUERY PLAN"] ?? [];
          if (plan) walk(plan.Plan);
          return target.execute(query as never);
        };
      },
    });
  await run(watch(on));
  return nodes;
}

function expectIndexed(nodes: Plan[]): void {
  expect(nodes.length).toBeGreaterThan(0);
  const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
  expect(scanned.filter((name) => name === "jobs" || name === "listed_jobs")).toEqual([]);
  expect(nodes.some((node) => node["Index Name"] !== undefined)).toBe(true);
}

const orders: JobOrder[] = ["score", "date", "salary"];

describe.each([
  ["no filters", NO_FILTERS],
  ["many filters", FILTERED],
])("a list with %s", (_name, filters) => {
  test.each(orders)("sorted by %s reads an index and never all jobs", async (order) => {
    for (const after of [undefined, { key: POSITIONS[order], id: "80000000-0000-4000-8000-000000000000" }]) {
      expectIndexed(
        await nodesOf(db, (inner) => listJobIds(inner, { scope: { userId }, filters, order, limit: 51, after })),
      );
    }
  });

  test.each([...orders, "relevance" as const])(
    "of rare and common words sorted by %s reads an index and never all jobs",
    async (order) => {
      for (const q of ["word1234", "react", '"distributed systems" -java']) {
        const nodes = await withWordIndex(db, async (tx) => {
          const search = await findJobSearch(tx, { userId, q });
          const scope: JobScope = { userId, tsquery: search.tsquery, isCommon: search.isCommon };
          return nodesOf(tx, (inner) => listJobIds(inner, { scope, filters, order, limit: 51 }));
        });
        expectIndexed(nodes);
      }
    },
  );
});

test("the first page of a plain list is one short index scan in order", async () => {
  const nodes = await nodesOf(db, (inner) =>
    listJobIds(inner, { scope: { userId }, filters: NO_FILTERS, order: "score", limit: 51 }),
  );
  expect(nodes.map((node) => node["Index Name"])).toContain("listed_jobs_user_id_score_job_id_index");
});

test("the rows of a page are fetched by key", async () => {
  const page = await listJobIds(db, { scope: { userId }, filters: NO_FILTERS, order: "score", limit: 50 });
  const cards = listJobCards(db, { userId, ids: page.map(({ id }) => id) });
  expectIndexed(await nodesOf(db, (inner) => inner.execute(cards as never)));
});

test("counting touches no wide row", async () => {
  const nodes = await nodesOf(db, (inner) => countFacets(inner, { scope: { userId }, filters: FILTERED }));
  expect(nodes.filter((node) => node["Relation Name"] === "jobs")).toEqual([]);
});

test("with words, walking and fetching find the same jobs", async () => {
  for (const order of [...orders, "relevance" as const]) {
    await withWordIndex(db, async (tx) => {
      const search = await findJobSearch(tx, { userId, q: "react" });
      const query = { filters: { ...NO_FILTERS, countries: ["DE"] }, order, limit: 31 };
      const walked = await listJobIds(tx, { ...query, scope: { userId, tsquery: search.tsquery, isCommon: true } });
      const fetched = await listJobIds(tx, { ...query, scope: { userId, tsquery: search.tsquery } });
      expect(walked).toHaveLength(31);
      expect(walked).toEqual(fetched);
    });
  }
});
