import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { insertApiToken } from "@/db/queries/sessions";
import { idempotencyKeys } from "@/db/schema";
import { defineRoute } from "@/lib/api/route";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { useTestServer } from "@/tests/helpers/server";

beforeAll(async () => {
  await useTestServer();
});

let runs = 0;
const make = defineRoute(
  {
    operationId: "makeThing",
    summary: "Make a thing",
    tag: "Test",
    scope: "jobs:write",
    status: 201,
    body: z.object({ name: z.string().max(40), failTimes: z.int().optional() }),
    response: z.object({ data: z.object({ number: z.int(), secret: z.string() }) }),
  },
  async (_ctx, { body }) => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (body.failTimes && runs <= body.failTimes) throw new AppError("conflict", "Not yet");
    return { data: { number: runs, secret: `canary-${body.name}` } };
  },
);

async function givenClient() {
  runs = 0;
  const { userId } = await createTestContext();
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 600_000);
  const scopes = ["jobs:write" as const];
  await insertApiToken(await testDatabase(), {
    userId,
    tokenHash: hashToken(token),
    prefix: "joba_",
    scopes,
    expiresAt,
  });
  const send = async (key: string | undefined, body: unknown = { name: "a" }) => {
    const headers = { authorization: `Bearer ${token}`, ...(key && { "idempotency-key": key }) };
    const request = new Request("http://localhost:3000/x", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const response = await make(request, { params: Promise.resolve({}) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { userId, send };
}

test("fifty parallel requests with one key are one execution; later ones are given its answer", async () => {
  const { send } = await givenClient();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(key)));
  expect(runs).toBe(1);
  const [first] = answers.filter(({ status, headers }) => status === 201 && !headers.has("idempotency-replayed"));
  for (const answer of answers) {
    if (answer.status === 409) {
      expect(JSON.parse(answer.text).code).toBe("idempotency_in_progress");
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    } else expect(answer).toMatchObject({ status: 201, text: first?.text });
  }
  const replay = await send(key);
  expect(replay).toMatchObject({ status: 201, text: first?.text });
  expect(replay.headers.get("idempotency-replayed")).toBe("true");
  expect(runs).toBe(1);
});

test("the key with another body is refused, without a key everything runs", async () => {
  const { send } = await givenClient();
  const key = randomUUID();
  await send(key);
  const other = await send(key, { name: "b" });
  expect([other.status, JSON.parse(other.text).code]).toEqual([422, "idempotency_key_reused"]);
  await send(undefined);
  await send(undefined);
  expect(runs).toBe(3);
});

test("keys belong to a person, and are refused when they are no keys", async () => {
  const [one, two] = [await givenClient(), await givenClient()];
  const key = randomUUID();
  await one.send(key);
  await two.send(key);
  expect(runs).toBe(2);
  for (const bad of ["x".repeat(201), "a b"]) expect((await one.send(bad)).status).toBe(422);
});

test("a failure gives the key back", async () => {
  const { send } = await givenClient();
  const key = randomUUID();
  const body = { name: "a", failTimes: 1 };
  expect((await send(key, body)).status).toBe(409);
  expect((await send(key, body)).status).toBe(201);
  expect(runs).toBe(2);
});

test("a key held by a request that died is taken over after its lock, but only by the same request", async () => {
  const { send, userId } = await givenClient();
  const db = await testDatabase();
  const key = randomUUID();
  await send(key);
  const isMine = eq(idempotencyKeys.userId, userId);
  await db
    .update(idempotencyKeys)
    .set({ state: "in_flight", lockedUntil: new Date(Date.now() + 60_000) })
    .where(isMine);
  expect((await send(key)).status).toBe(409);
  await db
    .update(idempotencyKeys)
    .set({ lockedUntil: new Date(Date.now() - 1) })
    .where(isMine);
  expect((await send(key, { name: "b" })).status).toBe(422);
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(key)));
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  expect(runs).toBe(2);
});

test("after a day the key is free, and what was kept is sealed", async () => {
  const { send, userId } = await givenClient();
  const db = await testDatabase();
  const key = randomUUID();
  await send(key);
  const isMine = eq(idempotencyKeys.userId, userId);
  const [row] = await db.select().from(idempotencyKeys).where(isMine);
  expect(JSON.stringify(row)).not.toContain("canary");
  expect(JSON.stringify(row)).not.toContain(key);
  await db
    .update(idempotencyKeys)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(isMine);
  expect((await send(key, { name: "b" })).status).toBe(201);
  expect(runs).toBe(2);
});
