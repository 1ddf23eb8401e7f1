import "server-only";
import type { Database } from "@/db/client";
import { erasePerson } from "@/db/queries/erase-person";
import { countOtherAdmins, lockAdmins } from "@/db/queries/people";
import { countAccounts, lockUser } from "@/db/queries/users";
import { recordAudit } from "@/lib/audit/service";
import { hashToken } from "@/lib/auth/tokens";
import { forgetCached } from "@/lib/cache";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { send } from "@/lib/mail/send";
import { appUrl } from "@/lib/mail/settings";
import { cancelRunsOf } from "@/lib/runs/cancel";
import { formatMoment } from "@/lib/users/links";
import { reauthenticate } from "@/lib/users/reauthenticate";
import { hasSecondFactor, spendCode } from "@/lib/users/second-factor-check";
import type { DeleteAccountInput } from "./schemas";

/**
 * Removes the person who asks, with everything that is theirs, after they proved who they are once more. What works for
 * them is stopped first, so that nothing writes behind the erasure. One line without a name stays in the audit log.
 */
export async function deleteAccount(ctx: Context, { password, code, confirmation }: DeleteAccountInput): Promise<void> {
  const { id: userId, email } = await reauthenticate(ctx, password);
  if (confirmation !== email) throw invalid("confirmation", "Type the address of this account");
  await proveCode(ctx, userId, code);
  const now = ctx.now();
  await refuseLastAdmin(ctx.db, userId);
  await ctx.db.transaction((db) => cancelRunsOf(db, { userId, now, message: "The account is being deleted" }));
  await ctx.db.transaction(async (db) => {
    await lockAdmins(db);
    if (!(await lockUser(db, { userId }))) throw new AppError("not_found", "Account not found");
    await refuseLastAdmin(db, userId);
    await erasePerson(db, { userId, email, emailHash: hashToken(email) });
    // From where is left out too: the address is the person's.
    await recordAudit({ db, now: ctx.now }, { action: "account.deleted" });
  });
  await forgetCached(userId);
  await sayFarewell(ctx, { email, userId, now });
}

/** Last, so that no other mistake spends a code. */
async function proveCode(ctx: Context, userId: string, code: string | undefined): Promise<void> {
  if (!(await hasSecondFactor(ctx, userId))) return;
  if (!code) throw invalid("code", "Enter the code");
  if (!(await spendCode(ctx, userId, code))) throw invalid("code", "That code is not right, or was used before");
}

/** Whoever runs this JOBA hands it over first, as long as there is anybody to run it for. */
async function refuseLastAdmin(db: Database, userId: string): Promise<void> {
  const user = await lockUser(db, { userId });
  if (user?.role !== "admin" || (await countOtherAdmins(db, { userId })) > 0) return;
  if ((await countAccounts(db)) > 1) {
    throw new AppError(
      "conflict",
      "You are the last admin and others have accounts here; make somebody else admin first",
    );
  }
}

/** The account is gone, whatever becomes of the mail. */
async function sayFarewell(ctx: Context, { email, userId, now }: { email: string; userId: string; now: Date }) {
  try {
    await send(ctx, {
      to: email,
      template: "account-deleted",
      props: { deletedAt: formatMoment(now), url: appUrl("/") },
      idempotencyKey: `account-deleted:${userId}`,
    });
  } catch (error) {
    logger.error({ err: error }, "a farewell could not be sent");
  }
}

const invalid = (field: string, message: string) =>
  new AppError("invalid", message, { fields: { [field]: [message] } });
