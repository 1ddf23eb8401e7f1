import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createLogger } from "./logger";

function written(write: (logger: ReturnType<typeof createLogger>) => void): {
  line: string;
  fields: Record<string, unknown>;
} {
  const lines: string[] = [];
  write(createLogger("debug", { write: (text: string) => lines.push(text) }));
  expect(lines).toHaveLength(1);
  const [line = ""] = lines;
  expect(line.endsWith("\n") && !line.slice(0, -1).includes("\n")).toBe(true);
  return { line, fields: JSON.parse(line) };
}

const CANARIES = {
  password: "canary-password",
  newPassword: "canary-new",
  token: "canary-token",
  tokenHash: "canary-hash",
  refreshToken: "canary-refresh",
  cookie: "canary-cookie",
  "set-cookie": ["canary-cookie"],
  authorization: "canary-authorization",
  Authorization: "canary-authorization",
  secret: "canary-secret",
  apiKey: "canary-key",
  key: "canary-key",
  challenge: "canary-challenge",
  html: "<p>canary-mail</p>",
  text: "canary-mail",
  email: "canary@example.test",
  to: ["canary@example.test"],
};

test.each(Object.entries(CANARIES))("%s is never written, at any depth", (name, value) => {
  for (const fields of [
    { [name]: value },
    { a: { [name]: value } },
    { a: [{ b: { [name]: value } }] },
    { err: { [name]: value } },
  ]) {
    expect(written((logger) => logger.warn(fields, "x")).line).not.toContain("canary");
  }
});

test.each([
  "mail to canary.person+tag@sub.example.test bounced",
  "GET /verify-email?token=canary-token-of-a-link",
  "GET /sign-up?a=1&invitation=canary",
  "postgres://joba:canary@db.example.test/joba",
  "Authorization: Bearer canary.token",
  "Cookie: joba.session=canary; a=b",
  "joba_canary0canary0canary0canary0canary0canary0",
  "eyJjYW5hcnki.canary.canary",
  "v1.0123abcd.canary.canary",
  "$argon2id$v=19$m=47104,t=1,p=1$canary$canary",
  "canary0canary0canary0canary0canary0canary0can",
])("a text does not carry %j", (text) => {
  for (const write of [
    (logger: ReturnType<typeof createLogger>) => logger.info({ note: text }, "x"),
    (logger: ReturnType<typeof createLogger>) => logger.info(text),
    (logger: ReturnType<typeof createLogger>) =>
      logger.error({ err: new Error(text, { cause: new Error(text) }) }, "x"),
  ])
    expect(written(write).line).not.toContain("canary");
});

test("a failed query is written without what it was called with", () => {
  const error = Object.assign(new Error("Failed query: insert into users values ($1)\nparams: canary,\ncanary"), {
    query: "insert",
    params: ["canary"],
    parameters: ["canary"],
    detail: "Key (email)=(canary) already exists.",
    cause: Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "canary",
      constraint_name: "users_email_index",
    }),
  });
  const { line, fields } = written((logger) => logger.error({ err: error }, "request failed"));
  expect(line).not.toContain("canary");
  expect(fields.err).toMatchObject({
    type: "Error",
    message: expect.stringContaining("insert into users"),
    stack: expect.stringContaining("logger.test.ts"),
    cause: { code: "23505", constraint: "users_email_index" },
  });
});

test("a line stays one line and gives no orders to a terminal", () => {
  const text = 'a\r\n{"level":60,"msg":"forged"}\u001b[2J\u009b2J\u2028\u202e\0';
  const { line, fields } = written((logger) =>
    logger.info({ note: text, [text]: 1, err: new AppError("invalid", text) }, "x"),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must be gone
  expect(line.slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e]/);
  expect(fields.note).toContain("forged");
});

test("what cannot be written is left out, not thrown", () => {
  const loop: Record<string, unknown> = { n: 1n, when: new Date(Number.NaN), bytes: Buffer.from("x"), act: () => 1 };
  loop.self = loop;
  expect(written((logger) => logger.info(loop, "x")).fields).toMatchObject({ n: "1", when: null, bytes: "[bytes]" });
});
