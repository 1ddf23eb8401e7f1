import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { tablesOf } from "@/db/inventory";
import { executeRows, UNSTORABLE } from "@/db/queries/bulk";
import { auditEntries, jobStates, runs, users } from "@/db/schema";
import { fromCsvCell } from "@/lib/csv";
import { canonical, differences, exportBytes, type Files, filesOf, importBytes, rowsOf } from "@/tests/helpers/archive";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { givenJob } from "@/tests/helpers/jobs";
import { givenRichPerson, rowsOfPerson } from "@/tests/helpers/rich-person";
import type { Manifest } from "./manifest";
import { renewedId } from "./renewed-id";
import { DOCUMENTS } from "./row-schemas";

let person: TestContext & { email: string };
let files: Files;
let manifest: Manifest;

beforeAll(async () => {
  person = await givenRichPerson();
  files = filesOf(await exportBytes(person.ctx));
  manifest = JSON.parse(files["manifest.json"] ?? "");
}, 300_000);

test("the export holds every row of every table that is exported, as JSON and as CSV", async () => {
  const { db } = person.ctx;
  for (const entry of tablesOf("portable", "readable")) {
    const stated = manifest.tables.find(({ name }) => name === entry.key);
    const [row] = await executeRows<{ n: number }>(
      db,
      sql`select count(*)::int as n from ${entry.table} where ${rowsOfPerson(entry, person.userId)}`,
    );
    expect(row?.n, entry.name).toBeGreaterThan(0);
    // The export itself is audited after the snapshot.
    expect(stated?.rows, entry.name).toBe(entry.key === "auditEntries" ? 2 : row?.n);
    const json = rowsOf(files, stated?.file ?? "");
    const csv: Record<string, string>[] = parse(files[stated?.csv ?? ""] ?? "", { columns: true });
    expect([json.length, csv.length], entry.name).toEqual(
      [row?.n, row?.n].map((n) => (entry.key === "auditEntries" ? 2 : n)),
    );
    for (const [at, cells] of csv.entries()) {
      for (const [name, cell] of Object.entries(cells)) {
        const value = json[at]?.[name];
        const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
        expect(fromCsvCell(cell)).toBe(text);
      }
    }
  }
});

test("what is left out is listed with the reason, and no secret is in any file", async () => {
  expect(manifest.leftOut.tables.map(({ name }) => name).sort()).toEqual(
    tablesOf("withheld")
      .map(({ key }) => key)
      .sort(),
  );
  const text = Object.values(files).join("\n");
  expect(text).not.toContain("sealed-secret");
  expect(text).not.toContain("The admin's");
  expect(text).not.toContain("198.51.100.7");
  expect(text).not.toContain(`"userId":`);
  expect(files["README.txt"]).toContain("data/jobs.jsonl");
});

test("export, import, export gives the same hunt, on the same server and beside the first", async () => {
  const second = await createTestContext();
  await person.ctx.db.update(users).set({ name: "" }).where(eq(users.id, second.userId));
  const result = await importBytes(second.ctx, await exportBytes(person.ctx));
  expect(result.rows).toBeGreaterThan(500);
  const again = filesOf(await exportBytes(second.ctx));
  const [before, after] = [canonical(files), canonical(again)];
  expect(differences(before, after).filter(({ table }) => table !== "runs")).toEqual([]);
  for (const { key, name } of tablesOf("portable")) expect(before[key]?.length, name).toBeGreaterThan(0);
  // The one run that was under way is not under way here.
  const { db } = person.ctx;
  expect(after.runs?.length).toBe(before.runs?.length);
  expect(after.runs?.filter((row) => !before.runs?.includes(row))).toHaveLength(1);
  expect(
    await db.$count(runs, sql`${runs.userId} = ${second.userId} and ${runs.status} in ('queued', 'running')`),
  ).toBe(0);
  expect((await db.select().from(users).where(eq(users.id, second.userId)))[0]?.name).toBe("Zoë Ünïcode 名");
  // One act over many jobs is still one act.
  const acts = await db.select().from(jobStates).where(eq(jobStates.userId, second.userId));
  expect(new Set(acts.map(({ changeId }) => changeId)).size).toBe(1);
}, 120_000);

test("a third copy, from the second, is the same once more, and what each wrote is in the log", async () => {
  const [second, third] = [await createTestContext(), await createTestContext()];
  await importBytes(second.ctx, await exportBytes(person.ctx));
  const once = await exportBytes(second.ctx);
  await importBytes(third.ctx, once);
  expect(differences(canonical(filesOf(await exportBytes(third.ctx))), canonical(filesOf(once)))).toEqual([]);
  const log = await person.ctx.db.select().from(auditEntries).where(eq(auditEntries.userId, third.userId));
  expect(log.map(({ action }) => action)).toEqual(["account.imported", "account.exported"]);
}, 120_000);

test("whatever people and boards write survives the way out and back", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 }).filter((value) => !UNSTORABLE.test(value));
  const awkward = fc.oneof(text, fc.constantFrom("=1+1", '"', "\u2028", "\r\n", "null", "{}", "\\", "ﷺ", "🏳️‍🌈"));
  const job = fc.record({
    title: awkward,
    locationText: awkward,
    descriptionText: awkward,
    salaryText: fc.option(awkward),
    salaryMin: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    simhash: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    countries: fc.array(awkward, { maxLength: 3 }),
    postedAt: fc.option(fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(job, { minLength: 1, maxLength: 4 }), async (jobs) => {
      const [from, to] = [await createTestContext(), await createTestContext()];
      for (const each of jobs) await givenJob(from.ctx.db, from.userId, each);
      const before = await exportBytes(from.ctx);
      await importBytes(to.ctx, before);
      const after = await exportBytes(to.ctx);
      expect(differences(canonical(filesOf(before)), canonical(filesOf(after)))).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 300_000);

test("every document column has its shape", () => {
  const documents = tablesOf("portable").flatMap(({ key, columns }) =>
    columns.filter(({ column }) => column.getSQLType() === "jsonb").map((entry) => `${key}.${entry.key}`),
  );
  expect(Object.keys(DOCUMENTS).sort()).toEqual(documents.sort());
});

test("ids are made anew the same way in SQL and here", async () => {
  const id = "7f3c2a10-1b2c-4d3e-8f90-a1b2c3d4e5f6";
  const [row] = await executeRows<{ id: string }>(
    person.ctx.db,
    sql`select overlay(overlay(left(encode(sha256(convert_to('salt' || ${id}, 'UTF8')), 'hex'), 32) placing '8' from 13) placing '8' from 17)::uuid as id`,
  );
  expect(renewedId(id, "salt")).toBe(row?.id);
});
