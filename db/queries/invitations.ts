import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../client";
import { invitations, users } from "../schema";

type NewInvitation = typeof invitations.$inferInsert;

const isOpen = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

export async function insertInvitation(db: Database, invitation: NewInvitation) {
  const [row] = await db.insert(invitations).values(invitation).returning(LISTED);
  return row;
}

/** Everybody's invitations, newest first, for whoever may invite. */
export function listInvitationRows(
  db: Database,
  { limit, after }: { limit: number; after?: { createdAt: Date; id: string } },
) {
  return db
    .select({ ...LISTED, inviterEmail: users.email })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.userId))
    .where(
      after &&
        sql`(${invitations.createdAt}, ${invitations.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit);
}

/** Whom invitations went to, for the lines of the audit log that name them by id. */
export async function listInvitees(db: Database, { ids }: { ids: string[] }) {
  if (ids.length === 0) return [];
  return db
    .select({ id: invitations.id, email: invitations.email })
    .from(invitations)
    .where(inArray(invitations.id, ids));
}

/** The one invitation an address could still accept. */
export async function findOpenInvitationTo(db: Database, { email, now }: { email: string; now: Date }) {
  const [row] = await db
    .select(LISTED)
    .from(invitations)
    .where(and(eq(invitations.email, email), isOpen(now)));
  return row;
}

export async function findOpenInvitation(db: Database, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const [row] = await db
    .select(LISTED)
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now)));
  return row;
}

/** Spends an invitation. Of two who hold the link, exactly one gets the row. */
export async function acceptInvitationRow(db: Database, { tokenHash, now }: { tokenHash: string; now: Date }) {
  const [row] = await db
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now)))
    .returning(LISTED);
  return row;
}

export async function acceptInvitationRowsTo(db: Database, { email, now }: { email: string; now: Date }) {
  return db
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.email, email), isOpen(now)))
    .returning(LISTED);
}

/** @returns undefined when it was accepted or revoked already. */
export async function revokeInvitationRow(db: Database, { id, now }: { id: string; now: Date }) {
  const [row] = await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning(LISTED);
  return row;
}

/** A new link and a new week; the old link is dead. @returns undefined when it was accepted or revoked. */
export async function renewInvitationRow(
  db: Database,
  { id, tokenHash, expiresAt }: { id: string; tokenHash: string; expiresAt: Date },
) {
  const [row] = await db
    .update(invitations)
    .set({ tokenHash, expiresAt })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning(LISTED);
  return row;
}

/** The link's hash stays inside. */
const LISTED = {
  id: invitations.id,
  userId: invitations.userId,
  email: invitations.email,
  role: invitations.role,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  revokedAt: invitations.revokedAt,
  createdAt: invitations.createdAt,
};
