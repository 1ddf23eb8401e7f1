import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteSecondFactor, findSecondFactor, upsertPendingFactor } from "@/db/queries/second-factors";
import { auditEntries, users } from "@/db/schema";
import { verifyPassword } from "@/lib/auth/passwords";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase, useOwnDatabase } from "@/tests/helpers/database";
import { type Desk, disableTwoStepByHand, enableByHand, resetPasswordByHand, setRoleByHand } from "./rescue";

let dropDatabase: () => Promise<void>;
let desk: Desk;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  desk = { db: await testDatabase(), now: () => new Date() };
});
afterAll(() => dropDatabase());

async function givenPerson(patch: Partial<typeof users.$inferInsert> = {}) {
  const { userId } = await createTestContext();
  const [row] = await desk.db
    .update(users)
    .set({ name: "Ada", ...patch })
    .where(eq(users.id, userId))
    .returning();
  return { id: userId, email: row?.email ?? "" };
}

const load = async (id: string) => (await desk.db.select().from(users).where(eq(users.id, id)))[0];

test("a self-hoster without an admin promotes somebody, and the last admin stays one", async () => {
  const [ada, bo] = [await givenPerson(), await givenPerson()];
  await setRoleByHand(desk, { email: ` ${ada.email.toUpperCase()} `, role: "admin" });
  expect((await load(ada.id))?.role).toBe("admin");
  await expect(setRoleByHand(desk, { email: ada.email, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
  await expect(setRoleByHand(desk, { email: ada.email, role: "user" })).rejects.toMatchObject({
    message: expect.stringMatching(/last admin/),
  });
  await setRoleByHand(desk, { email: bo.email, role: "admin" });
  await setRoleByHand(desk, { email: ada.email, role: "user" });
  expect((await load(ada.id))?.role).toBe("user");
  const lines = await desk.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.userId, ada.id), eq(auditEntries.action, "admin.role_changed")));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatchObject({ actorId: null, detail: { by: "command line" } });
});

test("a new password replaces the old one and ends every session", async () => {
  const { id, email } = await givenPerson();
  const sid = await openSession(desk.db, { userId: id, method: "password", now: new Date() });
  const { password } = await resetPasswordByHand(desk, { email });
  expect(password).toHaveLength(24);
  expect(await verifyPassword((await load(id))?.passwordHash, password)).toBe(true);
  expect(await resolveSession(desk.db, sid, new Date())).toBeUndefined();
});

test("a disabled account is opened again before its password can be replaced", async () => {
  const { id, email } = await givenPerson({ disabledAt: new Date() });
  await expect(resetPasswordByHand(desk, { email })).rejects.toMatchObject({ code: "conflict" });
  await enableByHand(desk, { email });
  expect((await load(id))?.disabledAt).toBeNull();
  await expect(enableByHand(desk, { email })).rejects.toMatchObject({ code: "conflict" });
});

test("a lost authenticator no longer bars the way", async () => {
  const { id, email } = await givenPerson();
  await expect(disableTwoStepByHand(desk, { email })).rejects.toMatchObject({ code: "conflict" });
  await upsertPendingFactor(desk.db, { userId: id, sealedSecret: "sealed", now: new Date() });
  await disableTwoStepByHand(desk, { email });
  expect(await findSecondFactor(desk.db, { userId: id })).toBeUndefined();
  await deleteSecondFactor(desk.db, { userId: id });
});

test("nobody, nonsense and demo visitors are said to be nobody", async () => {
  const demo = await givenPerson({ isDemo: true });
  for (const email of ["nobody@example.test", "not an address", demo.email]) {
    await expect(setRoleByHand(desk, { email, role: "admin" })).rejects.toMatchObject({ code: "not_found" });
  }
});
