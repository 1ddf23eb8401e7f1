import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** `Algorithm.Argon2id`; the enum is ambient, so its value stands here. */
const ARGON2ID = 2;
/** OWASP / ASVS 5.0 appendix C: argon2id, 46 MiB, one pass. About 27 ms, on libuv's threads. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Takes as long for an account that does not exist as for one that does. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy");
  const isRight = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return Boolean(passwordHash) && isRight;
}
