import "server-only";
import { findUser, updateUserName } from "@/db/queries/users";
import { API_SCOPES } from "@/db/schema/vocabulary";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { AccountView, CallerView, UpdateAccountInput } from "./schemas";

export async function getAccount(ctx: Context): Promise<AccountView> {
  requireScope(ctx, "account:read");
  return loadAccount(ctx);
}

/** Who calls, and what they may do: for a program to find out what its token is good for. */
export async function getCaller(ctx: Context): Promise<CallerView> {
  const { actor } = ctx;
  const { id, name, isDemo } = await loadAccount(ctx);
  const scopes = "scopes" in actor && actor.scopes ? actor.scopes : API_SCOPES;
  const via = actor.kind === "apiToken" ? "token" : "scopes" in actor && actor.scopes ? "session" : "browser";
  return { id, name, isDemo, via, scopes: [...scopes] };
}

/** The name JOBA calls the person by. A demo visitor has none. */
export async function updateAccount(ctx: Context, { name }: UpdateAccountInput): Promise<AccountView> {
  requireScope(ctx, "account:write");
  if (ctx.actor.kind !== "system" && ctx.actor.isDemo) {
    throw new AppError("forbidden", "The demo has no account to change; sign up to have one");
  }
  const updated = await updateUserName(ctx.db, { userId: ctx.actor.userId, name });
  if (!updated) throw new AppError("not_found", "Account not found");
  return loadAccount(ctx);
}

async function loadAccount(ctx: Context): Promise<AccountView> {
  const user = await findUser(ctx.db, { userId: ctx.actor.userId });
  if (!user) throw new AppError("not_found", "Account not found");
  const { id, email, name, role, isDemo, emailVerifiedAt, createdAt } = user;
  return { id, email, name, role, isDemo, isEmailVerified: Boolean(emailVerifiedAt), createdAt };
}
