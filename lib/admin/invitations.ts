import "server-only";
import {
  findOpenInvitationTo,
  insertInvitation,
  listInvitationRows,
  renewInvitationRow,
  revokeInvitationRow,
} from "@/db/queries/invitations";
import { findUser, findUserByEmail, lockRegistration } from "@/db/queries/users";
import type { MailState } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { requirePermission } from "@/lib/auth/permissions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import type { Context } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseRecipient } from "@/lib/mail/address";
import { type MailContext, send } from "@/lib/mail/send";
import { appUrl } from "@/lib/mail/settings";
import { hitRateLimit } from "@/lib/rate-limit";
import type { InviteInput } from "./schemas";

export const INVITATION_DAYS = 7;
const PAGE_SIZE = 50;
/** Mails to strangers in an admin's name; a stolen session must not become a mailing. */
const MAILS_PER_HOUR = 60;
const TAKEN = "This address has an account already";

type Inviter = Context & Pick<MailContext, "transport">;
export type InvitationState = "open" | "accepted" | "revoked" | "expired";
export type Invitation = Awaited<ReturnType<typeof listInvitationRows>>[number] & { state: InvitationState };

/** Newest first, each with what became of it. */
export async function listInvitations(
  ctx: Context,
  { cursor }: { cursor?: string } = {},
): Promise<{ invitations: Invitation[]; nextCursor?: string }> {
  requirePermission(ctx, "invitations:manage");
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = cursor ? { createdAt: new Date(Number(createdAt)), id: String(id) } : undefined;
  const rows = await listInvitationRows(ctx.db, { limit: PAGE_SIZE + 1, after });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    invitations: page.map((row) => ({ ...row, state: stateOf(row, ctx.now()) })),
    nextCursor: rows.length > PAGE_SIZE && last ? encodeCursor([last.createdAt.getTime(), last.id]) : undefined,
  };
}

/** Mails a link that lets exactly this address register once, within a week. */
export async function sendInvitation(ctx: Inviter, { email, role }: InviteInput): Promise<{ state: MailState }> {
  requirePermission(ctx, "invitations:manage");
  requireSignUp();
  requireMailable(email);
  await countMail(ctx);
  const now = ctx.now();
  const token = randomToken();
  await ctx.db.transaction(async (db) => {
    // The same lock as registration, so that an address cannot register and be invited at once.
    await lockRegistration(db);
    if (await findUserByEmail(db, { email })) throw refused(TAKEN);
    if (await findOpenInvitationTo(db, { email, now })) {
      throw refused("This address is invited already; send that invitation again below");
    }
    const row = await insertInvitation(db, {
      userId: ctx.actor.userId,
      email,
      role,
      tokenHash: hashToken(token),
      expiresAt: expiryAfter(now),
      createdAt: now,
    });
    if (!row) throw new AppError("internal", "The invitation could not be stored");
    await recordAudit({ ...ctx, db }, sentRecord(row.id, { role, again: false }));
  });
  return mailInvitation(ctx, { email, token });
}

/** A new link for another week; the link mailed before stops working. */
export async function resendInvitation(ctx: Inviter, { id }: { id: string }): Promise<{ state: MailState }> {
  requirePermission(ctx, "invitations:manage");
  requireSignUp();
  await countMail(ctx);
  const token = randomToken();
  const renewed = await ctx.db.transaction(async (db) => {
    const row = await renewInvitationRow(db, {
      id,
      tokenHash: hashToken(token),
      expiresAt: expiryAfter(ctx.now()),
    });
    if (!row) throw new AppError("not_found", "This invitation was accepted or revoked already");
    if (await findUserByEmail(db, { email: row.email })) throw new AppError("conflict", TAKEN);
    await recordAudit({ ...ctx, db }, sentRecord(id, { role: row.role, again: true }));
    return row;
  });
  return mailInvitation(ctx, { email: renewed.email, token });
}

export async function revokeInvitation(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "invitations:manage");
  await ctx.db.transaction(async (db) => {
    if (!(await revokeInvitationRow(db, { id, now: ctx.now() }))) {
      throw new AppError("not_found", "This invitation was accepted or revoked already");
    }
    await recordAudit({ ...ctx, db }, { action: "admin.invitation_revoked", subject: { kind: "invitation", id } });
  });
}

async function mailInvitation(
  ctx: Inviter,
  { email, token }: { email: string; token: string },
): Promise<{ state: MailState }> {
  const inviter = await findUser(ctx.db, { userId: ctx.actor.userId });
  const { state } = await send(ctx, {
    to: email,
    template: "invitation",
    props: {
      inviterName: inviter?.name ?? "",
      url: appUrl("/sign-up", { invitation: token }),
      expiresIn: `${INVITATION_DAYS} days`,
    },
    idempotencyKey: `invitation:${hashToken(token)}`,
  });
  return { state };
}

async function countMail(ctx: Context): Promise<void> {
  await hitRateLimit(ctx, { key: `invitation:${ctx.actor.userId}`, limit: MAILS_PER_HOUR, windowSeconds: 3600 });
}

function requireSignUp(): void {
  if (env.SIGN_UP !== "closed") return;
  throw new AppError("conflict", "Sign-up is closed on this JOBA; start it with SIGN_UP=invite to invite people");
}

function requireMailable(email: string): void {
  try {
    parseRecipient(email);
  } catch (cause) {
    throw new AppError("invalid", "Some fields need attention", {
      fields: { email: ["JOBA cannot write to this address"] },
      cause,
    });
  }
}

function stateOf(
  row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  return row.expiresAt > now ? "open" : "expired";
}

const expiryAfter = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

const refused = (message: string) =>
  new AppError("conflict", "Some fields need attention", { fields: { email: [message] } });

const sentRecord = (id: string, detail: { role: string; again: boolean }) =>
  ({ action: "admin.invitation_sent", subject: { kind: "invitation", id }, detail }) as const;
