import { is, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { testDatabase } from "@/tests/helpers/database";
import { INVENTORY, tablesOf } from "./inventory";
import { executeRows } from "./queries/bulk";
import * as schema from "./schema";

const PERSONAL = tablesOf("portable", "readable", "withheld");

describe("no table can be forgotten", () => {
  test("every table of the schema is classified, once", () => {
    const tables = Object.entries(schema).filter(([, value]) => is(value, PgTable));
    expect(tables.length).toBeGreaterThan(25);
    expect(INVENTORY.map(({ key }) => key).sort()).toEqual(tables.map(([key]) => key).sort());
  });

  test("every table and column of a migrated database is known", async () => {
    const rows = await executeRows<{ place: string }>(
      await testDatabase(),
      sql`select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`,
    );
    const known = INVENTORY.flatMap(({ name, table }) =>
      Object.keys(table)
        .filter((key) => key !== "enableRLS")
        .map((key) => `${name}.${toSnakeCase(key)}`),
    );
    expect(rows.map(({ place }) => place).sort()).toEqual(known.sort());
  });

  test("whatever names a person, or hangs on what does, belongs to somebody", () => {
    const personal = new Set(PERSONAL.map(({ table }) => table));
    for (const { table, name } of tablesOf("impersonal")) {
      const { columns, foreignKeys } = getTableConfig(table);
      expect(
        columns.map((column) => column.name.toLowerCase()).filter((key) => /user|email/.test(key)),
        name,
      ).toEqual([]);
      expect(
        foreignKeys.filter((key) => personal.has(key.reference().foreignTable as PgTable)),
        name,
      ).toEqual([]);
    }
  });

  test("what moves goes with its person by a foreign key", () => {
    for (const { table, owner, name } of tablesOf("portable")) {
      expect(owner, name).toBeDefined();
      const key = getTableConfig(table).foreignKeys.find((each) => each.reference().columns[0] === owner?.column);
      expect([key?.onDelete, key?.reference().foreignTable === schema.users], name).toEqual(["cascade", true]);
    }
  });

  test("every table kept out of an import says why", () => {
    for (const { rule, name } of tablesOf("readable", "withheld")) expect(rule.because, name).toBeTruthy();
  });
});

describe("no column slips out", () => {
  const HARMLESS = new Set(["contentHash", "requestHash", "simhash"]);

  test("nothing that is named like a secret is in a file", () => {
    const out = tablesOf("portable", "readable").flatMap(({ columns, name }) =>
      columns
        .filter(({ key }) => /hash|secret|sealed|token|password/i.test(key) && !HARMLESS.has(key))
        .map(({ key }) => `${name}.${key}`),
    );
    expect(out).toEqual(["users.passwordChangedAt"]);
  });

  test("a column that holds an id says what the id is", () => {
    const plain = new Set(["sourceId", "externalId", "providerAccountId"]);
    const unsaid = tablesOf("portable").flatMap(({ columns, name }) =>
      columns
        .filter(({ key, role, column }) => (/Id$/.test(key) || column.getSQLType() === "uuid") && role === "fact")
        .filter(({ key }) => !plain.has(key))
        .map(({ key }) => `${name}.${key}`),
    );
    expect(unsaid).toEqual([]);
  });

  test("a table follows those it points into, and portable ones point at nothing that stays behind", () => {
    const portable = tablesOf("portable");
    for (const [at, { columns, name }] of portable.entries()) {
      for (const { to } of columns.filter(({ role }) => role === "reference")) {
        const target = portable.findIndex(({ key }) => key === to);
        expect(target, `${name} → ${to}`).toBeGreaterThanOrEqual(0);
        expect(target, `${name} → ${to}`).toBeLessThan(at);
      }
    }
  });
});
