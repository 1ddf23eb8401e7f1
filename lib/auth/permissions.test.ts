import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROLES } from "@/db/schema/vocabulary";
import { createTestContext } from "@/tests/helpers/context";
import { hasPermission, PERMISSIONS, type Permission, requirePermission } from "./permissions";

const names = Object.keys(PERMISSIONS) as Permission[];

test("docs/permissions.md shows exactly this table", () => {
  const rows = names.map((name) => {
    const { roles, allows } = PERMISSIONS[name];
    const marks = ROLES.map((role) => ((roles as readonly string[]).includes(role) ? "yes" : ""));
    return `| \`${name}\` | ${marks.join(" | ")} | ${allows} |`;
  });
  const shown = readFileSync("docs/permissions.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(shown).toEqual(rows);
});

test.each(names)("%s is held by exactly the roles of the table", async (name) => {
  for (const role of ROLES) {
    const { ctx } = await createTestContext({ role });
    expect(hasPermission(ctx, name)).toBe((PERMISSIONS[name].roles as readonly string[]).includes(role));
  }
});

test("a permission that is missing looks like a page that is missing", async () => {
  const { ctx } = await createTestContext();
  expect(() => requirePermission(ctx, "users:read")).toThrowError(
    expect.objectContaining({ code: "not_found", message: "Not found", denied: "users:read" }),
  );
});

test("an admin's token, an admin's function and a demo visitor hold none", async () => {
  const { ctx, userId, withToken } = await createTestContext({ role: "admin" });
  const demo = await createTestContext({ role: "admin", isDemo: true });
  for (const name of names) {
    expect(hasPermission(withToken("profile:read"), name)).toBe(false);
    expect(hasPermission({ ...ctx, actor: { kind: "system", userId, run: "test" } }, name)).toBe(false);
    expect(hasPermission(demo.ctx, name)).toBe(false);
  }
});
