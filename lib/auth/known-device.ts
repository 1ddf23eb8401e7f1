import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isSecure } from "@/lib/auth/cookie";
import { appSecret } from "@/lib/secrets";

export const DEVICE_COOKIE = isSecure ? "__Host-joba.device" : "joba.device";
export const DEVICE_SECONDS = 180 * 24 * 60 * 60;

const ACCOUNTS_PER_DEVICE = 5;
const COOKIE = /^([\w-]{22})((?:\.[\w-]{22}){1,5})$/;

/**
 * The id of a browser that has signed in to this account before, or undefined. It has its own count of tries, so a
 * stranger who uses up an account's tries does not lock its owner out. It opens nothing by itself.
 */
export function knownDevice(cookie: string | undefined, email: string): string | undefined {
  const device = parse(cookie);
  if (!device) return undefined;
  const expected = Buffer.from(proofOf(device.id, email));
  return device.proofs.some((proof) => timingSafeEqual(Buffer.from(proof), expected)) ? device.id : undefined;
}

/** The cookie of a browser that has just signed in to an account; it keeps the few accounts used last. */
export function rememberDevice(cookie: string | undefined, email: string): string {
  const known = parse(cookie);
  const id = known?.id ?? randomBytes(16).toString("base64url");
  const proof = proofOf(id, email);
  const others = (known?.proofs ?? []).filter((other) => other !== proof);
  return [id, proof, ...others].slice(0, 1 + ACCOUNTS_PER_DEVICE).join(".");
}

function parse(cookie: string | undefined): { id: string; proofs: string[] } | undefined {
  const [, id, proofs = ""] = COOKIE.exec(cookie ?? "") ?? [];
  return id === undefined ? undefined : { id, proofs: proofs.split(".").slice(1) };
}

function proofOf(id: string, email: string): string {
  const mac = createHmac("sha256", appSecret("known-device")).update(`${id}:${email}`).digest();
  return mac.subarray(0, 16).toString("base64url");
}
