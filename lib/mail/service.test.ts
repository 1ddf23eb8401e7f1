import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { silentOutbox } from "./outbox";
import { send } from "./send";
import { getOutboxMessage, listOutbox, showsOutbox } from "./service";
import type { Transport } from "./transport";

let adminCtx: Context;

beforeAll(async () => {
  const { ctx } = await createTestContext();
  adminCtx = ctx.actor.kind === "user" ? { ...ctx, actor: { ...ctx.actor, role: "admin" } } : ctx;
});

function givenMail(
  ctx: Context,
  { userId, transport = silentOutbox() }: { userId?: string; transport?: Transport } = {},
) {
  return send(
    { ...ctx, transport },
    {
      to: "ada@example.com",
      userId,
      template: "reset-password",
      props: { url: "https://joba.example/r", expiresIn: "1 hour" },
      idempotencyKey: randomUUID(),
    },
  );
}

describe("the outbox", () => {
  test("shows people their own mail, newest first, page by page, without bodies in the list", async () => {
    const { ctx, userId } = await createTestContext();
    const ids: string[] = [];
    for (let index = 0; index < 52; index++) ids.unshift((await givenMail(ctx, { userId })).messageId);
    const first = await listOutbox(ctx);
    expect(first.messages).toHaveLength(50);
    expect(first.messages[0]).not.toHaveProperty("html");
    const second = await listOutbox(ctx, { cursor: first.nextCursor });
    expect(second.nextCursor).toBeUndefined();
    const seen = [...first.messages, ...second.messages].map(({ id }) => id);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toHaveLength(52);
  });

  test("opens one mail with its body and without the key it was sent under", async () => {
    const { ctx, userId } = await createTestContext();
    const { messageId } = await givenMail(ctx, { userId });
    const message = await getOutboxMessage(ctx, { id: messageId });
    expect(message.html).toContain("https://joba.example/r");
    expect(message).not.toHaveProperty("keyHash");
  });

  test("does not show a stranger's mail", async () => {
    const [owner, stranger] = await Promise.all([createTestContext(), createTestContext()]);
    const { messageId } = await givenMail(owner.ctx, { userId: owner.userId });
    await expect(getOutboxMessage(stranger.ctx, { id: messageId })).rejects.toMatchObject({ code: "not_found" });
    expect((await listOutbox(stranger.ctx)).messages).toEqual([]);
  });

  test("shows an admin everybody's mail, and mail to people without an account", async () => {
    const { ctx, userId } = await createTestContext();
    const [own, nobodys] = await Promise.all([givenMail(ctx, { userId }), givenMail(ctx)]);
    for (const { messageId } of [own, nobodys]) {
      await expect(getOutboxMessage(adminCtx, { id: messageId })).resolves.toMatchObject({ id: messageId });
    }
    await expect(getOutboxMessage(ctx, { id: nobodys.messageId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is closed to tokens and, unless it is public, to whoever is signed out", async () => {
    const { withToken } = await createTestContext();
    await expect(listOutbox(withToken("profile:read"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(listOutbox({ db: await testDatabase() })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses a page marker somebody made up", async () => {
    const { ctx } = await createTestContext();
    await expect(listOutbox(ctx, { cursor: "made-up" })).rejects.toMatchObject({ code: "invalid" });
  });
});

test("the outbox is in the navigation where mail waits, and for a demo visitor once there is some", async () => {
  const [person, demo] = await Promise.all([createTestContext(), createTestContext({ isDemo: true })]);
  expect(await showsOutbox(person.ctx)).toBe(true);
  expect(await showsOutbox(demo.ctx)).toBe(false);
  await givenMail(demo.ctx, { userId: demo.userId });
  expect(await showsOutbox(demo.ctx)).toBe(true);
});
