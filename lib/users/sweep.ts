import "server-only";
import { getDatabase } from "@/db/client";
import { deleteAuditRowsOf, deleteOldAuditRows } from "@/db/queries/audit";
import { eraseOrphanedWork } from "@/db/queries/erase-person";
import { deleteDeadAccountTokens, deleteExpiredRefreshTokens, deleteOldInvitations } from "@/db/queries/expired";
import { deleteExpiredIdempotencyKeys } from "@/db/queries/idempotency-keys";
import { deleteExpiredHits } from "@/db/queries/rate-limits";
import { deleteDeadChallenges } from "@/db/queries/second-factors";
import { deleteDeadSessions } from "@/db/queries/sessions";
import { deleteExpiredDemoUsers } from "@/db/queries/users";
import { sweepOutbox } from "@/lib/mail/sweep";

/** Long enough to look back on what ended. */
const KEEP_DAYS = 30;
/** A link that is over still answers "expired" for a day before it answers "unknown". */
const KEEP_LINKS_DAYS = 1;
const KEEP_AUDIT_DAYS = 365;

/** Housekeeping over everybody, which is why it takes no person's context. */
export async function sweepExpired(now = new Date()): Promise<{ demoUsers: number; auditEntries: number }> {
  const db = await getDatabase();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const demoUsers = await deleteExpiredDemoUsers(db, { now });
  await deleteAuditRowsOf(db, { userIds: demoUsers });
  await eraseOrphanedWork(db);
  await deleteExpiredHits(db, { now });
  await deleteExpiredRefreshTokens(db, { now });
  await deleteExpiredIdempotencyKeys(db, { now });
  await deleteDeadAccountTokens(db, { before: daysAgo(KEEP_LINKS_DAYS) });
  await deleteDeadChallenges(db, { before: daysAgo(KEEP_LINKS_DAYS) });
  await deleteDeadSessions(db, { before: daysAgo(KEEP_DAYS) });
  await deleteOldInvitations(db, { before: daysAgo(KEEP_DAYS) });
  await sweepOutbox(db, now);
  const auditEntries = await deleteOldAuditRows(db, { before: daysAgo(KEEP_AUDIT_DAYS) });
  return { demoUsers: demoUsers.length, auditEntries };
}
