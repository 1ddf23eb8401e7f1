import { afterEach, describe, expect, test } from "vitest";
import { type SmtpBehavior, type StartedSmtp, startSmtp } from "@/tests/helpers/smtp";
import type { SmtpSettings } from "./settings";
import { createTransport } from "./transport";

const mail = {
  to: "ada@example.com",
  subject: "Grüße",
  html: "<p>Hello</p>",
  text: "Hello\n.\nA dot alone",
  key: "0".repeat(64),
};

let server: StartedSmtp | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function deliver(behavior: SmtpBehavior, settings: Partial<SmtpSettings> = {}) {
  server = await startSmtp(behavior);
  const smtp = { host: "127.0.0.1", port: server.port, security: "opportunistic", ...settings } as const;
  return createTransport({ kind: "smtp", from: { name: "JOBA", address: "joba@example.com" }, smtp }).deliver(mail);
}

test("a mail arrives once, whole, for one recipient", async () => {
  expect(await deliver({})).toEqual({ outcome: "sent", providerId: "250 taken as 4711" });
  const [received] = server?.mails ?? [];
  expect(received?.recipients).toEqual(["RCPT TO:<ada@example.com>"]);
  expect(received?.headers).toContain(`Message-ID: <${mail.key}@example.com>`);
  expect(received?.headers).toContain("Auto-Submitted: auto-generated");
  expect(received?.headers.find((line) => line.startsWith("Content-Type"))).toMatch(
    /^Content-Type: multipart\/alternative/,
  );
  expect(received?.raw).toContain("\r\n..\r\n");
  expect(server?.mails).toHaveLength(1);
});

describe("a name and a password", () => {
  const login = { user: "joba", password: "sécret" };
  test("sign in", async () => {
    expect(await deliver({ login }, login)).toMatchObject({ outcome: "sent" });
  });

  test("that are wrong send nothing", async () => {
    const delivery = await deliver({ login }, { ...login, password: "guess" });
    expect(delivery).toMatchObject({ outcome: "failed", reason: expect.stringContaining("535") });
    expect(server?.commands.join()).not.toContain("MAIL FROM");
  });

  test("never travel where encryption is asked for and not offered", async () => {
    expect(await deliver({ login }, { ...login, security: "starttls" })).toMatchObject({ outcome: "failed" });
    expect(server?.commands.some((line) => line.startsWith("AUTH"))).toBe(false);
  });
});

describe("what did not work is told apart", () => {
  test.each<[string, SmtpBehavior["answers"], "failed" | "uncertain"]>([
    ["the greeting is followed by silence", { EHLO: undefined }, "failed"],
    ["the sender is refused", { MAIL: "550 no" }, "failed"],
    ["the recipient is unknown", { RCPT: "550 5.1.1 <ada@example.com> unknown" }, "failed"],
    ["the recipient must wait", { RCPT: "450 later" }, "failed"],
    ["the line drops before the message", { DATA: undefined }, "failed"],
    ["the message is not wanted", { DATA: "554 no" }, "failed"],
    ["the message is refused after reading", { ".": "554 spam" }, "failed"],
    ["the line drops after the message", { ".": undefined }, "uncertain"],
  ])("%s", async (_name, answers, outcome) => {
    const delivery = await deliver({ answers });
    expect(delivery.outcome).toBe(outcome);
    expect(JSON.stringify(delivery)).not.toContain("ada@");
  });

  test("nobody listens", async () => {
    const gone = await startSmtp();
    await gone.close();
    expect(await deliver({}, { port: gone.port })).toMatchObject({ outcome: "failed" });
  });
});
