import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INVENTORY, tablesOf } from "@/db/inventory";
import { executeRows } from "@/db/queries/bulk";
import { eraseOrphanedWork } from "@/db/queries/erase-person";
import * as schema from "@/db/schema";
import { hashPassword } from "@/lib/auth/passwords";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { hashToken } from "@/lib/auth/tokens";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { testDatabase, useOwnDatabase } from "@/tests/helpers/database";
import { givenRichPerson, rowsOfPerson } from "@/tests/helpers/rich-person";
import { deleteAccount } from "./delete";

const PASSWORD = "a long enough sentence";
let passwordHash: string;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  passwordHash = await hashPassword(PASSWORD);
}, 60_000);
afterAll(() => dropDatabase());

async function givenAccount(
  overrides: Parameters<typeof createTestContext>[0] = {},
): Promise<TestContext & { email: string }> {
  const person = await createTestContext(overrides);
  const [user] = await person.ctx.db
    .update(schema.users)
    .set({ passwordHash })
    .where(eq(schema.users.id, person.userId))
    .returning();
  return { ...person, email: user?.email as string };
}

const exists = async (userId: string) => {
  const db = await testDatabase();
  return (await db.$count(schema.users, eq(schema.users.id, userId))) === 1;
};

describe("S30: nothing of a person is left", () => {
  test("a word written into every text of theirs is in no row of any table afterwards, nor in a file", async () => {
    const person = await givenRichPerson();
    const { db } = person.ctx;
    const canary = `canary${randomUUID().replaceAll("-", "")}`;
    const email = `${canary}@example.test`;
    await writeEverywhere(person.userId, canary);
    await db.update(schema.users).set({ email, passwordHash }).where(eq(schema.users.id, person.userId));
    await mentionElsewhere(person.userId, email, canary);
    const found = await tablesHolding(canary, person.userId);
    for (const { name, key } of tablesOf("portable", "readable", "withheld")) {
      // Empty between two transactions.
      if (key !== "dataChanges") expect(found, name).toContain(name);
    }
    const before = await scratchFiles();

    const startedAt = Date.now();
    await deleteAccount(person.ctx, { password: PASSWORD, confirmation: email });

    expect(await tablesHolding(canary, person.userId)).toEqual([]);
    expect(await tablesHolding(hashToken(email), person.userId)).toEqual([]);
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect(await scratchFiles()).toEqual(before);
  }, 300_000);

  test("others keep what is theirs, and the log keeps one line that names nobody", async () => {
    const [leaving, staying] = [await givenAccount(), await givenRichPerson()];
    const { db } = leaving.ctx;
    const counts = async () =>
      Promise.all(
        tablesOf("portable", "readable", "withheld").map(async (entry) => {
          const rows = sql`select count(*)::int as n from ${entry.table} where ${rowsOfPerson(entry, staying.userId)}`;
          return [entry.name, (await executeRows<{ n: number }>(db, rows))[0]?.n];
        }),
      );
    const before = await counts();
    await db.insert(schema.auditEntries).values({
      action: "admin.user_disabled",
      actorId: leaving.userId,
      userId: staying.userId,
      address: "203.0.113.5",
    });
    await deleteAccount(leaving.ctx, { password: PASSWORD, confirmation: leaving.email });
    expect(await counts()).toEqual(before.map(([name, n]) => [name, name === "audit_entries" ? Number(n) + 1 : n]));
    const line = and(eq(schema.auditEntries.action, "account.deleted"), isNull(schema.auditEntries.actorId));
    const lines = await db.select().from(schema.auditEntries).where(line);
    expect(lines.at(-1)).toMatchObject({ userId: null, subjectId: null, address: null, userAgent: null, detail: {} });
    const [theirs] = await db
      .select()
      .from(schema.auditEntries)
      .where(and(eq(schema.auditEntries.userId, staying.userId), isNull(schema.auditEntries.actorId)));
    expect(theirs).toMatchObject({ action: "admin.user_disabled", address: null });
  }, 300_000);

  test("the log stays append-only for everybody else", async () => {
    const { ctx, userId, email } = await givenAccount();
    await deleteAccount(ctx, { password: PASSWORD, confirmation: email });
    expect(await exists(userId)).toBe(false);
    await expect(ctx.db.delete(schema.auditEntries)).rejects.toThrow();
  });

  test("a farewell leaves, and its row in the ledger names nobody", async () => {
    const { ctx, email, userId } = await givenAccount();
    await deleteAccount(ctx, { password: PASSWORD, confirmation: email });
    const mails = await ctx.db
      .select()
      .from(schema.outboxMessages)
      .where(eq(schema.outboxMessages.template, "account-deleted"));
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toContain(email);
    expect(JSON.stringify(mails)).not.toContain(userId);
  });

  test("work written down by a step that was still running is swept", async () => {
    const { ctx, userId, email } = await givenAccount();
    await deleteAccount(ctx, { password: PASSWORD, confirmation: email });
    const id = randomUUID();
    await ctx.db
      .insert(schema.executorEvents)
      .values({ id, name: "x", payload: { id, name: "x", ts: 1, data: { userId } } });
    await ctx.db.insert(schema.executorRuns).values({ functionId: "f", eventId: id, userId });
    expect(await eraseOrphanedWork(ctx.db)).toBe(1);
    expect(await tablesHolding(userId, userId)).toEqual([]);
  });
});

describe("deleting needs proof", () => {
  test.each([
    ["no password", { password: undefined }, "password"],
    ["a wrong password", { password: "another sentence" }, "password"],
    ["another address", { confirmation: "someone@example.test" }, "confirmation"],
  ])("%s is refused at its field, and the account stays", async (_name, change, field) => {
    const { ctx, userId, email } = await givenAccount();
    const refused = deleteAccount(ctx, { password: PASSWORD, confirmation: email, ...change });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { [field]: [expect.any(String)] } });
    expect(await exists(userId)).toBe(true);
  });

  test("with two-step sign-in the code is asked for too", async () => {
    const { ctx, userId, email } = await givenAccount();
    await ctx.db.insert(schema.secondFactors).values({ userId, sealedSecret: "x", confirmedAt: new Date() });
    const refused = deleteAccount(ctx, { password: PASSWORD, confirmation: email });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { code: ["Enter the code"] } });
    expect(await exists(userId)).toBe(true);
  });

  test("without a password, only a fresh sign-in will do", async () => {
    const { ctx, userId, email } = await givenAccount();
    await ctx.db.update(schema.users).set({ passwordHash: null }).where(eq(schema.users.id, userId));
    await expect(deleteAccount(ctx, { confirmation: email })).rejects.toMatchObject({ code: "forbidden" });
    const sid = await openSession(ctx.db, { userId, method: "oauth", now: new Date() });
    const session = await resolveSession(ctx.db, sid, new Date());
    await deleteAccount(
      { ...ctx, actor: { ...ctx.actor, sessionId: session?.sessionId } as never },
      { confirmation: email },
    );
    expect(await exists(userId)).toBe(false);
    expect(await resolveSession(ctx.db, sid, new Date())).toBeUndefined();
  });

  test("a token, a function and a demo visitor cannot", async () => {
    const { ctx, withToken, userId, email } = await givenAccount();
    const input = { password: PASSWORD, confirmation: email };
    await expect(deleteAccount(withToken("profile:write"), input)).rejects.toMatchObject({ code: "forbidden" });
    const actor = { kind: "system", userId, run: "x" } as const;
    await expect(deleteAccount({ ...ctx, actor }, input)).rejects.toMatchObject({ code: "forbidden" });
    const demo = await givenAccount({ isDemo: true });
    await expect(deleteAccount(demo.ctx, { ...input, confirmation: demo.email })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await exists(userId)).toBe(true);
  });

  test("the last admin hands over first; of two, one may go", async () => {
    await (await testDatabase()).update(schema.users).set({ role: "user" });
    const boss = await givenAccount({ role: "admin" });
    const input = { password: PASSWORD, confirmation: boss.email };
    await expect(deleteAccount(boss.ctx, input)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/last admin/),
    });
    expect(await exists(boss.userId)).toBe(true);
    const heir = await givenAccount({ role: "admin" });
    const both = [
      deleteAccount(boss.ctx, input),
      deleteAccount(heir.ctx, { password: PASSWORD, confirmation: heir.email }),
    ];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

/** Puts a word into every text and document of a person, schema-driven, so that a new column is covered at once. */
async function writeEverywhere(userId: string, canary: string): Promise<void> {
  const db = await testDatabase();
  for (const entry of tablesOf("portable", "readable", "withheld")) {
    if (entry.key === "executorEvents") continue;
    const columns = Object.entries(entry.table).flatMap(([key, column]) => {
      const type = (column as { getSQLType?: () => string }).getSQLType?.();
      const isEnum = Boolean((column as { enumValues?: string[] }).enumValues?.length);
      const isKey = entry.pageKey.some((each) => each.key === key) || key === "userId" || key === "eventId" || isEnum;
      return type && !isKey ? [{ column, type }] : [];
    });
    const changes = columns.flatMap(({ column, type }) => {
      const name = sql.identifier(snake((column as { name: string }).name));
      if (type === "text") return [sql`${name} = ${canary} || ctid::text`];
      if (type === "text[]") return [sql`${name} = array[${canary}]`];
      return type === "json" || type === "jsonb"
        ? [sql`${name} = ${JSON.stringify({ canary })}::${sql.raw(type)}`]
        : [];
    });
    if (changes.length === 0) continue;
    await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('joba.erasing', 'on', true)`);
      await tx.execute(
        sql`update ${entry.table} set ${sql.join(changes, sql`, `)} where ${rowsOfPerson(entry, userId)}`,
      );
    });
  }
}

/** Where a person is named without a foreign key: rows of nobody and of other people. */
async function mentionElsewhere(userId: string, email: string, canary: string): Promise<void> {
  const { ctx, userId: other } = await createTestContext({ role: "admin" });
  const { db } = ctx;
  const later = new Date(Date.now() + 86_400_000);
  const id = randomUUID();
  await db
    .insert(schema.executorEvents)
    .values({ id, name: canary, payload: { id, name: canary, ts: 1, data: { userId, canary } } });
  await db.insert(schema.executorMarks).values({ key: `run-search ${userId}`, at: later });
  await db.insert(schema.rateLimits).values(
    [`password:${hashToken(email)}`, `export:${userId}`, `verify:${email}`].map((key) => ({
      key,
      count: 1,
      resetAt: later,
    })),
  );
  await db.insert(schema.outboxMessages).values({
    keyHash: randomUUID(),
    transport: "outbox",
    template: "invitation",
    recipient: email,
    subject: canary,
    state: "waiting",
  });
  await db.insert(schema.invitations).values({ userId: other, email, tokenHash: randomUUID(), expiresAt: later });
  await db
    .insert(schema.auditEntries)
    .values({ action: "admin.role_changed", actorId: userId, userId: other, address: canary, userAgent: canary });
}

async function tablesHolding(word: string, userId: string): Promise<string[]> {
  const db = await testDatabase();
  const names: string[] = [];
  for (const { table, name } of INVENTORY) {
    const [row] = await executeRows<{ n: number }>(
      db,
      sql`select count(*)::int as n from ${table} t where strpos(t::text, ${word}) > 0 or strpos(t::text, ${userId}) > 0`,
    );
    if (row?.n) names.push(name);
  }
  return names;
}

const scratchFiles = async () => (await readdir(tmpdir())).filter((name) => /^joba-[0-9a-f-]{36}$/.test(name));
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
