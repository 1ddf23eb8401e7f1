import "server-only";
import { findSecondFactor, spendFactorStep, spendRecoveryCode } from "@/db/queries/second-factors";
import { recordAudit } from "@/lib/audit/service";
import { hashRecoveryCode } from "@/lib/auth/recovery-codes";
import { findTotpStep } from "@/lib/auth/totp";
import { hitRateLimit } from "@/lib/rate-limit";
import { unseal } from "@/lib/secrets";
import { mailSecurityChange } from "./security-mail";
import type { Visitor } from "./visitor";

export type CodeKind = "totp" | "recovery_code";

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

/** Binds a sealed authenticator secret to its owner. */
export const factorSecretAad = (userId: string) => `${userId}:second-factor:secret`;

/** Whether this person must show a code. A set-up that was never confirmed asks for nothing. */
export async function hasSecondFactor(visitor: Visitor, userId: string): Promise<boolean> {
  return Boolean((await findSecondFactor(visitor.db, { userId }))?.confirmedAt);
}

/** Every look at a code counts, whichever page it came from. @throws AppError("limit_exceeded") past ten. */
export async function countCodeTry(visitor: Visitor, userId: string): Promise<void> {
  await hitRateLimit(visitor, { key: `second-factor:${userId}`, limit: TRIES, windowSeconds: WINDOW_SECONDS });
}

/**
 * Spends one code of the authenticator app or one recovery code: neither works twice, not even at the same moment.
 * @returns which kind it was, or undefined when it is none. @throws AppError("limit_exceeded") past ten tries.
 */
export async function spendCode(visitor: Visitor, userId: string, code: string): Promise<CodeKind | undefined> {
  await countCodeTry(visitor, userId);
  const factor = await findSecondFactor(visitor.db, { userId });
  if (!factor?.confirmedAt) return undefined;
  const digits = code.replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = findTotpStep(unseal(factor.sealedSecret, factorSecretAad(userId)), digits, visitor.now());
    const isSpent = step !== undefined && (await spendFactorStep(visitor.db, { userId, step }));
    return isSpent ? "totp" : undefined;
  }
  const isSpent = await spendRecoveryCode(visitor.db, { userId, codeHash: hashRecoveryCode(code), now: visitor.now() });
  if (!isSpent) return undefined;
  await recordAudit(visitor, { action: "account.recovery_code_used", actorId: userId });
  await mailSecurityChange(visitor, { userId, change: "recovery_code_used", key: isSpent.id });
  return "recovery_code";
}
