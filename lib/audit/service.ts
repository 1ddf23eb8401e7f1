import "server-only";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit";
import type { AuditAction } from "@/db/schema/vocabulary";

export interface AuditRecord {
  action: AuditAction;
  /** Who acted; absent for a stranger. */
  actorId?: string;
  /** Whose account it touched. */
  userId?: string;
  subject?: { kind: string; id: string };
  address?: string;
  userAgent?: string;
  /** Facts without secrets, addresses of third persons or bodies. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes one line of the log that nobody can change. A Context, a PublicContext or a Visitor will do. */
export async function recordAudit(ctx: { db: Database; now: () => Date }, record: AuditRecord): Promise<void> {
  const { subject, userId, actorId, ...rest } = record;
  await insertAuditEntry(ctx.db, {
    ...rest,
    actorId,
    userId: userId ?? actorId,
    subjectKind: subject?.kind,
    subjectId: subject?.id,
    at: ctx.now(),
  });
}
