import "server-only";
import { getDatabase } from "@/db/client";
import { deleteExpiredIdempotencyKeys } from "@/db/queries/idempotency-keys";
import { deleteExpiredHits } from "@/db/queries/rate-limits";
import { deleteDeadSessions } from "@/db/queries/sessions";
import { deleteExpiredDemoUsers } from "@/db/queries/users";
import { sweepOutbox } from "@/lib/mail/sweep";

const KEEP_DAYS = 30;

/** Housekeeping over everybody, which is why it takes no person's context. */
export async function sweepExpired(now = new Date()): Promise<{ demoUsers: number }> {
  const db = await getDatabase();
  const demoUsers = await deleteExpiredDemoUsers(db, { now });
  await deleteExpiredHits(db, { now });
  await deleteExpiredIdempotencyKeys(db, { now });
  await deleteDeadSessions(db, { before: new Date(now.getTime() - KEEP_DAYS * 86_400_000) });
  await sweepOutbox(db, now);
  return { demoUsers };
}
