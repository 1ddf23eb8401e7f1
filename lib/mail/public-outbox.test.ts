import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { createTestContext } from "@/tests/helpers/context";
import { silentOutbox } from "./outbox";
import { send } from "./send";
import { getOutboxMessage, listOutbox } from "./service";

vi.hoisted(() => {
  process.env.OUTBOX = "public";
});

test("a public outbox shows whoever is signed out everything, and a signed-in person still only their own", async () => {
  const [owner, stranger] = await Promise.all([createTestContext(), createTestContext()]);
  const { messageId } = await send(
    { ...owner.ctx, transport: silentOutbox() },
    {
      to: "ada@example.com",
      userId: owner.userId,
      template: "reset-password",
      props: { url: "https://joba.example/r", expiresIn: "1 hour" },
      idempotencyKey: randomUUID(),
    },
  );
  const signedOut = { db: owner.ctx.db };
  expect((await listOutbox(signedOut)).messages.map(({ id }) => id)).toContain(messageId);
  await expect(getOutboxMessage(signedOut, { id: messageId })).resolves.toMatchObject({ recipient: "ada@example.com" });
  await expect(getOutboxMessage(stranger.ctx, { id: messageId })).rejects.toMatchObject({ code: "not_found" });
});
