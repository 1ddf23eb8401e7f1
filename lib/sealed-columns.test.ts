import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { and, eq, getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { SEALED_COLUMNS } from "@/db/queries/sealed-columns";
import * as schema from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase, useOwnDatabase } from "@/tests/helpers/database";

const KEYS = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];
let dispose: () => Promise<void>;
beforeAll(async () => {
  dispose = await useOwnDatabase();
});
afterAll(() => dispose());
beforeEach(async () => {
  vi.unstubAllEnvs();
  const db = await testDatabase();
  for (const table of [schema.sourceSettings, schema.secondFactors, schema.idempotencyKeys]) await db.delete(table);
});

/** A server that was started with these keys. */
async function serverWith(key: string, old = "") {
  vi.stubEnv("ENCRYPTION_KEY", key);
  vi.stubEnv("ENCRYPTION_KEYS_OLD", old);
  vi.resetModules();
  const [secrets, columns, { sourceKeyAad }, { factorSecretAad }, { idempotencyAad }] = await Promise.all([
    import("@/lib/secrets"),
    import("@/lib/sealed-columns"),
    import("@/lib/sources/settings"),
    import("@/lib/users/second-factor-check"),
    import("@/lib/api/idempotency"),
  ]);
  return { ...secrets, ...columns, sourceKeyAad, factorSecretAad, idempotencyAad };
}
type Server = Awaited<ReturnType<typeof serverWith>>;

async function givenSecrets(server: Server, people: number): Promise<string[]> {
  const db = await testDatabase();
  const ids: string[] = [];
  for (let i = 0; i < people; i++) {
    const { userId } = await createTestContext();
    ids.push(userId);
    for (const sourceId of ["one", "two"]) {
      const sealedKey = server.seal(`canary-key-${sourceId}`, server.sourceKeyAad(userId, sourceId));
      await db.insert(schema.sourceSettings).values({ userId, sourceId, isEnabled: true, sealedKey });
    }
    const sealedSecret = server.seal("canary-totp", server.factorSecretAad(userId));
    await db.insert(schema.secondFactors).values({ userId, sealedSecret });
    const claim = { userId, operation: "createToken", keyHash: "k" };
    const later = new Date(Date.now() + 60_000);
    const body = server.seal("canary-answer", server.idempotencyAad(claim));
    const rest = { requestHash: "r", state: "done" as const, lockedUntil: later, expiresAt: later };
    await db.insert(schema.idempotencyKeys).values({ ...claim, ...rest, body });
  }
  return ids;
}

async function dump() {
  const db = await testDatabase();
  const settings = await db.select().from(schema.sourceSettings);
  const factors = await db.select().from(schema.secondFactors);
  const answers = await db.select().from(schema.idempotencyKeys);
  return {
    settings,
    factors,
    answers,
    sealed: [
      ...settings.map(({ sealedKey }) => sealedKey ?? ""),
      ...factors.map(({ sealedSecret }) => sealedSecret),
      ...answers.map(({ body }) => body ?? ""),
    ],
  };
}

async function opened(server: Server): Promise<string[]> {
  const { settings, factors, answers } = await dump();
  return [
    ...settings.map((row) => server.unseal(row.sealedKey ?? "", server.sourceKeyAad(row.userId, row.sourceId))),
    ...factors.map((row) => server.unseal(row.sealedSecret, server.factorSecretAad(row.userId))),
    ...answers.map((row) => server.unseal(row.body ?? "", server.idempotencyAad(row))),
  ].sort();
}

test("a dump holds no secret, and a secret of one person does not open for another", async () => {
  const server = await serverWith(KEYS[0]);
  const [one = "", two = ""] = await givenSecrets(server, 2);
  expect(JSON.stringify(await dump())).not.toContain("canary");
  const { factors } = await dump();
  const ofOne = factors.find(({ userId }) => userId === one)?.sealedSecret ?? "";
  expect(server.unseal(ofOne, server.factorSecretAad(one))).toBe("canary-totp");
  expect(() => server.unseal(ofOne, server.factorSecretAad(two))).toThrow(/could not be opened/);
  expect(() => server.unseal(ofOne, server.sourceKeyAad(one, "one"))).toThrow(/could not be opened/);
});

test("keys change while servers read and write, and the old one is then worth nothing", async () => {
  const before = await serverWith(KEYS[0]);
  const [first = ""] = await givenSecrets(before, 4);
  const expected = await opened(before);
  const server = await serverWith(KEYS[1], `${KEYS[2]},${KEYS[0]}`);
  expect(await opened(server)).toEqual(expected);
  const db = await testDatabase();
  const isBusy = { yes: true };
  const traffic = (async () => {
    for (let n = 0; isBusy.yes; n++) {
      const sealedKey = server.seal("canary-key-one", server.sourceKeyAad(first, "one"));
      if (n % 2) await db.update(schema.sourceSettings).set({ sealedKey }).where(isSetting(first, "one"));
      expect(await opened(server)).toEqual(expected);
    }
  })();
  const counts = await server.rotateSecrets(db, { batch: 3 });
  isBusy.yes = false;
  await traffic;
  expect(counts.map(({ column }) => column)).toEqual(SEALED_COLUMNS);
  const total = (name: "rotated" | "overtaken" | "unreadable") => counts.reduce((sum, count) => sum + count[name], 0);
  expect(total("unreadable")).toBe(0);
  expect(total("rotated") + total("overtaken")).toBeGreaterThanOrEqual(15);
  expect((await dump()).sealed.every((text) => text.startsWith(server.currentPrefix()))).toBe(true);
  expect((await server.rotateSecrets(db)).every(({ rotated }) => rotated === 0)).toBe(true);
  expect(await opened(await serverWith(KEYS[1]))).toEqual(expected);
  await expect(opened(await serverWith(KEYS[0]))).rejects.toThrow(/another ENCRYPTION_KEY/);
});

test("with a key missing it says so, loses nothing and goes on with the rest", async () => {
  await givenSecrets(await serverWith(KEYS[0]), 3);
  const lost = await dump();
  await givenSecrets(await serverWith(KEYS[1]), 1);
  const server = await serverWith(KEYS[2], KEYS[1]);
  const counts = await server.rotateSecrets(await testDatabase(), { batch: 2 });
  expect(counts.map(({ rotated, unreadable }) => [rotated, unreadable])).toEqual([
    [2, 6],
    [1, 3],
    [1, 3],
  ]);
  expect((await dump()).sealed).toEqual(expect.arrayContaining(lost.sealed));
});

test("every sealed column is known, and so is every place that seals", () => {
  const tables = Object.values(schema).filter((value) => is(value, PgTable)) as PgTable[];
  const named = tables.flatMap((table) =>
    Object.entries(getTableColumns(table))
      .filter(([name]) => name.startsWith("sealed"))
      .map(([name]) => `${getTableName(table)}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
  );
  expect(SEALED_COLUMNS).toEqual(expect.arrayContaining(named));
  const files = execFileSync("git", ["ls-files", "lib", "app", "inngest"], { encoding: "utf8" }).split("\n");
  const sealing = files
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
    .filter((path) => {
      return /(?<!function )\bseal\(/.test(readFileSync(path, "utf8"));
    });
  expect(sealing.sort()).toEqual([
    "lib/api/idempotency.ts",
    // A cookie of some minutes, not a column.
    "lib/auth/provider-session.ts",
    "lib/sealed-columns.ts",
    "lib/sources/service.ts",
    "lib/users/two-step.ts",
  ]);
});

function isSetting(userId: string, sourceId: string) {
  return and(eq(schema.sourceSettings.userId, userId), eq(schema.sourceSettings.sourceId, sourceId));
}
