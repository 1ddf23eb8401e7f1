import "server-only";
import { randomUUID } from "node:crypto";
import {
  deleteAccountToken,
  findAccountToken,
  insertAccountToken,
  voidAccountTokens,
} from "@/db/queries/account-tokens";
import { findSession } from "@/db/queries/session-list";
import { findUser } from "@/db/queries/users";
import type { User } from "@/db/schema";
import type { AccountMailKind, AccountTokenKind } from "@/db/schema/vocabulary";
import { accountMailDue } from "@/inngest/events";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { type Context, emitEvents } from "@/lib/context";
import { logger } from "@/lib/logger";
import { send } from "@/lib/mail/send";
import { appUrl } from "@/lib/mail/settings";
import type { TemplateName, TemplateProps } from "@/lib/mail/templates";
import { deviceName, placeName } from "./device";
import { formatMoment, LINKS, maskEmail } from "./links";

export interface AccountMail {
  userId: string;
  kind: AccountMailKind;
  /** The session or link it is about. */
  subjectId?: string;
  device?: string;
}

/** Asks for a mail to be written. The same steps and the same time whoever `userId` is. */
export async function requestAccountMail(ctx: { emit?: Context["emit"] }, mail: AccountMail): Promise<void> {
  const requestId = randomUUID();
  const event = accountMailDue.create({ ...mail, requestId }, { id: `account-mail-${requestId}` });
  await (ctx.emit ?? emitEvents)(event);
}

/** The same after a change that is done: a queue that is down takes nothing back and fails nothing. */
export async function announceAccountMail(ctx: { emit?: Context["emit"] }, mail: AccountMail): Promise<void> {
  await requestAccountMail(ctx, mail).catch((err) => {
    logger.error({ err, userId: mail.userId, kind: mail.kind }, "a mail about an account could not be asked for");
  });
}

type DueMail = Omit<AccountMail, "userId"> & { requestId: string };
type Writer = (ctx: Context, user: Addressed, mail: DueMail) => Promise<boolean>;
type Addressed = User & { email: string };

/** Writes and sends one mail; a second try of the same one sends nothing. Nobody and closed accounts get none. */
export async function sendAccountMail(ctx: Context, mail: DueMail): Promise<{ sent: boolean }> {
  const user = await findUser(ctx.db, { userId: ctx.actor.userId });
  if (!user?.email || user.isDemo || user.disabledAt) return { sent: false };
  return { sent: await WRITERS[mail.kind](ctx, { ...user, email: user.email }, mail) };
}

const WRITERS: Record<AccountMailKind, Writer> = {
  verify_email: async (ctx, user, mail) =>
    !user.emailVerifiedAt && sendLink(ctx, user, mail, { kind: "verify_email", email: user.email }),
  reset_password: (ctx, user, mail) => sendLink(ctx, user, mail, { kind: "reset_password", email: user.email }),
  change_email: async (ctx, user, mail) => {
    const asked = mail.subjectId && (await findAccountToken(ctx.db, { userId: user.id, id: mail.subjectId }));
    if (!asked || asked.usedAt || asked.expiresAt <= ctx.now()) return false;
    return sendLink(ctx, user, mail, { kind: "change_email", email: asked.email });
  },
  already_registered: (ctx, user, mail) =>
    write(ctx, user, mail, "already-registered", { url: appUrl("/sign-in"), resetUrl: appUrl("/forgot-password") }),
  password_changed: (ctx, user, mail) =>
    write(ctx, user, mail, "password-changed", {
      changedAt: formatMoment(user.passwordChangedAt ?? ctx.now()),
      device: mail.device,
      url: appUrl("/forgot-password"),
    }),
  email_changed: async (ctx, user, mail) => {
    const former = mail.subjectId && (await findAccountToken(ctx.db, { userId: user.id, id: mail.subjectId }));
    if (!former) return false;
    const props = { changedAt: formatMoment(former.createdAt), newEmail: maskEmail(user.email) };
    const url = appUrl("/settings/security");
    return write(ctx, { ...user, email: former.email }, mail, "email-changed", { ...props, url });
  },
  sign_in_alert: async (ctx, user, mail) => {
    const session = mail.subjectId && (await findSession(ctx.db, { userId: user.id, id: mail.subjectId }));
    if (!session) return false;
    return write(ctx, user, mail, "sign-in-alert", {
      signedInAt: formatMoment(session.createdAt),
      device: deviceName(session.userAgent),
      place: placeName(session.address),
      url: appUrl("/settings/security"),
    });
  },
};

/** Makes a link, mails it, and makes the older ones of its kind worthless. */
async function sendLink(
  ctx: Context,
  user: Addressed,
  mail: DueMail,
  { kind, email }: { kind: AccountTokenKind; email: string },
): Promise<boolean> {
  const { path, minutes, expiresIn, template } = LINKS[kind];
  const token = randomToken();
  const now = ctx.now();
  const row = await insertAccountToken(ctx.db, {
    userId: user.id,
    kind,
    email,
    tokenHash: hashToken(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  });
  const isSent = await write(ctx, { ...user, email }, mail, template, { url: appUrl(path, { token }), expiresIn });
  // A second try: the mail that left holds the link made by the first.
  if (!isSent) await deleteAccountToken(ctx.db, { userId: user.id, id: row.id });
  else await voidAccountTokens(ctx.db, { userId: user.id, kinds: [kind], now, before: row });
  return isSent;
}

async function write<N extends TemplateName>(
  ctx: Context,
  { id: userId, email: to }: Addressed,
  { kind, requestId }: DueMail,
  template: N,
  props: TemplateProps<N>,
): Promise<boolean> {
  const idempotencyKey = `account-mail:${kind}:${requestId}`;
  const { isRepeat } = await send(ctx, { to, userId, template, props, idempotencyKey });
  return !isRepeat;
}
