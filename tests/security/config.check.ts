import { randomBytes } from "node:crypto";
import { inject, test } from "vitest";
import { tally } from "./report";
import { startRefused } from "./server";

const { databaseUrl } = inject("world");
const good = () => randomBytes(48).toString("base64url");

/** Each with the variable the refusal must name. */
const REFUSED: { env: Record<string, string>; names: string }[] = [
  { env: { DATABASE_URL: databaseUrl, AUTH_SECRET: "", ENCRYPTION_KEY: good() }, names: "AUTH_SECRET" },
  { env: { DATABASE_URL: databaseUrl, AUTH_SECRET: "short", ENCRYPTION_KEY: good() }, names: "AUTH_SECRET" },
  {
    env: { DATABASE_URL: databaseUrl, AUTH_SECRET: `changeme${"x".repeat(40)}`, ENCRYPTION_KEY: good() },
    names: "AUTH_SECRET",
  },
  { env: { DATABASE_URL: databaseUrl, AUTH_SECRET: good(), ENCRYPTION_KEY: "" }, names: "ENCRYPTION_KEY" },
  { env: { DATABASE_URL: databaseUrl, AUTH_SECRET: good(), ENCRYPTION_KEY: "0".repeat(48) }, names: "ENCRYPTION_KEY" },
  { env: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, names: "DATABASE_URL" },
  { env: { APP_URL: "not an address" }, names: "APP_URL" },
  { env: { RESEND_API_KEY: "re_key" }, names: "MAIL_FROM" },
  { env: { VERCEL: "1" }, names: "DATABASE_URL" },
  { env: { SIGN_UP: "maybe" }, names: "SIGN_UP" },
];

test("a server that is not configured safely does not start", { timeout: 400_000 }, async () => {
  const row = tally("S2", "unsafe configurations; each ends with an error that names the variable");
  for (const { env, names } of REFUSED) {
    const { code, log } = await startRefused(env);
    row.check(
      code !== 0 && code !== null && log.includes(names),
      `${names} ${JSON.stringify(env)}: exit ${code} ${log.slice(-200)}`,
    );
  }
  row.close();
});
