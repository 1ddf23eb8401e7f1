import "server-only";
import {
  deleteOauthAccount,
  findOauthAccount,
  insertOauthAccount,
  listOauthAccounts,
  lockWaysIn,
  touchOauthAccount,
} from "@/db/queries/oauth-accounts";
import { countAccounts, findUserByEmail, insertUser, lockRegistration } from "@/db/queries/users";
import { recordAudit } from "@/lib/audit/service";
import { listProviders, type ProviderId } from "@/lib/auth/providers";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { acceptInvitationTo } from "@/lib/invitations/accept";
import { reauthenticate, requireAccount } from "./reauthenticate";
import type { ConnectProviderInput, DisconnectProviderInput } from "./schemas";
import { mailSecurityChange } from "./security-mail";
import { type SignInStep, signInLinked } from "./sign-in";
import type { Visitor } from "./visitor";

/** A person as a provider vouches for them, after the protocol is done. */
export interface ProviderIdentity {
  provider: ProviderId;
  accountId: string;
  name: string;
  /** As JOBA keys accounts by it; undefined when it is no address. */
  email: string | undefined;
  isEmailVerified: boolean;
}

export type ProviderRefusal = "unverified_address" | "connect_first" | "closed" | "refused";
export type ProviderOutcome = (SignInStep & { isNew: boolean }) | { status: "refused"; reason: ProviderRefusal };

/**
 * Signs in whoever a provider vouches for. An identity not seen before reaches an existing account only when the address
 * is verified on both sides: otherwise either side could be somebody who merely typed it.
 */
export async function signInWithProvider(visitor: Visitor, identity: ProviderIdentity): Promise<ProviderOutcome> {
  const { email, accountId } = identity;
  const { key, name } = providerOf(identity.provider);
  const known = await findOauthAccount(visitor.db, { provider: key, providerAccountId: accountId });
  if (known) {
    await touchOauthAccount(visitor.db, { userId: known.userId, id: known.id, email, now: visitor.now() });
    return enter(visitor, known.userId, false);
  }
  // Before the address is looked up, so that the answer says nothing about who has an account.
  if (!email || !identity.isEmailVerified) return refused("unverified_address");
  const user = await findUserByEmail(visitor.db, { email });
  if (user?.disabledAt) return refused("refused");
  if (user && !user.emailVerifiedAt) return refused("connect_first");
  const userId = user?.id ?? (await register(visitor, identity, email));
  if (!userId) return refused("closed");
  const account = { userId, provider: key, providerAccountId: accountId, email, lastUsedAt: visitor.now() };
  if (!(await insertOauthAccount(visitor.db, account))) return refused("refused");
  const detail = { provider: identity.provider, byAddress: Boolean(user) };
  await recordAudit(visitor, { action: "account.oauth_linked", actorId: userId, detail });
  if (user) {
    await mailSecurityChange(visitor, {
      userId,
      change: "provider_connected",
      key: `${key}:${accountId}`,
      provider: name,
    });
  }
  return enter(visitor, userId, !user);
}

export interface Connection {
  /** Of the connection; absent when there is none to this provider. */
  id?: string;
  /** Absent when the provider is no longer offered here. */
  provider?: ProviderId;
  name: string;
  email?: string;
  connectedAt?: Date;
  lastUsedAt?: Date;
}

/** Every provider offered and every identity connected. */
export async function listConnections(ctx: Context): Promise<{ connections: Connection[]; hasPassword: boolean }> {
  const user = await requireAccount(ctx);
  const rows = await listOauthAccounts(ctx.db, { userId: user.id });
  const providers = listProviders();
  const connected = rows.map((row) => {
    const provider = providers.find(({ key }) => key === row.provider);
    return {
      id: row.id,
      provider: provider?.id,
      name: provider?.name ?? row.provider.replace(/^\w+:/, ""),
      email: row.email ?? undefined,
      connectedAt: row.createdAt,
      lastUsedAt: row.lastUsedAt ?? undefined,
    };
  });
  const open = providers
    .filter(({ key }) => !rows.some(({ provider }) => provider === key))
    .map(({ id, name }) => ({ provider: id, name }));
  return { connections: [...connected, ...open], hasPassword: Boolean(user.passwordHash) };
}

/** The password once more before a new way in is added; what the provider then says goes to `connectProvider`. */
export async function allowConnecting(
  ctx: Context,
  { provider, password }: ConnectProviderInput,
): Promise<{ sessionId: string }> {
  providerOf(provider);
  const { sessionId } = await reauthenticate(ctx, password);
  return { sessionId };
}

/**
 * Connects an identity to the signed-in account. Its address may be any once the account's own is confirmed: until then
 * somebody could leave a door of theirs in an account made with another person's address.
 */
export async function connectProvider(ctx: Context, identity: ProviderIdentity): Promise<void> {
  const { id: userId, email, emailVerifiedAt } = await requireAccount(ctx);
  if (!emailVerifiedAt && !(identity.isEmailVerified && identity.email === email)) {
    throw new AppError("forbidden", "Confirm your e-mail address before you connect another account");
  }
  const { key, name } = providerOf(identity.provider);
  const found = await findOauthAccount(ctx.db, { provider: key, providerAccountId: identity.accountId });
  if (found?.userId === userId) return;
  const account = { userId, provider: key, providerAccountId: identity.accountId, email: identity.email };
  if (found || !(await insertOauthAccount(ctx.db, account))) {
    throw new AppError("conflict", `That ${name} account signs in to another JOBA account`);
  }
  await recordAudit(ctx, { action: "account.oauth_linked", detail: { provider: identity.provider, byAddress: false } });
  await mailSecurityChange(ctx, {
    userId,
    change: "provider_connected",
    key: `${key}:${identity.accountId}:${ctx.now().getTime()}`,
    provider: name,
  });
}

/** Never the last way in: an account that nobody can enter any more is lost. */
export async function disconnectProvider(ctx: Context, { id, password }: DisconnectProviderInput): Promise<void> {
  const user = await reauthenticate(ctx, password);
  const offered = listProviders().map(({ key }) => key);
  const removed = await ctx.db.transaction(async (tx) => {
    const { hasPassword, usableIds } = await lockWaysIn(tx, { userId: user.id, offered });
    if (!hasPassword && !usableIds.some((other) => other !== id)) {
      throw new AppError(
        "conflict",
        "This is your only way to sign in. Choose a password first, by “Forgot password”.",
      );
    }
    return deleteOauthAccount(tx, { userId: user.id, id });
  });
  if (!removed) throw new AppError("not_found", "That account is not connected");
  const provider = listProviders().find(({ key }) => key === removed.provider);
  await recordAudit(ctx, { action: "account.oauth_unlinked", detail: { provider: provider?.id ?? removed.provider } });
  await mailSecurityChange(ctx, {
    userId: user.id,
    change: "provider_disconnected",
    key: id,
    provider: provider?.name,
  });
}

async function enter(visitor: Visitor, userId: string, isNew: boolean): Promise<ProviderOutcome> {
  try {
    return { ...(await signInLinked(visitor, userId)), isNew };
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return refused("refused");
    throw error;
  }
}

/** @returns undefined when this JOBA takes no new people. */
async function register(visitor: Visitor, identity: ProviderIdentity, email: string): Promise<string | undefined> {
  const name = identity.name.slice(0, 100);
  const user = await visitor.db.transaction(async (tx) => {
    await lockRegistration(tx);
    const isFirst = (await countAccounts(tx)) === 0;
    if (env.SIGN_UP === "closed" && !isFirst) return undefined;
    const emailVerifiedAt = visitor.now();
    // The provider has shown that the address is theirs, which is all the mailed link would show.
    const invitation = await acceptInvitationTo(tx, { email, now: emailVerifiedAt });
    if (env.SIGN_UP === "invite" && !isFirst && !invitation) return undefined;
    return insertUser(tx, { email, name, role: isFirst ? "admin" : (invitation?.role ?? "user"), emailVerifiedAt });
  });
  if (user)
    await recordAudit(visitor, { action: "account.registered", actorId: user.id, detail: { by: identity.provider } });
  return user?.id;
}

function providerOf(id: ProviderId) {
  const provider = listProviders().find((candidate) => candidate.id === id);
  if (!provider) throw new AppError("not_found", "This JOBA does not offer that way to sign in");
  return provider;
}

const refused = (reason: ProviderRefusal): ProviderOutcome => ({ status: "refused", reason });
