import "server-only";
import { countLiveApiTokens, listApiTokenRows, revokeApiTokenRow } from "@/db/queries/api-tokens";
import { insertApiToken } from "@/db/queries/sessions";
import type { ApiToken } from "@/db/schema";
import { recordAudit } from "@/lib/audit/service";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { type Context, requireScope } from "@/lib/context";
import { decodeRowCursor, encodeRowCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { type ApiTokenView, type CreateApiTokenInput, MAX_TOKEN_DAYS } from "./schemas";

const MAX_TOKENS = 50;
const DEFAULT_DAYS = 90;
const DAY_MS = 86_400_000;
const PREFIX_LENGTH = 10;

/** The person's tokens, newest first. The tokens themselves are not stored. */
export async function listApiTokens(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ tokens: ApiTokenView[]; nextCursor?: string }> {
  requireScope(ctx, "account:read");
  const after = cursor ? decodeRowCursor(cursor) : undefined;
  const rows = await listApiTokenRows(ctx.db, { userId: ctx.actor.userId, limit: limit + 1, after });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tokens: page.map(toView),
    nextCursor: rows.length > limit && last ? encodeRowCursor(last) : undefined,
  };
}

/** @returns the token beside what is kept of it, this once. Nobody can hand on more than they may do themselves. */
export async function createApiToken(
  ctx: Context,
  input: CreateApiTokenInput,
): Promise<ApiTokenView & { token: string }> {
  const { actor } = ctx;
  requireScope(ctx, "account:write");
  if (actor.kind !== "user") throw new AppError("forbidden", "A token cannot make another; sign in to make one");
  if (actor.isDemo) throw new AppError("forbidden", "The demo has no account; sign up to use the API");
  const missing = input.scopes.find((scope) => actor.scopes && !actor.scopes.includes(scope));
  if (missing) throw new AppError("forbidden", `This session lacks the scope ${missing}`, { denied: missing });
  const { userId } = actor;
  const now = ctx.now();
  const expiresAt = expiryOf(input, now);
  if ((await countLiveApiTokens(ctx.db, { userId, now })) >= MAX_TOKENS) {
    throw new AppError("limit_exceeded", `You have ${MAX_TOKENS} tokens already; revoke one you no longer use`);
  }
  const token = `joba_${randomToken()}`;
  const row = await insertApiToken(ctx.db, {
    userId,
    name: input.name,
    tokenHash: hashToken(token),
    prefix: token.slice(0, PREFIX_LENGTH),
    scopes: [...new Set(input.scopes)],
    createdAt: now,
    expiresAt,
  });
  if (!row) throw new AppError("internal", "No token was made");
  await recordAudit(ctx, {
    action: "token.created",
    subject: { kind: "token", id: row.id },
    detail: { scopes: row.scopes.join(" "), expiresAt: expiresAt.toISOString() },
  });
  return { ...toView(row), token };
}

/** The token stops working at once. */
export async function revokeApiToken(ctx: Context, { id }: { id: string }): Promise<void> {
  requireScope(ctx, "account:write");
  const row = await revokeApiTokenRow(ctx.db, { userId: ctx.actor.userId, id, now: ctx.now() });
  if (!row) throw new AppError("not_found", "Token not found");
  await recordAudit(ctx, { action: "token.revoked", subject: { kind: "token", id } });
}

function expiryOf({ expiresInDays, expiresOn }: CreateApiTokenInput, now: Date): Date {
  if (expiresOn === undefined) return new Date(now.getTime() + (expiresInDays ?? DEFAULT_DAYS) * DAY_MS);
  const end = new Date(Date.parse(`${expiresOn}T00:00:00Z`) + DAY_MS);
  const message =
    end <= now
      ? "Choose a day in the future"
      : end.getTime() > now.getTime() + MAX_TOKEN_DAYS * DAY_MS
        ? "A token lasts a year at most"
        : undefined;
  if (message) throw new AppError("invalid", message, { fields: { expiresOn: [message] } });
  return end;
}

function toView({ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt }: ApiToken): ApiTokenView {
  return { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt };
}
