import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "@/tests/helpers/database";
import { HOSTILE_RECIPIENTS, HOSTILE_TEXTS } from "@/tests/helpers/mail-payloads";
import { type StartedResend, startResend } from "@/tests/helpers/resend";
import { type StartedSmtp, startSmtp } from "@/tests/helpers/smtp";
import { type MailContext, send } from "./send";
import { createTransport, type Transport } from "./transport";

const from = { name: "JOBA", address: "joba@example.com" };
const to = "ada@example.com";
/** What a mail of ours carries, and nothing else. */
const HEADERS = ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"];

let resend: StartedResend;
let smtp: StartedSmtp;
let transports: Record<"resend" | "smtp", Transport>;
let base: MailContext;

beforeAll(async () => {
  [resend, smtp] = await Promise.all([startResend(), startSmtp()]);
  base = { db: await testDatabase(), now: () => new Date() };
  transports = {
    resend: createTransport({ kind: "resend", from, apiKey: "re_test", baseUrl: resend.url }),
    smtp: createTransport({
      kind: "smtp",
      from,
      smtp: { host: "127.0.0.1", port: smtp.port, security: "opportunistic" },
    }),
  };
});

beforeEach(() => {
  resend.accepted.length = 0;
  smtp.mails.length = 0;
  smtp.commands.length = 0;
});

afterAll(() => Promise.all([resend.close(), smtp.close()]));

const alert = (kind: "resend" | "smtp", fields: { to?: string; text?: string; key?: string }) =>
  send(
    { ...base, transport: transports[kind] },
    {
      to: fields.to ?? to,
      template: "sign-in-alert",
      props: {
        device: fields.text ?? "Firefox",
        place: fields.text,
        signedInAt: "today",
        url: "https://joba.example/x",
      },
      idempotencyKey: fields.key ?? randomUUID(),
    },
  );

describe.each(["resend", "smtp"] as const)("through %s", (kind) => {
  test.each(Object.entries(HOSTILE_RECIPIENTS))("a recipient is refused: %s", async (_name, hostile) => {
    await expect(alert(kind, { to: hostile })).rejects.toMatchObject({ code: "invalid" });
    expect(resend.requests.length + smtp.commands.length).toBe(0);
  });

  test.each(Object.entries(HOSTILE_TEXTS))("a text in the subject adds nothing: %s", async (_name, hostile) => {
    await expect(alert(kind, { text: hostile })).resolves.toMatchObject({ state: "sent" });
    expectOneCleanMail(kind);
  });

  test.each(Object.entries(HOSTILE_TEXTS).filter(([, text]) => text.length <= 400))(
    "a key adds nothing: %s",
    async (_name, hostile) => {
      await expect(alert(kind, { key: `${hostile}:${randomUUID()}` })).resolves.toMatchObject({ state: "sent" });
      expectOneCleanMail(kind);
    },
  );
});

function expectOneCleanMail(kind: "resend" | "smtp"): void {
  if (kind === "resend") {
    const [request, ...others] = resend.accepted;
    resend.requests.length = 0;
    expect(others).toEqual([]);
    expect(request?.body.to).toEqual([to]);
    expect(Object.keys(request?.body ?? {}).sort()).toEqual(["from", "headers", "html", "subject", "text", "to"]);
    expect(request?.body.headers).toEqual({ "Auto-Submitted": "auto-generated" });
    expect(request?.key).toMatch(/^[0-9a-f]{64}$/);
    expectOneLine(request?.body.subject ?? "");
    return;
  }
  const [mail, ...others] = smtp.mails;
  expect(others).toEqual([]);
  expect(mail?.recipients).toEqual([`RCPT TO:<${to}>`]);
  expect(mail?.from).toMatch(/^MAIL FROM:<joba@example\.com>/);
  const names = (mail?.headers ?? []).map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
  expect(names.sort()).toEqual(HEADERS);
  const value = (name: string) => mail?.headers.find((line) => line.toLowerCase().startsWith(`${name}:`));
  expect(value("to")).toBe(`To: ${to}`);
  expect(value("from")).toBe("From: JOBA <joba@example.com>");
}

function expectOneLine(subject: string): void {
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]|=\?/u);
  expect([...subject].length).toBeLessThanOrEqual(200);
}
