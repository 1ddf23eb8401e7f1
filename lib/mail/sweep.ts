import "server-only";
import type { Database } from "@/db/client";
import { deleteOldOutboxMessages, reviewStaleOutboxMessages } from "@/db/queries/outbox";

/** Longer than every try of every transport together. */
const STALE_MS = 5 * 60_000;
const KEEP_DAYS = 30;

/** Mails left half-sent by a server that died go to review; what is older than a month is forgotten. */
export async function sweepOutbox(db: Database, now: Date): Promise<{ reviewed: number }> {
  const reviewed = await reviewStaleOutboxMessages(db, {
    before: new Date(now.getTime() - STALE_MS),
    now,
    error: "The server stopped while this mail was on its way; it may have been sent",
  });
  await deleteOldOutboxMessages(db, { before: new Date(now.getTime() - KEEP_DAYS * 86_400_000) });
  return { reviewed };
}
