import { beforeAll, describe, expect, test } from "vitest";
import { callNextAuth, postNextAuth } from "@/tests/helpers/next-auth";
import { useTestServer } from "@/tests/helpers/server";
import { createAuthOptions, ownPath } from "./options";
import { safePath } from "./redirects";

const HOSTS = [
  "evil.example",
  "evil.example/jobs",
  "user@evil.example",
  "localhost:3000@evil.example",
  "localhost:3000.evil.example",
];
const BEGINNINGS = [
  "//",
  "///",
  "////",
  "/\\",
  "\\/",
  "\\\\",
  "/\\/",
  "https:",
  "https:/",
  "https://",
  "HTTPS://",
  "http:\\\\",
  "/\t/",
  "\t//",
  "/\n/",
  "/\r\n/",
  "%09//",
  "/%09/",
  "/%0d%0a/",
  "/%2f",
  "/%2F/",
  "/%5c",
  "/%5C%5C",
  "/.//",
  "/..//",
  "/./\\",
  "/jobs/..//",
  "/jobs/../..//",
  "/;@",
  "/\u00a0/",
  "/\u2028/",
  "/\u200b/",
  "/\ufeff/",
  "//\u3002",
  "/\u2044/",
  "\uff0f\uff0f",
  "//[::1]@",
  "/ /",
  "//\u0000",
];
const WHOLE = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://evil.example/1",
  "//",
  "///",
  "/\\",
  "\\",
  "",
  " ",
  "/ //evil.example",
  "https:evil.example",
  "evil.example",
  "@evil.example",
  "?next=//evil.example",
  "#//evil.example",
  "mailto:eve@evil.example",
];
const PAYLOADS = [...BEGINNINGS.flatMap((beginning) => HOSTS.map((host) => `${beginning}${host}`)), ...WHOLE];

/** As a browser on our page would resolve it. */
const siteOf = (location: string, base = "http://localhost:3000/sign-in") => new URL(location, base).origin;
const OWN = "http://localhost:3000";

describe("where somebody is sent after signing in", () => {
  test(`is never another site: ${PAYLOADS.length} payloads`, () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
    const away = PAYLOADS.filter((payload) => {
      const path = safePath(payload);
      return siteOf(path) !== OWN || !/^\/(?![/\\])/.test(path) || /[\s\\]/.test(path);
    });
    expect(away).toEqual([]);
  });

  test("nor does it leave through a value that is not text, too long, or a machine's address", () => {
    for (const value of [
      undefined,
      null,
      1,
      ["//evil.example"],
      {},
      `/${"a".repeat(2001)}`,
      "/api",
      "/api/auth/signout",
    ]) {
      expect(safePath(value)).toBe("/jobs");
    }
    expect(safePath("//evil.example", "/onboarding")).toBe("/onboarding");
  });

  test.each([
    "/jobs",
    "/jobs?q=staff%20engineer&sort=score#top",
    "/jobs/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
    "/searches/x/runs/y?next=https%3A%2F%2Fevil.example",
    "/",
    "/apiary",
  ])("%s is kept as it is", (path) => {
    expect(safePath(path)).toBe(path);
    expect(ownPath(`${OWN}${path}`, OWN)).toBe(path);
  });

  test("words of other languages are kept, encoded", () => {
    expect(safePath("/jobs?q=zürich")).toBe("/jobs?q=z%C3%BCrich");
  });
});

describe("next-auth's own endpoints", () => {
  const nobody = () => Promise.reject(new Error("nobody signs in here"));
  const options = createAuthOptions({ getVisitor: nobody, settleProvider: nobody });
  beforeAll(async () => {
    await useTestServer();
  });

  test(`send nobody to another site either: 3 × ${PAYLOADS.length} payloads`, async () => {
    const away: string[] = [];
    let answered = 0;
    for (const callbackUrl of PAYLOADS) {
      const answers = [
        await callNextAuth(options, { path: "signin", query: { callbackUrl } }),
        await postNextAuth(options, { path: "signout", body: { callbackUrl } }),
        await postNextAuth(options, {
          path: "callback/credentials",
          body: { callbackUrl, email: "a@b.example", password: "x" },
        }),
      ];
      for (const { location, body } of answers) {
        const target = location ?? (body as { url?: string } | undefined)?.url;
        if (!target) continue;
        answered++;
        const inside = new URL(target, OWN).searchParams.get("callbackUrl");
        if (siteOf(target) !== OWN || (inside && siteOf(inside) !== OWN)) away.push(`${callbackUrl} → ${target}`);
      }
    }
    expect(away).toEqual([]);
    expect(answered).toBeGreaterThan(PAYLOADS.length * 2);
  }, 60_000);
});
