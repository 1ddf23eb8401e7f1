import "server-only";
import { findLiveApiSession, findRefreshToken, insertRefreshToken, spendRefreshToken } from "@/db/queries/api-sessions";
import { revokeOwnSession, revokeSessions } from "@/db/queries/session-list";
import { insertSession, touchSession } from "@/db/queries/sessions";
import type { ApiScope } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { scopesOf, signAccessToken } from "@/lib/auth/access-tokens";
import { SESSION_IDLE_SECONDS, SESSION_SECONDS } from "@/lib/auth/cookie";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { authenticate } from "@/lib/users/sign-in";
import type { Visitor } from "@/lib/users/visitor";
import type { OpenApiSessionInput, RefreshApiSessionInput, TokenGrant } from "./schemas";

/** Two tabs may refresh with the same token at once; later than this it is a copy in wrong hands. */
export const REFRESH_GRACE_MS = 10_000;

/** Signs an API client in: a session of its own, an access token and the first refresh token. */
export async function openApiSession(visitor: Visitor, input: OpenApiSessionInput): Promise<TokenGrant> {
  const { userId } = await authenticate(visitor, input);
  return admitClient(visitor, { userId, scopes: input.scopes });
}

/** Opens a session for somebody who has shown who they are. */
export async function admitClient(
  visitor: Visitor,
  { userId, scopes }: { userId: string; scopes?: ApiScope[] },
): Promise<TokenGrant> {
  const now = visitor.now();
  const session = await insertSession(visitor.db, {
    userId,
    kind: "api",
    // Nothing carries it: an API session is named by its signed token.
    sidHash: hashToken(randomToken()),
    method: "password",
    userAgent: visitor.userAgent,
    address: visitor.address,
    scopes,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  });
  if (!session) throw new AppError("internal", "No session was opened");
  return grant(visitor, { ...session, sessionId: session.id }, now);
}

/**
 * A new access token for a refresh token, which is used up. Shown again within the grace it is answered with a fresh
 * sibling; later it ends the session. @throws AppError("unauthenticated") with one message for every reason.
 */
export async function refreshApiSession(
  visitor: Visitor,
  { refreshToken }: RefreshApiSessionInput,
): Promise<TokenGrant> {
  const now = visitor.now();
  const tokenHash = hashToken(refreshToken);
  const outcome = await visitor.db.transaction(async (tx) => {
    const spent = await spendRefreshToken(tx, { tokenHash, now });
    const token = spent ?? (await findRefreshToken(tx, { tokenHash }));
    if (!token || token.expiresAt <= now) return undefined;
    const { userId, sessionId: id } = token;
    const session = await findLiveApiSession(tx, { userId, id, now });
    if (!session) return undefined;
    if (!spent && !isWithinGrace(token.usedAt, now)) {
      await revokeOwnSession(tx, { userId, id, now });
      return { reusedIn: session };
    }
    await touchSession(tx, { userId, id, now });
    return grant({ ...visitor, db: tx }, session, now);
  });
  if (outcome && !("reusedIn" in outcome)) return outcome;
  if (outcome) {
    const { userId, sessionId } = outcome.reusedIn;
    await recordAudit(visitor, { action: "token.reuse_detected", userId, subject: { kind: "session", id: sessionId } });
  }
  throw new AppError("unauthenticated", "That refresh token is not valid any more; sign in again");
}

/** Ends the session the request came with. @throws AppError("forbidden") for a personal token, which has none */
export async function signOut(ctx: Context): Promise<void> {
  const { userId, sessionId } = requireSession(ctx);
  const ended = await revokeOwnSession(ctx.db, { userId, id: sessionId, now: ctx.now() });
  if (ended) await recordAudit(ctx, { action: "account.signed_out", subject: { kind: "session", id: sessionId } });
}

/** Ends every session, this one included. Personal tokens stay: each is revoked on its own. */
export async function signOutEverywhere(ctx: Context): Promise<{ ended: number }> {
  const { userId } = requireSession(ctx);
  const ended = await revokeSessions(ctx.db, { userId, now: ctx.now() });
  await recordAudit(ctx, { action: "session.all_revoked", detail: { ended } });
  return { ended };
}

interface GrantedSession {
  userId: string;
  sessionId: string;
  scopes: ApiScope[] | null;
  expiresAt: Date;
}

async function grant({ db }: Visitor, session: GrantedSession, now: Date): Promise<TokenGrant> {
  const { userId, sessionId } = session;
  const scopes = scopesOf(session.scopes);
  const refreshToken = `jobr_${randomToken()}`;
  const refreshExpiresAt = new Date(Math.min(now.getTime() + SESSION_IDLE_SECONDS * 1000, session.expiresAt.getTime()));
  await insertRefreshToken(db, {
    userId,
    sessionId,
    tokenHash: hashToken(refreshToken),
    expiresAt: refreshExpiresAt,
    createdAt: now,
  });
  const access = await signAccessToken({ userId, sessionId, scopes }, now);
  return { ...access, tokenType: "Bearer", refreshToken, refreshExpiresAt, sessionId, scopes: [...scopes] };
}

/** Either way from the first use: a clock that was set back must not stretch the grace. */
function isWithinGrace(usedAt: Date | null, now: Date): boolean {
  return usedAt !== null && Math.abs(now.getTime() - usedAt.getTime()) <= REFRESH_GRACE_MS;
}

function requireSession({ actor }: Context): { userId: string; sessionId: string } {
  if (actor.kind === "user") return actor;
  throw new AppError("forbidden", "A personal token has no session to end; revoke the token instead");
}
