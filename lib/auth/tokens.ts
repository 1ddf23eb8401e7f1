import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as base64url. Sent once; only `hashToken` of it is stored. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
