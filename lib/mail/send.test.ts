import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { findOutboxMessage } from "@/db/queries/outbox";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { type StartedResend, startResend } from "@/tests/helpers/resend";
import { outboxTransport } from "./outbox";
import { type MailContext, send } from "./send";
import { sweepOutbox } from "./sweep";
import { createTransport, type Transport } from "./transport";

const from = { name: "JOBA", address: "joba@example.com" };
const reset = {
  template: "reset-password",
  props: { url: "https://joba.example/r?t=1", expiresIn: "1 hour" },
} as const;

let resend: StartedResend;
let db: Database;
let ctx: MailContext;

beforeAll(async () => {
  resend = await startResend();
  db = await testDatabase();
  ctx = {
    db,
    now: () => new Date(),
    transport: createTransport({ kind: "resend", from, apiKey: "re_test", baseUrl: resend.url }),
  };
});

beforeEach(() => {
  resend.requests.length = 0;
  resend.accepted.length = 0;
  resend.faults.length = 0;
});

afterAll(() => resend.close());

const rowOf = async (id: string) => {
  const row = await findOutboxMessage(db, { scope: { everybody: true }, id });
  if (!row) throw new Error("no row");
  return row;
};

describe("the ledger", () => {
  test("a mail through a provider leaves a row without its body", async () => {
    const { userId } = await createTestContext();
    const result = await send(ctx, { to: "ada@example.com", userId, ...reset, idempotencyKey: randomUUID() });
    expect(result).toMatchObject({ state: "sent", isRepeat: false });
    const row = await rowOf(result.messageId);
    expect(row).toMatchObject({ userId, recipient: "ada@example.com", transport: "resend", html: null, text: null });
    expect(row.providerId).toBeTruthy();
    expect(resend.accepted[0]?.authorization).toBe("Bearer re_test");
    expect(resend.accepted[0]?.body.from).toBe('"JOBA" <joba@example.com>');
    expect(JSON.stringify(row)).not.toContain("joba.example/r");
  });

  test("the same key sends once, however often and however much at once, even when the provider forgot it", async () => {
    const idempotencyKey = randomUUID();
    const mail = { to: "ada@example.com", ...reset, idempotencyKey };
    const results = await Promise.all(Array.from({ length: 6 }, () => send(ctx, mail)));
    expect(results.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
    const forgetful = await startResend();
    const later = {
      ...ctx,
      transport: createTransport({ kind: "resend", from, apiKey: "re", baseUrl: forgetful.url }),
    };
    expect(await send(later, mail)).toMatchObject({ isRepeat: true, state: "sent" });
    expect(forgetful.requests).toEqual([]);
    expect(resend.requests).toHaveLength(1);
    await forgetful.close();
  });

  test("without a provider the mail waits in its row, to be opened, and says so on the terminal", async () => {
    const printed: string[] = [];
    const local = { ...ctx, transport: outboxTransport((notice) => printed.push(notice)) };
    const { messageId, state } = await send(local, { to: "ada@example.com", ...reset, idempotencyKey: randomUUID() });
    expect(state).toBe("waiting");
    const row = await rowOf(messageId);
    expect(row.html).toContain('href="https://joba.example/r?t=1"');
    expect(row.text).toContain("https://joba.example/r?t=1");
    expect(printed.join("")).toContain("Choose a new password\n  https://joba.example/r?t=1\n");
    expect(printed.join("")).not.toContain("ada@example.com");
  });

  test("a demo visitor's mail never leaves, whatever is configured", async () => {
    const { userId } = await createTestContext({ isDemo: true });
    const result = await send(ctx, { to: "ada@example.com", userId, ...reset, idempotencyKey: randomUUID() });
    expect(result.state).toBe("waiting");
    expect(await rowOf(result.messageId)).toMatchObject({ transport: "outbox" });
    expect(resend.requests).toEqual([]);
  });

  test("the last mail to a deleted account keeps no address", async () => {
    const result = await send(ctx, {
      to: "gone@example.com",
      template: "account-deleted",
      props: { deletedAt: "today", url: "https://joba.example/" },
      idempotencyKey: `account-deleted:gone@example.com:${randomUUID()}`,
    });
    expect(result.state).toBe("sent");
    expect(resend.accepted[0]?.body.to).toEqual(["gone@example.com"]);
    expect(JSON.stringify(await rowOf(result.messageId))).not.toContain("gone@");
  });

  test("a key is needed", async () => {
    await expect(send(ctx, { to: "ada@example.com", ...reset, idempotencyKey: "" })).rejects.toThrow(/key/);
  });
});

describe("when the provider", () => {
  const post = () => send(ctx, { to: "ada@example.com", ...reset, idempotencyKey: randomUUID() });

  test("takes the mail and loses the answer, the next try finds it taken", async () => {
    resend.faults.push("lost");
    await expect(post()).resolves.toMatchObject({ state: "sent" });
    expect(resend.accepted).toHaveLength(1);
    expect(new Set(resend.requests.map(({ key }) => key)).size).toBe(1);
  });

  test("never answers, the mail goes to review and is not sent again", async () => {
    resend.faults.push("hang-up", "hang-up", "hang-up");
    const { messageId, state } = await post();
    expect(state).toBe("needs_review");
    expect(await rowOf(messageId)).toMatchObject({ error: "Resend did not answer" });
    expect(resend.requests).toHaveLength(3);
  });

  test("says no, the mail has failed after one try, and the reason names nobody", async () => {
    resend.faults.push({ status: 422, name: "validation_error", message: "ada@example.com is not allowed" });
    const { messageId, state } = await post();
    expect(state).toBe("failed");
    expect((await rowOf(messageId)).error).toBe("Resend 422 validation_error: [address] is not allowed");
    expect(resend.requests).toHaveLength(1);
  });

  test("is busy, it is asked again after the time it names", async () => {
    resend.faults.push({ status: 429, name: "rate_limit_exceeded", message: "slow down", retryAfter: "1" });
    const began = performance.now();
    await expect(post()).resolves.toMatchObject({ state: "sent" });
    expect(performance.now() - began).toBeGreaterThan(950);
  });

  test("is broken three times, nobody knows", async () => {
    const broken = { status: 500, name: "internal_server_error", message: "sorry" };
    resend.faults.push(broken, broken, broken);
    await expect(post()).resolves.toMatchObject({ state: "needs_review" });
  });

  test("has no quota left, asking again is pointless", async () => {
    resend.faults.push({ status: 429, name: "daily_quota_exceeded", message: "tomorrow" });
    await expect(post()).resolves.toMatchObject({ state: "failed" });
    expect(resend.requests).toHaveLength(1);
  });
});

test("a sender that breaks off leaves the mail to review", async () => {
  const broken: Transport = { kind: "smtp", deliver: () => Promise.reject(new Error("boom for ada@example.com")) };
  const result = await send(
    { ...ctx, transport: broken },
    { to: "ada@example.com", ...reset, idempotencyKey: randomUUID() },
  );
  expect(result.state).toBe("needs_review");
  expect((await rowOf(result.messageId)).error).not.toContain("@");
});

test("a server that dies half-way leaves the mail to review, and a month later it is forgotten", async () => {
  const idempotencyKey = randomUUID();
  const mail = { to: "ada@example.com", ...reset, idempotencyKey };
  let finish = () => {};
  let claim = () => {};
  const isClaimed = new Promise<void>((resolve) => {
    claim = resolve;
  });
  const hanging: Transport = {
    kind: "smtp",
    deliver: () => {
      claim();
      return new Promise((resolve) => {
        finish = () => resolve({ outcome: "sent" });
      });
    },
  };
  const pending = send({ ...ctx, transport: hanging }, mail);
  await isClaimed;
  expect(await send(ctx, mail)).toMatchObject({ state: "sending", isRepeat: true });
  await sweepOutbox(db, new Date());
  expect(await send(ctx, mail)).toMatchObject({ state: "sending" });
  await sweepOutbox(db, new Date(Date.now() + 6 * 60_000));
  expect(await send(ctx, mail)).toMatchObject({ state: "needs_review", isRepeat: true });
  finish();
  const { messageId, state } = await pending;
  expect(state).toBe("needs_review");
  expect(resend.requests).toEqual([]);
  await sweepOutbox(db, new Date(Date.now() + 31 * 86_400_000));
  expect(await findOutboxMessage(db, { scope: { everybody: true }, id: messageId })).toBeUndefined();
});
