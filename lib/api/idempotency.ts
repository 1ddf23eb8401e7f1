import "server-only";
import { createHash } from "node:crypto";
import {
  claimIdempotencyKey,
  findIdempotencyKey,
  finishIdempotencyKey,
  releaseIdempotencyKey,
} from "@/db/queries/idempotency-keys";
import { problemError } from "@/lib/api/problem";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { seal, unseal } from "@/lib/secrets";

/** What is kept of an answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

const KEEP_MS = 24 * 60 * 60_000;
/** Longer than any request may take: past it the holder is dead. */
const LOCK_MS = 60_000;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The `Idempotency-Key` of a request. @throws AppError("invalid") when it is not one. */
export function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!KEY.test(key)) {
    throw new AppError("invalid", "Idempotency-Key must be 1 to 200 visible ASCII characters, such as a UUID");
  }
  return key;
}

/**
 * Runs a request once per key and day. Only success is kept; after a failure the same key may be sent again. Answers are
 * sealed: some hold a secret that is otherwise shown once.
 */
export async function once(
  ctx: Context,
  {
    operation,
    key,
    request,
  }: { operation: string; key: string; request: { method: string; path: string; body: unknown } },
  run: () => Promise<Answer>,
): Promise<Answer & { isReplay: boolean }> {
  const now = ctx.now();
  const claim = { userId: ctx.actor.userId, operation, keyHash: hash(key) };
  const requestHash = hash(JSON.stringify([request.method, request.path, request.body ?? null]));
  const lockedUntil = new Date(now.getTime() + LOCK_MS);
  const expiresAt = new Date(now.getTime() + KEEP_MS);
  if (!(await claimIdempotencyKey(ctx.db, { ...claim, requestHash, lockedUntil, expiresAt, now }))) {
    return { ...(await earlierAnswer(ctx, claim, requestHash)), isReplay: true };
  }
  try {
    const answer = await run();
    await finishIdempotencyKey(ctx.db, {
      ...claim,
      ...answer,
      body: answer.body === null ? null : seal(answer.body, idempotencyAad(claim)),
      lockedUntil,
    });
    return { ...answer, isReplay: false };
  } catch (error) {
    await releaseIdempotencyKey(ctx.db, { ...claim, lockedUntil }).catch((failure: unknown) => {
      logger.error({ err: failure, operation }, "an idempotency key was not given back");
    });
    throw error;
  }
}

async function earlierAnswer(
  ctx: Context,
  claim: { userId: string; operation: string; keyHash: string },
  requestHash: string,
): Promise<Answer> {
  const row = await findIdempotencyKey(ctx.db, claim);
  if (row && row.requestHash !== requestHash) {
    throw problemError("idempotency_key_reused", "This Idempotency-Key was sent with another request");
  }
  if (row?.state !== "done" || row.status === null) {
    throw problemError("idempotency_in_progress", "The same request is being answered; ask again in a moment", {
      retryAfter: 1,
    });
  }
  return {
    status: row.status,
    headers: row.headers ?? {},
    body: row.body === null ? null : unseal(row.body, idempotencyAad(claim)),
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
/** Binds a sealed answer to its owner, operation and key. */
export const idempotencyAad = ({
  userId,
  operation,
  keyHash,
}: {
  userId: string;
  operation: string;
  keyHash: string;
}) => `${userId}:idempotency:${operation}:${keyHash}`;
