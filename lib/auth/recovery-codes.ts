import "server-only";
import { randomBytes } from "node:crypto";
import { hashToken } from "@/lib/auth/tokens";

/** Crockford's base32: no i, l, o or u to misread. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const COUNT = 10;
/** 5 bits each: 80 bits. */
const LENGTH = 16;

/** Ten codes like `k3tn-7v0w-92xd-bq5m`. Shown once; only their hashes are stored. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const digits = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
    return digits.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** However it was typed: case, spaces and hyphens do not matter, and look-alikes are read as what they must be. */
export function hashRecoveryCode(code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replace(/[il]/g, "1")
    .replace(/o/g, "0");
  return hashToken(`recovery:${plain}`);
}
