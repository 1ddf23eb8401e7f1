import "server-only";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import { recordAudit } from "./service";

const HOUR_SECONDS = 3600;
/** A scanner is worth a few lines, not a full table: so many an hour for one person, and for everybody together. */
const LINES_PER_PERSON = 20;
const LINES_PER_HOUR = 500;

/** Called by the edges with whatever a verb threw; anything but a missing scope or permission is none of its business. */
export async function recordDenial(ctx: Context, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || !error.denied || ctx.actor.kind === "system") return;
  const keys = [
    { key: `denied:${ctx.actor.userId}`, limit: LINES_PER_PERSON },
    { key: "denied", limit: LINES_PER_HOUR },
  ];
  try {
    for (const { key, limit } of keys) await hitRateLimit(ctx, { key, limit, windowSeconds: HOUR_SECONDS });
  } catch {
    return;
  }
  await recordAudit(ctx, { action: "access.denied", detail: { needed: error.denied, as: ctx.actor.kind } });
}
