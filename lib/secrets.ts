import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const VERSION = "v1";

/** A 32-byte key for one purpose, derived from AUTH_SECRET or the secret generated for this data folder. */
export function appSecret(purpose: string): Buffer {
  return derive(env.AUTH_SECRET ?? generatedSecret(), purpose);
}

/**
 * AES-256-GCM. `aad` binds the text to its owner and field (`${userId}:source-key:indeed`), so a row copied to another
 * person does not open.
 * @returns `v1.<key id>.<nonce>.<ciphertext+tag>`
 */
export function seal(plain: string, aad: string): string {
  const key = encryptionKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, keyId(key), nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** @throws AppError("internal") when the key, the owner or the text is not the one it was sealed with. */
export function unseal(sealed: string, aad: string): string {
  const [version, id, nonce = "", body = ""] = sealed.split(".");
  const key = [encryptionKey(), ...oldKeys()].find((known) => keyId(known) === id);
  if (version !== VERSION || !key) {
    throw new AppError("internal", "A stored secret was sealed with another ENCRYPTION_KEY; enter it again");
  }
  const bytes = Buffer.from(body, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"))
      .setAAD(Buffer.from(aad))
      .setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new AppError("internal", "A stored secret could not be opened; enter it again", { cause });
  }
}

/** How everything sealed with the present key begins. */
export const currentPrefix = () => `${VERSION}.${keyId(encryptionKey())}.`;

const encryptionKey = () => derive(env.ENCRYPTION_KEY ?? generatedSecret(), "encryption");
const oldKeys = () => env.ENCRYPTION_KEYS_OLD.map((secret) => derive(secret, "encryption"));

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "joba", purpose, 32));
}

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

let cached: string | undefined;

/** With no secret configured, one is made once and kept beside the built-in database. */
function generatedSecret(): string {
  if (cached) return cached;
  const path = join(resolve(env.DATA_DIR === "memory://" ? ".data" : env.DATA_DIR), "secret");
  try {
    cached = readFileSync(path, "utf8").trim();
  } catch {
    mkdirSync(resolve(path, ".."), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    cached = readFileSync(path, "utf8").trim();
  }
  return cached;
}
