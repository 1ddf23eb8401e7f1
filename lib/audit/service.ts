import "server-only";
import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit";
import type { AuditAction } from "@/db/schema/vocabulary";
import type { Actor, Origin } from "@/lib/context";

export interface AuditRecord {
  action: AuditAction;
  /** Who acted. Unset: the context's person; absent for a stranger. */
  actorId?: string;
  /** Whose account it touched. Unset: the actor's own. */
  userId?: string;
  subject?: { kind: string; id: string };
  /** Unset, as almost always: where the context's request came from. */
  address?: string;
  userAgent?: string;
  /** Facts without secrets, addresses of third persons or bodies. */
  detail?: Record<string, string | number | boolean | null>;
}

/** A Context, a PublicContext or a Visitor: whichever the verb has. */
export interface AuditContext {
  db: Database;
  now: () => Date;
  actor?: Actor;
  origin?: Origin;
  address?: string;
  userAgent?: string;
}

/** Writes one line of the log that nobody can change. Who and from where are the context's unless said otherwise. */
export async function recordAudit(ctx: AuditContext, record: AuditRecord): Promise<void> {
  const { subject, userId, actorId = personOf(ctx.actor), detail, action } = record;
  await insertAuditEntry(ctx.db, {
    action,
    detail,
    actorId,
    userId: userId ?? actorId,
    subjectKind: subject?.kind,
    subjectId: subject?.id,
    address: record.address ?? ctx.origin?.address ?? ctx.address,
    userAgent: record.userAgent ?? ctx.origin?.userAgent ?? ctx.userAgent,
    at: ctx.now(),
  });
}

/** A function acts for nobody who could be asked about it. */
function personOf(actor: Actor | undefined): string | undefined {
  return actor && actor.kind !== "system" ? actor.userId : undefined;
}
