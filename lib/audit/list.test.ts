import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deleteOldAuditRows } from "@/db/queries/audit";
import { auditEntries } from "@/db/schema";
import { AUDIT_ACTIONS } from "@/db/schema/vocabulary";
import { createTestContext } from "@/tests/helpers/context";
import { listActivity, listAuditEntries } from "./list";
import { recordAudit } from "./service";
import { AUDIT_TOPICS, type AuditTopic, actionsOf, describeAudit } from "./words";

const admin = () => createTestContext({ role: "admin" });

test("the log is append-only: UPDATE and DELETE are refused unless the transaction says it erases", async () => {
  const { ctx, userId } = await createTestContext();
  await recordAudit(ctx, { action: "account.signed_in" });
  const mine = eq(auditEntries.userId, userId);
  const refused = { cause: expect.objectContaining({ message: expect.stringMatching(/append-only/) }) };
  await expect(ctx.db.update(auditEntries).set({ action: "account.signed_out" }).where(mine)).rejects.toMatchObject(
    refused,
  );
  await expect(ctx.db.delete(auditEntries).where(mine)).rejects.toMatchObject(refused);
  expect(await ctx.db.$count(auditEntries, mine)).toBe(1);
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('joba.erasing', 'on', true)`);
    await tx.delete(auditEntries).where(mine);
  });
  expect(await ctx.db.$count(auditEntries, mine)).toBe(0);
  // The leave ends with its transaction.
  await recordAudit(ctx, { action: "account.signed_in" });
  await expect(ctx.db.delete(auditEntries).where(mine)).rejects.toMatchObject(refused);
});

test("lines older than the retention go, younger ones stay", async () => {
  const { ctx, userId, setNow } = await createTestContext();
  const now = Date.now();
  for (const days of [800, 600, 5]) {
    setNow(new Date(now - days * 86_400_000));
    await recordAudit(ctx, { action: "account.signed_in" });
  }
  expect(await deleteOldAuditRows(ctx.db, { before: new Date(now - 500 * 86_400_000) })).toBeGreaterThanOrEqual(2);
  expect(await ctx.db.$count(auditEntries, eq(auditEntries.userId, userId))).toBe(1);
});

test("an admin pages through everything, by person, topic and day", async () => {
  const [boss, person] = await Promise.all([admin(), createTestContext()]);
  const days = ["2020-03-01", "2020-03-02", "2020-03-03"];
  for (const day of days) {
    person.setNow(new Date(`${day}T23:59:59Z`));
    await recordAudit(person.ctx, { action: "account.signed_in" });
    await recordAudit(person.ctx, { action: "token.created", detail: { name: "cron" } });
  }
  const { userId } = person;
  const first = await listAuditEntries(boss.ctx, { person: userId, limit: 4 });
  const second = await listAuditEntries(boss.ctx, { person: userId, limit: 4, cursor: first.nextCursor });
  const all = [...first.entries, ...second.entries];
  expect(all.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(days.toReversed().flatMap((day) => [day, day]));
  expect(new Set(all.map(({ id }) => id)).size).toBe(6);
  expect(second.nextCursor).toBeUndefined();
  expect(all[0]).toMatchObject({ actorEmail: expect.stringMatching(/@/), userEmail: expect.stringMatching(/@/) });

  const on = (from?: string, until?: string) => listAuditEntries(boss.ctx, { person: userId, from, until });
  expect((await on("2020-03-02")).entries).toHaveLength(4);
  expect((await on(undefined, "2020-03-01")).entries).toHaveLength(2);
  expect((await on("2020-03-02", "2020-03-02")).entries).toHaveLength(2);
  const byAddress = await listAuditEntries(boss.ctx, { person: ` ${all[0]?.userEmail?.toUpperCase()} ` });
  expect(byAddress.entries).toHaveLength(6);
  const tokens = await listAuditEntries(boss.ctx, { person: userId, actions: actionsOf("sessions", AUDIT_ACTIONS) });
  expect(tokens.entries.map(({ action }) => action)).toEqual(["token.created", "token.created", "token.created"]);
});

test("people see what touched their own account, and of an admin only that it was one", async () => {
  const [boss, person, stranger] = await Promise.all([admin(), createTestContext(), createTestContext()]);
  const origin = { address: "192.0.2.1", userAgent: "Safari" };
  await recordAudit({ ...person.ctx, origin }, { action: "account.signed_in" });
  await recordAudit({ ...boss.ctx, origin }, { action: "admin.sessions_revoked", userId: person.userId });
  const { entries } = await listActivity(person.ctx);
  expect(entries.map(({ action, isByAdmin, address }) => ({ action, isByAdmin, address }))).toEqual([
    { action: "admin.sessions_revoked", isByAdmin: true, address: null },
    { action: "account.signed_in", isByAdmin: undefined, address: "192.0.2.1" },
  ]);
  expect(JSON.stringify(entries)).not.toContain(boss.userId);
  expect((await listActivity(stranger.ctx)).entries).toEqual([]);
  await expect(listActivity(person.withToken("profile:read"))).rejects.toMatchObject({ code: "not_found" });
  for (const ctx of [person.ctx, boss.withToken("profile:read")]) {
    await expect(listAuditEntries(ctx)).rejects.toMatchObject({ code: "not_found", message: "Not found" });
  }
});

test("bad filters and forged page markers are refused", async () => {
  const { ctx } = await admin();
  await expect(listAuditEntries(ctx, { cursor: "x.y" })).rejects.toMatchObject({ code: "invalid" });
  await expect(listAuditEntries(ctx, { from: "2020-02-31" })).rejects.toThrow();
  for (const person of ["1 or 1=1", "nobody@example.test", randomUUID()]) {
    expect((await listAuditEntries(ctx, { person })).entries).toEqual([]);
  }
});

test("every action reads as words, and every one is found under a topic", () => {
  const topics = Object.keys(AUDIT_TOPICS) as AuditTopic[];
  for (const action of AUDIT_ACTIONS) {
    const words = describeAudit({ action, detail: {} }, "your");
    expect(words).toMatch(/^[a-z]/);
    expect(words).not.toMatch(/undefined|null|_/);
    expect(topics.filter((topic) => actionsOf(topic, AUDIT_ACTIONS).includes(action)).length).toBeGreaterThan(0);
  }
  expect(describeAudit({ action: "admin.role_changed", detail: { from: "user", to: "admin" } }, "Ada’s")).toBe(
    "changed Ada’s role from user to admin",
  );
});
