import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../client";
import { type NewOutboxMessage, type OutboxMessage, outboxMessages, users } from "../schema";
import type { MailState } from "../schema/vocabulary";

/** Whose rows are read: one person's, or everybody's for whoever runs this JOBA. */
export type OutboxScope = { userId: string } | { everybody: true };
export type OutboxListRow = Omit<OutboxMessage, "html" | "text" | "keyHash">;

/** @returns undefined when a mail with this key is in the ledger already. */
export async function insertOutboxMessage(db: Database, message: NewOutboxMessage) {
  const [row] = await db
    .insert(outboxMessages)
    .values(message)
    .onConflictDoNothing({ target: outboxMessages.keyHash })
    .returning();
  return row;
}

export async function findOutboxMessageByKey(db: Database, { keyHash }: { keyHash: string }) {
  const [row] = await db
    .select({ id: outboxMessages.id, state: outboxMessages.state })
    .from(outboxMessages)
    .where(eq(outboxMessages.keyHash, keyHash));
  return row;
}

/** Writes what became of a mail that is being sent; undefined when somebody has settled it already. */
export async function settleOutboxMessage(
  db: Database,
  { id, patch }: { id: string; patch: Pick<NewOutboxMessage, "state" | "providerId" | "error" | "settledAt"> },
) {
  const [row] = await db
    .update(outboxMessages)
    .set(patch)
    .where(and(eq(outboxMessages.id, id), eq(outboxMessages.state, "sending")))
    .returning({ id: outboxMessages.id, state: outboxMessages.state });
  return row;
}

/** Newest first, without bodies. */
export async function listOutboxMessages(
  db: Database,
  { scope, limit, after }: { scope: OutboxScope; limit: number; after?: { createdAt: Date; id: string } },
): Promise<OutboxListRow[]> {
  return db
    .select(LISTED)
    .from(outboxMessages)
    .where(
      and(
        inScope(scope),
        after &&
          sql`(${outboxMessages.createdAt}, ${outboxMessages.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(limit);
}

export async function findOutboxMessage(db: Database, { scope, id }: { scope: OutboxScope; id: string }) {
  const [row] = await db
    .select()
    .from(outboxMessages)
    .where(and(inScope(scope), eq(outboxMessages.id, id)));
  return row;
}

export async function hasOutboxMessage(
  db: Database,
  { scope, states }: { scope: OutboxScope; states: readonly MailState[] },
): Promise<boolean> {
  const rows = await db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(and(inScope(scope), inArray(outboxMessages.state, states)))
    .limit(1);
  return rows.length > 0;
}

/** Demo visitors have no mailbox; so has nobody whose row is gone. */
export async function isDemoUser(db: Database, { userId }: { userId: string }): Promise<boolean> {
  const [row] = await db.select({ isDemo: users.isDemo }).from(users).where(eq(users.id, userId));
  return row?.isDemo ?? false;
}

/** Mails whose sender died half-way: they may have left. */
export async function reviewStaleOutboxMessages(
  db: Database,
  { before, now, error }: { before: Date; now: Date; error: string },
): Promise<number> {
  const rows = await db
    .update(outboxMessages)
    .set({ state: "needs_review", error, settledAt: now })
    .where(and(eq(outboxMessages.state, "sending"), lt(outboxMessages.createdAt, before)))
    .returning({ id: outboxMessages.id });
  return rows.length;
}

export async function deleteOldOutboxMessages(db: Database, { before }: { before: Date }) {
  await db.delete(outboxMessages).where(lt(outboxMessages.createdAt, before));
}

const LISTED = {
  id: outboxMessages.id,
  userId: outboxMessages.userId,
  transport: outboxMessages.transport,
  template: outboxMessages.template,
  recipient: outboxMessages.recipient,
  subject: outboxMessages.subject,
  state: outboxMessages.state,
  providerId: outboxMessages.providerId,
  error: outboxMessages.error,
  settledAt: outboxMessages.settledAt,
  createdAt: outboxMessages.createdAt,
  updatedAt: outboxMessages.updatedAt,
};

const inScope = (scope: OutboxScope) => ("userId" in scope ? eq(outboxMessages.userId, scope.userId) : undefined);
