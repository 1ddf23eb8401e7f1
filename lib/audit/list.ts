import "server-only";
import { z } from "zod";
import { listAuditRows, listOwnAuditRows } from "@/db/queries/audit";
import { listInvitees } from "@/db/queries/invitations";
import { findUserByEmail } from "@/db/queries/users";
import { type ListAuditInput, listAuditInput } from "@/lib/admin/schemas";
import { requirePermission } from "@/lib/auth/permissions";
import type { Context } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { emailSchema } from "@/lib/users/schemas";

export type AuditLine = Awaited<ReturnType<typeof listAuditRows>>[number] & {
  invitee?: string;
  /** In a person's own list: somebody else acted, and who is left out. */
  isByAdmin?: boolean;
};

export interface AuditLines {
  entries: AuditLine[];
  nextCursor?: string;
}

const DAY_MS = 86_400_000;

/** The whole log, newest first. */
export async function listAuditEntries(ctx: Context, input: ListAuditInput = {}): Promise<AuditLines> {
  requirePermission(ctx, "audit:read");
  const { limit, cursor, from, until, actions, person } = listAuditInput.parse(input);
  const personId = person ? await resolvePerson(ctx, person) : undefined;
  if (person && !personId) return { entries: [] };
  const rows = await listAuditRows(ctx.db, {
    limit: limit + 1,
    after: readCursor(cursor),
    actions: actions?.length ? actions : undefined,
    personId,
    from: from ? new Date(`${from}T00:00:00Z`) : undefined,
    until: until ? new Date(Date.parse(`${until}T00:00:00Z`) + DAY_MS) : undefined,
  });
  const page = pageOf(rows, limit);
  return { ...page, entries: await withInvitees(ctx, page.entries) };
}

/** The log keeps no addresses of third persons; while the invitation is kept, it says whose it was. */
async function withInvitees(ctx: Context, entries: AuditLine[]): Promise<AuditLine[]> {
  const ids = entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === "invitation" && subjectId) || []);
  const emails = new Map((await listInvitees(ctx.db, { ids })).map(({ id, email }) => [id, email]));
  return entries.map((entry) => ({ ...entry, invitee: entry.subjectId ? emails.get(entry.subjectId) : undefined }));
}

async function resolvePerson(ctx: Context, person: string): Promise<string | undefined> {
  if (z.uuid().safeParse(person).success) return person;
  const email = emailSchema.safeParse(person);
  return email.success ? (await findUserByEmail(ctx.db, { email: email.data }))?.id : undefined;
}

/**
 * What happened in the person's own account, newest first. Where an admin acted, it says so and no more: their address
 * and browser are not this person's business.
 */
export async function listActivity(
  ctx: Context,
  { limit = 20, cursor }: { limit?: number; cursor?: string } = {},
): Promise<AuditLines> {
  requirePermission(ctx, "activity:read");
  const { userId } = ctx.actor;
  const rows = await listOwnAuditRows(ctx.db, { userId, limit: limit + 1, after: readCursor(cursor) });
  const own = rows.map((row) =>
    (row.actorId === null && !row.action.startsWith("admin.")) || row.actorId === userId
      ? row
      : { ...row, actorId: null, actorEmail: null, address: null, userAgent: null, isByAdmin: true },
  );
  return pageOf(own, limit);
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (!cursor) return undefined;
  const [at, id] = decodeCursor(cursor, 2);
  return { at: new Date(Number(at)), id: String(id) };
}

function pageOf(rows: AuditLine[], limit: number): AuditLines {
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return {
    entries,
    nextCursor: rows.length > limit && last ? encodeCursor([last.at.getTime(), last.id]) : undefined,
  };
}
