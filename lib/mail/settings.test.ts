import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { readMailSettings } from "./settings";

const MAIL_FROM = "JOBA <joba@example.com>";
const read = (variables: Record<string, string>) => readMailSettings(parseEnv({ MAIL_FROM, ...variables }));

test("nothing configured means the local outbox; Resend comes before SMTP", () => {
  expect(readMailSettings(parseEnv({}))).toEqual({ kind: "outbox" });
  expect(read({ RESEND_API_KEY: "re_1", SMTP_HOST: "mail.example.com" }).kind).toBe("resend");
  expect(read({ SMTP_HOST: "mail.example.com" }).kind).toBe("smtp");
});

test.each([
  ["joba@example.com", { name: "", address: "joba@example.com" }],
  ["JOBA <joba@example.com>", { name: "JOBA", address: "joba@example.com" }],
  ['"JOBA, the hunt" <joba@example.com>', { name: "JOBA, the hunt", address: "joba@example.com" }],
])("MAIL_FROM may be %s", (text, from) => {
  expect(read({ MAIL_FROM: text, RESEND_API_KEY: "re_1" })).toMatchObject({ from });
});

test.each(["JOBA", "a@example.com, b@example.com", "JOBA <joba>", "JOBA <a@example.com> <b@example.com>"])(
  "MAIL_FROM may not be %s",
  (text) => {
    expect(() => read({ MAIL_FROM: text, RESEND_API_KEY: "re_1" })).toThrow(/MAIL_FROM/);
  },
);

describe("SMTP", () => {
  test.each([
    [
      { SMTP_URL: "smtp://me:p%40ss@mail.example.com" },
      { host: "mail.example.com", port: 587, security: "starttls", user: "me", password: "p@ss" },
    ],
    [{ SMTP_URL: "smtps://me:pass@mail.example.com" }, { port: 465, security: "tls" }],
    [{ SMTP_URL: "smtp://mail.example.com:2525" }, { port: 2525, security: "opportunistic", user: undefined }],
    [{ SMTP_URL: "smtp://me:pass@127.0.0.1:1025" }, { host: "127.0.0.1", security: "opportunistic" }],
    [{ SMTP_URL: "smtp://me:pass@[::1]:1025" }, { host: "::1", security: "opportunistic" }],
    [
      { SMTP_HOST: "mail.example.com", SMTP_PORT: "465" },
      { port: 465, security: "tls" },
    ],
    [
      { SMTP_HOST: "mail.example.com", SMTP_SECURE: "tls" },
      { port: 465, security: "tls" },
    ],
    [
      { SMTP_HOST: "mail.example.com", SMTP_USER: "me", SMTP_PASSWORD: "x" },
      { port: 587, security: "starttls" },
    ],
    [
      { SMTP_HOST: "mail.example.com", SMTP_SECURE: "none" },
      { port: 587, security: "none" },
    ],
  ])("%j", (variables, smtp) => {
    expect(read(variables)).toMatchObject({ kind: "smtp", smtp });
  });

  test.each(["http://mail.example.com", "mail.example.com:587", "smtp://"])("SMTP_URL may not be %s", (SMTP_URL) => {
    expect(() => read({ SMTP_URL })).toThrow(/SMTP_URL/);
  });
});

describe("the environment refuses to start", () => {
  test.each([{ RESEND_API_KEY: "re_1" }, { SMTP_HOST: "mail.example.com" }, { SMTP_URL: "smtp://mail.example.com" }])(
    "with %j and no sender",
    (variables) => {
      expect(() => parseEnv(variables)).toThrow(/MAIL_FROM: is required/);
    },
  );

  test("with an outbox open to everybody at an address others reach", () => {
    expect(() => parseEnv({ OUTBOX: "public", APP_URL: "https://joba.example" })).toThrow(/OUTBOX/);
    for (const APP_URL of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
      expect(parseEnv({ OUTBOX: "public", APP_URL }).OUTBOX).toBe("public");
    }
  });
});
