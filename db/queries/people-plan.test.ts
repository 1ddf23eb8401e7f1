import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase, useOwnDatabase } from "@/tests/helpers/database";
import { listAuditRows, listOwnAuditRows } from "./audit";
import { executeRows } from "./bulk";
import { listPeopleRows } from "./people";

let dropDatabase: () => Promise<void>;
let db: Database;
let userId: string;
const now = new Date();
const after = { at: now, id: "80000000-0000-4000-8000-000000000000" };

beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  db = await testDatabase();
  ({ userId } = await createTestContext());
  await db.execute(sql`
    insert into users (id, email, name) select gen_random_uuid(), 'p' || n || '@example.test', 'P' from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into sessions (user_id, sid_hash, expires_at) select id, id::text, now() + interval '1 day' from users`);
  // One person seldom in it, at the old end: walking the whole log for them would show.
  await db.execute(sql`
    insert into audit_entries (action, at, actor_id, user_id)
    select 'account.signed_in', now() - n * interval '1 minute', u, u
    from (select n, ('00000000-0000-4000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid u from generate_series(1, 30000) n) s`);
  await db.execute(sql`
    insert into audit_entries (action, at, actor_id, user_id)
    select 'account.signed_in', now() - interval '300 days', ${userId}::uuid, ${userId}::uuid from generate_series(1, 20)`);
  await db.execute(sql`analyze`);
}, 120_000);
afterAll(() => dropDatabase());

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

/** Every node of the plan of a query as it really ran. */
async function nodesOf(query: SQLWrapper): Promise<Plan[]> {
  const [row] = await executeRows<{ "QUERY PLAN": { Plan: Plan }[] }>(db, sql`explain (analyze, format json) ${query}`);
  const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];
  return (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => flatten(Plan));
}

test.each([
  ["the whole log", () => listAuditRows(db, { limit: 51 })],
  ["its next page", () => listAuditRows(db, { limit: 51, after })],
  ["some days of it", () => listAuditRows(db, { limit: 51, from: new Date(now.getTime() - 86_400_000), until: now })],
  ["one person of it", () => listAuditRows(db, { limit: 51, personId: userId })],
  ["a person's next page", () => listAuditRows(db, { limit: 51, personId: userId, after })],
  ["a person's own activity", () => listOwnAuditRows(db, { userId, limit: 21 })],
])("%s is read along an index", async (_name, query) => {
  const nodes = (await nodesOf(query())).filter((node) => node["Relation Name"] === "audit_entries");
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    expect(node["Node Type"]).not.toBe("Seq Scan");
    expect(node["Rows Removed by Filter"] ?? 0).toBeLessThan(200);
  }
});

test("a page of people reads a page of people and only their sessions", async () => {
  const page = { now, idleSince: new Date(0), filter: "all", limit: 51 } as const;
  for (const query of [listPeopleRows(db, page), listPeopleRows(db, { ...page, after: "p2500@example.test" })]) {
    for (const node of await nodesOf(query)) {
      if (node["Relation Name"] === "users") expect(node["Node Type"]).toBe("Index Scan");
      if (node["Relation Name"] === "sessions") expect(node["Node Type"]).not.toBe("Seq Scan");
    }
  }
});
