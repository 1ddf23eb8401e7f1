import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase, useOwnDatabase } from "@/tests/helpers/database";
import { changeRole, disablePerson } from "./manage";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());

const demoteEverybody = async () => (await testDatabase()).update(users).set({ role: "user" });

const countAdmins = async () =>
  (await testDatabase()).$count(users, and(eq(users.role, "admin"), isNull(users.disabledAt)));

const reason = "a quarrel";
const demote = (ctx: Context, id: string) => changeRole(ctx, { id, role: "user" });
const disable = (ctx: Context, id: string) => disablePerson(ctx, { id, reason });

test.each([
  ["demote", demote, demote],
  ["disable", disable, disable],
  ["demote and disable", demote, disable],
])("two admins who %s each other at once: one remains", async (_name, first, second) => {
  for (let round = 0; round < 5; round++) {
    await demoteEverybody();
    const [ada, bo] = await Promise.all([createTestContext({ role: "admin" }), createTestContext({ role: "admin" })]);
    const results = await Promise.allSettled([first(ada.ctx, bo.userId), second(bo.ctx, ada.userId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await countAdmins()).toBe(1);
  }
});

test("the last admin cannot be taken away even by a request that still believes it is one", async () => {
  await demoteEverybody();
  const [ada, bo] = await Promise.all([createTestContext({ role: "admin" }), createTestContext({ role: "admin" })]);
  await demote(ada.ctx, bo.userId);
  await expect(demote(bo.ctx, ada.userId)).rejects.toMatchObject({ code: "not_found" });
  await expect(disable(bo.ctx, ada.userId)).rejects.toMatchObject({ code: "not_found" });
  expect(await countAdmins()).toBe(1);
});
