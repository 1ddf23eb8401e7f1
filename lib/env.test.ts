import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const secrets = { AUTH_SECRET: "k7Qx".repeat(12), ENCRYPTION_KEY: "p2Zr".repeat(12) };
const database = { NODE_ENV: "production", DATABASE_URL: "postgres://localhost/joba" };

describe("the environment", () => {
  test("may be empty", () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: ".data", isProduction: false });
  });

  test("may be empty in production too, on the built-in database", () => {
    expect(parseEnv({ NODE_ENV: "production" }).isProduction).toBe(true);
  });

  test.each(["AUTH_SECRET", "ENCRYPTION_KEY"])("names %s when it is missing in production with a database", (name) => {
    expect(() => parseEnv({ ...database, ...secrets, [name]: undefined })).toThrow(new RegExp(`${name}: is missing`));
  });

  test.each(["changeme-changeme-changeme-changeme", "secretsecretsecretsecretsecretsecret"])(
    "refuses the placeholder %s",
    (value) => {
      expect(() => parseEnv({ ...database, ...secrets, AUTH_SECRET: value })).toThrow(/AUTH_SECRET: is a placeholder/);
    },
  );

  test("refuses a short secret anywhere", () => {
    expect(() => parseEnv({ AUTH_SECRET: "short" })).toThrow(/AUTH_SECRET: must be at least 32/);
  });

  test("names every variable at fault at once", () => {
    expect(() => parseEnv({ PORT: "ninety", SIGN_UP: "maybe" })).toThrow(/PORT[\s\S]*SIGN_UP/);
  });

  test.each([
    [{ GITHUB_ID: "id" }, /GITHUB_SECRET: is missing beside GITHUB_ID/],
    [{ GOOGLE_SECRET: "secret" }, /GOOGLE_ID: is missing beside GOOGLE_SECRET/],
    [{ OIDC_ID: "id", OIDC_SECRET: "secret" }, /OIDC_ISSUER: is missing beside OIDC_ID, OIDC_SECRET/],
    [{ OIDC_ISSUER: "https://id.example" }, /OIDC_ID: is missing[\s\S]*OIDC_SECRET: is missing/],
    [{ OIDC_ISSUER: "http://id.example", OIDC_ID: "id", OIDC_SECRET: "secret" }, /OIDC_ISSUER: must be https/],
    [{ OIDC_ISSUER: "javascript:alert(1)" }, /OIDC_ISSUER/],
    [{ GITHUB_URL: "http://github.example" }, /GITHUB_URL: must be https/],
  ])("refuses to start with half a provider or an open line to it: %o", (variables, message) => {
    expect(() => parseEnv(variables)).toThrow(message);
  });

  test("takes a whole provider, and one on this machine over http", () => {
    const oidc = { OIDC_ID: "id", OIDC_SECRET: "secret" };
    expect(parseEnv({ OIDC_ISSUER: "http://127.0.0.1:4311", ...oidc }).OIDC_NAME).toBe("single sign-on");
    expect(
      parseEnv({ OIDC_ISSUER: "https://id.example/realms/a", ...oidc, GITHUB_URL: "" }).GITHUB_URL,
    ).toBeUndefined();
  });

  test("says on Vercel what Vercel cannot do without", () => {
    expect(() => parseEnv({ NODE_ENV: "production", VERCEL: "1" })).toThrow(
      /DATABASE_URL[\s\S]*INNGEST_EVENT_KEY[\s\S]*INNGEST_SIGNING_KEY/,
    );
  });

  test("asks for nothing while building", () => {
    expect(parseEnv({ ...database, VERCEL: "1", NEXT_PHASE: "phase-production-build" }).isBuild).toBe(true);
  });
});
