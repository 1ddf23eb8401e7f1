import "server-only";
import type { Database } from "@/db/client";
import { acceptInvitationRow, acceptInvitationRowsTo, findOpenInvitation } from "@/db/queries/invitations";
import type { Role } from "@/db/schema/vocabulary";
import { hashToken } from "@/lib/auth/tokens";

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
}

interface Link {
  token: string;
  now: Date;
}

/** What the link still opens, without using it up. The token is the secret: whoever holds it received the mail. */
export async function findInvitation(db: Database, { token, now }: Link): Promise<OpenInvitation | undefined> {
  const row = await findOpenInvitation(db, { tokenHash: hashToken(token), now });
  return row && { id: row.id, email: row.email, role: row.role };
}

/**
 * Uses the link up, inside the transaction that makes the account, so that both happen or neither.
 * @returns undefined when it is spent, revoked, over or never was
 */
export async function acceptInvitation(db: Database, { token, now }: Link): Promise<OpenInvitation | undefined> {
  const row = await acceptInvitationRow(db, { tokenHash: hashToken(token), now });
  return row && { id: row.id, email: row.email, role: row.role };
}

/** Uses up whatever invitation waits for an address that somebody has shown to be theirs in another way. */
export async function acceptInvitationTo(
  db: Database,
  { email, now }: { email: string; now: Date },
): Promise<OpenInvitation | undefined> {
  const [row] = await acceptInvitationRowsTo(db, { email, now });
  return row && { id: row.id, email: row.email, role: row.role };
}
