import "server-only";
import { randomUUID } from "node:crypto";
import {
  findOpenAccountToken,
  insertAccountToken,
  spendAccountToken,
  voidAccountTokens,
} from "@/db/queries/account-tokens";
import { replaceEmail, setEmailVerified } from "@/db/queries/user-credentials";
import { findUser, findUserByEmail, lockRegistration } from "@/db/queries/users";
import type { AccountToken } from "@/db/schema";
import { recordAudit } from "@/lib/audit/service";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import { announceAccountMail, requestAccountMail } from "./account-mail";
import { LINKS } from "./links";
import { reauthenticate, requireAccount } from "./reauthenticate";
import type { ChangeEmailInput, EmailInput, TokenInput } from "./schemas";
import type { Visitor } from "./visitor";

const CONFIRMING = ["verify_email", "change_email"] as const;
const MAILS = { limit: 5, windowSeconds: 60 * 60 };

/** Mails the confirmation again, to somebody who cannot sign in yet. Answers the same whoever asks for whom. */
export async function resendVerification(visitor: Visitor, { email }: EmailInput): Promise<void> {
  await hitRateLimit(visitor, { key: `verify:${hashToken(email)}`, ...MAILS });
  const user = await findUserByEmail(visitor.db, { email });
  await requestAccountMail(visitor, { userId: user?.id ?? randomUUID(), kind: "verify_email" });
}

/** Mails the confirmation again, to whoever is signed in. */
export async function resendOwnVerification(ctx: Context): Promise<{ isVerified: boolean }> {
  const { id: userId, emailVerifiedAt } = await requireAccount(ctx);
  if (emailVerifiedAt) return { isVerified: true };
  await hitRateLimit(ctx, { key: `verify:${userId}`, ...MAILS });
  await requestAccountMail(ctx, { userId, kind: "verify_email" });
  return { isVerified: false };
}

/** The address a link would confirm, while it works. Looking changes nothing. */
export async function findConfirmation(visitor: Visitor, token: string): Promise<{ email: string } | undefined> {
  const link = { tokenHash: hashToken(token), kinds: CONFIRMING, now: visitor.now() };
  const row = await findOpenAccountToken(visitor.db, link);
  return row && { email: row.email };
}

/**
 * Spends the link of a new or of a changed address. It signs nobody in: whoever typed the address may not be who reads
 * its mail. @throws AppError("invalid") when the link was used or is too old
 */
export async function confirmEmail(visitor: Visitor, { token }: TokenInput): Promise<{ email: string }> {
  const now = visitor.now();
  const { spent, formerId } = await visitor.db.transaction(async (tx) => {
    const spent = await spendAccountToken(tx, { tokenHash: hashToken(token), kinds: CONFIRMING, now });
    if (!spent) throw deadLink();
    const local = { ...visitor, db: tx };
    if (spent.kind === "change_email") return { spent, formerId: await moveToEmail(local, spent) };
    if (!(await setEmailVerified(tx, { userId: spent.userId, email: spent.email, now }))) throw deadLink();
    await voidAccountTokens(tx, { userId: spent.userId, kinds: ["verify_email"], now });
    await recordAudit(local, { action: "account.email_verified", actorId: spent.userId });
    return { spent, formerId: undefined };
  });
  if (formerId)
    await announceAccountMail(visitor, { userId: spent.userId, kind: "email_changed", subjectId: formerId });
  return { email: spent.email };
}

/** Mails a link to the new address; until it is opened, nothing changes. A taken address answers like a free one. */
export async function requestEmailChange(ctx: Context, { email, password }: ChangeEmailInput): Promise<void> {
  const user = await reauthenticate(ctx, password);
  if (user.email === email) {
    throw new AppError("invalid", "That is your address already", {
      fields: { email: ["That is your address already"] },
    });
  }
  await hitRateLimit(ctx, { key: `change-email:${user.id}`, ...MAILS });
  const now = ctx.now();
  // The wish; nobody knows this token. The link that is mailed gets one of its own and makes this row worthless.
  const wish = await insertAccountToken(ctx.db, {
    userId: user.id,
    kind: "change_email",
    email,
    tokenHash: hashToken(randomToken()),
    createdAt: now,
    expiresAt: new Date(now.getTime() + LINKS.change_email.minutes * 60_000),
  });
  await requestAccountMail(ctx, { userId: user.id, kind: "change_email", subjectId: wish.id });
}

/** @returns the row that keeps the former address for the notice to it, if there was one */
async function moveToEmail(visitor: Visitor, { userId, email }: AccountToken): Promise<string | undefined> {
  const { db } = visitor;
  const now = visitor.now();
  // Whoever registers or moves to this address at the same instant waits, so that one of them gets a plain no.
  await lockRegistration(db);
  const former = await findUser(db, { userId });
  if (!(await replaceEmail(db, { userId, email, now }))) {
    throw new AppError("conflict", "This address cannot become yours any more. Ask for another one.");
  }
  // Links to the former address must not open the account any more.
  await voidAccountTokens(db, { userId, kinds: ["verify_email", "change_email", "reset_password"], now });
  await recordAudit(visitor, { action: "account.email_changed", actorId: userId });
  if (!former?.email) return undefined;
  const tokenHash = hashToken(randomToken());
  const spent = { userId, email: former.email, tokenHash, createdAt: now, expiresAt: now, usedAt: now };
  return (await insertAccountToken(db, { ...spent, kind: "change_email" })).id;
}

function deadLink(): AppError {
  return new AppError("invalid", "This link was used already or is too old. Ask for a new one.");
}
