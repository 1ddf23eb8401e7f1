import "server-only";
import { updateUserName } from "@/db/queries/users";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { UpdateAccountInput } from "./schemas";

/** The name JOBA calls the person by. A demo visitor has none. */
export async function updateAccount(ctx: Context, { name }: UpdateAccountInput): Promise<{ name: string }> {
  requireScope(ctx, "profile:write");
  if (ctx.actor.kind !== "system" && ctx.actor.isDemo) {
    throw new AppError("forbidden", "The demo has no account to change; sign up to have one");
  }
  const updated = await updateUserName(ctx.db, { userId: ctx.actor.userId, name });
  if (!updated) throw new AppError("not_found", "Account not found");
  return updated;
}
