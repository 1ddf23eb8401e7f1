import "server-only";
import { randomUUID } from "node:crypto";
import { findOpenAccountToken, spendAccountToken, voidAccountTokens } from "@/db/queries/account-tokens";
import { revokeSessions } from "@/db/queries/session-list";
import { replacePassword, revokeApiTokens } from "@/db/queries/user-credentials";
import { findUserByEmail } from "@/db/queries/users";
import { recordAudit } from "@/lib/audit/service";
import { requireUncommonPassword } from "@/lib/auth/common-passwords";
import { hashPassword } from "@/lib/auth/passwords";
import { hashToken } from "@/lib/auth/tokens";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import { announceAccountMail, requestAccountMail } from "./account-mail";
import { deviceName } from "./device";
import { reauthenticate } from "./reauthenticate";
import type { ChangePasswordInput, EmailInput, ResetPasswordInput } from "./schemas";
import type { Visitor } from "./visitor";

const RESET = ["reset_password"] as const;
const MAILS_PER_ADDRESS = 5;
const MAIL_WINDOW_SECONDS = 60 * 60;

/** Mails a link to an address that has an account. The answer and its time are the same for one that has none. */
export async function requestPasswordReset(visitor: Visitor, { email }: EmailInput): Promise<void> {
  const limit = { limit: MAILS_PER_ADDRESS, windowSeconds: MAIL_WINDOW_SECONDS };
  await hitRateLimit(visitor, { key: `reset:${hashToken(email)}`, ...limit });
  const user = await findUserByEmail(visitor.db, { email });
  await requestAccountMail(visitor, { userId: user?.id ?? randomUUID(), kind: "reset_password" });
}

/** Whether a reset link still works. Looking changes nothing. */
export async function isResetLinkOpen(visitor: Visitor, token: string): Promise<boolean> {
  const now = visitor.now();
  return Boolean(await findOpenAccountToken(visitor.db, { tokenHash: hashToken(token), kinds: RESET, now }));
}

/**
 * Replaces a forgotten password. Every session, every API token and every other link ends with it; signing in comes
 * next, with the second step where there is one. @throws AppError("invalid") when the link was used or is too old
 */
export async function resetPassword(visitor: Visitor, { token, password }: ResetPasswordInput): Promise<void> {
  const now = visitor.now();
  const link = { tokenHash: hashToken(token), kinds: RESET, now };
  const open = await findOpenAccountToken(visitor.db, link);
  if (!open) throw deadLink();
  await requireUncommonPassword(password, { email: open.email });
  const passwordHash = await hashPassword(password);
  const userId = await visitor.db.transaction(async (tx) => {
    const spent = await spendAccountToken(tx, link);
    if (!spent) throw deadLink();
    const { userId, email: provenEmail } = spent;
    if (!(await replacePassword(tx, { userId, passwordHash, now, provenEmail }))) throw deadLink();
    const ended = await revokeSessions(tx, { userId, now });
    const tokens = await revokeApiTokens(tx, { userId, now });
    await voidAccountTokens(tx, { userId, kinds: ["reset_password", "change_email"], now });
    await recordAudit(
      { ...visitor, db: tx },
      { action: "account.password_reset", actorId: userId, detail: { ended, tokens } },
    );
    return userId;
  });
  await announceAccountMail(visitor, { userId, kind: "password_changed", device: deviceName(visitor.userAgent) });
}

/** Needs the current password. Signs out everywhere else; tokens made for scripts keep working. */
export async function changePassword(
  ctx: Context,
  { password, newPassword }: ChangePasswordInput,
): Promise<{ ended: number }> {
  const user = await reauthenticate(ctx, password);
  if (!user.passwordHash) throw new AppError("conflict", "This account has no password yet; ask for a link by mail");
  await requireUncommonPassword(newPassword, { email: user.email, field: "newPassword" });
  const passwordHash = await hashPassword(newPassword);
  const now = ctx.now();
  const { id: userId, sessionId: exceptId } = user;
  const ended = await ctx.db.transaction(async (tx) => {
    if (!(await replacePassword(tx, { userId, passwordHash, now })))
      throw new AppError("not_found", "Account not found");
    const ended = await revokeSessions(tx, { userId, now, exceptId });
    await voidAccountTokens(tx, { userId, kinds: RESET, now });
    await recordAudit({ ...ctx, db: tx }, { action: "account.password_changed", detail: { ended } });
    return ended;
  });
  await announceAccountMail(ctx, { userId, kind: "password_changed", device: deviceName(ctx.origin?.userAgent) });
  return { ended };
}

function deadLink(): AppError {
  return new AppError("invalid", "This link was used already or is too old. Ask for a new one.");
}
