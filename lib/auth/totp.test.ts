import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes";
import { findTotpStep, newTotpSecret, totpUri } from "./totp";

/** RFC 6238 appendix B, SHA-1, the last six of its eight digits. */
const VECTORS: [seconds: number, code: string][] = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
];

describe("codes of an authenticator app", () => {
  const secret = Secret.fromLatin1("12345678901234567890").base32;

  test.each(VECTORS)("at second %i the RFC's code belongs to its step", (seconds, code) => {
    const at = (offset: number) => findTotpStep(secret, code, new Date((seconds + offset) * 1000));
    const step = Math.floor(seconds / 30);
    expect(at(0)).toBe(step);
    expect(at(30)).toBe(step);
    expect(at(-30)).toBe(step);
    expect(at(90)).toBeUndefined();
    expect(at(-60 - (seconds % 30))).toBeUndefined();
  });

  test("what is not six digits belongs nowhere", () => {
    for (const code of ["", "28708", "2870820", "abcdef", "２８７０８２"]) {
      expect(findTotpStep(secret, code, new Date(59_000))).toBeUndefined();
    }
  });

  test("a secret has 160 bits and its link says what apps need", () => {
    const made = newTotpSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(totpUri(made, "ada+jobs@example.test"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("JOBA:ada+jobs@example.test");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      issuer: "JOBA",
      secret: made,
      digits: "6",
      period: "30",
    });
  });
});

describe("recovery codes", () => {
  test("are ten, different, of 80 bits each", () => {
    const codes = Array.from({ length: 100 }, newRecoveryCodes).flat();
    expect(new Set(codes).size).toBe(1000);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    // Every symbol carries five bits only if all 32 are used.
    expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
  });

  test("are the same however they are typed", () => {
    const hash = hashRecoveryCode("k01n-7v0w-92xd-bq5m");
    for (const typed of ["K01N7V0W92XDBQ5M", " koln 7vow 92xd bq5m ", "k0in-7v0w-92xd-bq5m"]) {
      expect(hashRecoveryCode(typed)).toBe(hash);
    }
    expect(hashRecoveryCode("k01n-7v0w-92xd-bq5n")).not.toBe(hash);
  });
});
