import "server-only";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

/** `Algorithm.Argon2id`; the enum is ambient, so its value stands here. */
const ARGON2ID = 2;
/** OWASP / ASVS 5.0 appendix C: argon2id, 46 MiB, one pass. About 27 ms, on libuv's threads. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** Each fills a core and 46 MiB for its time; one core stays free for everybody who only reads. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await new Promise<void>((start) => waiting.push(start));
  try {
    return await work();
  } finally {
    // The place goes to who waited longest.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, OPTIONS));
}

/** Takes as long for an account that does not exist as for one that does. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("decoy");
  const stored = passwordHash ?? (await decoy);
  const isRight = await inTurn(() => verify(stored, password)).catch(() => false);
  return Boolean(passwordHash) && isRight;
}
