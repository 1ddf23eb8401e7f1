import "server-only";
import { encode } from "uqr";
import {
  confirmFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  upsertPendingFactor,
} from "@/db/queries/second-factors";
import type { AuditAction } from "@/db/schema/vocabulary";
import type { SecurityChange } from "@/emails/security-changed";
import { recordAudit } from "@/lib/audit/service";
import { hashRecoveryCode, newRecoveryCodes } from "@/lib/auth/recovery-codes";
import { findTotpStep, newTotpSecret, totpUri } from "@/lib/auth/totp";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { seal, unseal } from "@/lib/secrets";
import { reauthenticate, requireAccount } from "./reauthenticate";
import type { ChangeTwoStepInput, ConfirmTwoStepInput, StartTwoStepInput } from "./schemas";
import { countCodeTry, factorSecretAad, spendCode } from "./second-factor-check";
import { mailSecurityChange } from "./security-mail";

/** A set-up that was left lying must not be finished by whoever finds the browser open. */
const SET_UP_MS = 30 * 60_000;

export interface TwoStepView {
  isOn: boolean;
  confirmedAt?: Date;
  recoveryCodesLeft: number;
  hasPassword: boolean;
}

export interface TwoStepSetUp {
  /** In groups of four, to type where a picture cannot be read. */
  secret: string;
  /** Modules of the QR code, row by row, as an SVG path in a square of `size`. */
  qr: { path: string; size: number };
}

export async function getTwoStep(ctx: Context): Promise<TwoStepView> {
  const user = await requireAccount(ctx);
  const factor = await findSecondFactor(ctx.db, { userId: user.id });
  return {
    isOn: Boolean(factor?.confirmedAt),
    confirmedAt: factor?.confirmedAt ?? undefined,
    recoveryCodesLeft: await countRecoveryCodes(ctx.db, { userId: user.id }),
    hasPassword: Boolean(user.passwordHash),
  };
}

/** Makes a secret for the person's app. Nothing changes for signing in until a first code confirms it. */
export async function startTwoStep(ctx: Context, { password }: StartTwoStepInput): Promise<TwoStepSetUp> {
  const user = await reauthenticate(ctx, password);
  const secret = newTotpSecret();
  const sealedSecret = seal(secret, factorSecretAad(user.id));
  if (!(await upsertPendingFactor(ctx.db, { userId: user.id, sealedSecret, now: ctx.now() }))) throw alreadyOn();
  const { data, size } = encode(totpUri(secret, user.email), { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { secret: secret.replace(/(.{4})(?=.)/g, "$1 "), qr: { path, size } };
}

/** The first code shows that the app works; from here on signing in asks for one. @returns the codes, shown this once. */
export async function confirmTwoStep(
  ctx: Context,
  { code }: ConfirmTwoStepInput,
): Promise<{ recoveryCodes: string[] }> {
  const { id: userId } = await requireAccount(ctx);
  await countCodeTry(ctx, userId);
  const factor = await findSecondFactor(ctx.db, { userId });
  if (factor?.confirmedAt) throw alreadyOn();
  const now = ctx.now();
  if (!factor || now.getTime() - factor.updatedAt.getTime() > SET_UP_MS)
    throw new AppError("conflict", "That took too long; begin again");
  const { sealedSecret } = factor;
  const step = findTotpStep(unseal(sealedSecret, factorSecretAad(userId)), code.replace(/\s/g, ""), now);
  if (step === undefined) throw wrongCode("That is not the code your app shows now");
  const recoveryCodes = newRecoveryCodes();
  await ctx.db.transaction(async (tx) => {
    if (!(await confirmFactor(tx, { userId, sealedSecret, step, now }))) throw alreadyOn();
    await replaceRecoveryCodes(tx, { userId, codeHashes: recoveryCodes.map(hashRecoveryCode) });
  });
  await note(ctx, userId, "account.totp_enabled", "two_step_on");
  return { recoveryCodes };
}

export async function disableTwoStep(ctx: Context, input: ChangeTwoStepInput): Promise<void> {
  const userId = await proveBoth(ctx, input);
  await ctx.db.transaction((tx) => deleteSecondFactor(tx, { userId }));
  await note(ctx, userId, "account.totp_disabled", "two_step_off");
}

/** Ten new recovery codes in place of the old ones. @returns them, shown this once. */
export async function renewRecoveryCodes(
  ctx: Context,
  input: ChangeTwoStepInput,
): Promise<{ recoveryCodes: string[] }> {
  const userId = await proveBoth(ctx, input);
  const recoveryCodes = newRecoveryCodes();
  const codeHashes = recoveryCodes.map(hashRecoveryCode);
  await ctx.db.transaction((tx) => replaceRecoveryCodes(tx, { userId, codeHashes }));
  await note(ctx, userId, "account.recovery_codes_renewed", "recovery_codes_renewed");
  return { recoveryCodes };
}

/** What weakens the second step takes both steps: a browser left open and a password seen are not enough. */
async function proveBoth(ctx: Context, { password, code }: ChangeTwoStepInput): Promise<string> {
  const user = await requireAccount(ctx);
  if (!(await findSecondFactor(ctx.db, { userId: user.id }))?.confirmedAt) {
    throw new AppError("conflict", "Two-step sign-in is off");
  }
  // A code is a fresh proof by itself for whoever has no password.
  if (user.passwordHash) await reauthenticate(ctx, password);
  if (!(await spendCode(ctx, user.id, code))) throw wrongCode("That code is not right, or was used before");
  return user.id;
}

async function note(ctx: Context, userId: string, action: AuditAction, change: SecurityChange): Promise<void> {
  await recordAudit(ctx, { action });
  await mailSecurityChange(ctx, { userId, change, key: `${userId}:${ctx.now().getTime()}` });
}

const wrongCode = (message: string) => new AppError("invalid", message, { fields: { code: [message] } });
const alreadyOn = () => new AppError("conflict", "Two-step sign-in is on already");
