import "server-only";
import { listLiveSessions, revokeOwnSession, revokeSessions } from "@/db/queries/session-list";
import type { ApiScope, SessionKind, SignInMethod } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { idleSince } from "@/lib/auth/sessions";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type DeviceKind, deviceKind, deviceName } from "@/lib/users/device";

export interface SessionView {
  id: string;
  kind: SessionKind;
  method: SignInMethod;
  device: string;
  deviceKind: DeviceKind;
  /** Where the sign-in came from; absent when it was this machine or is not known. */
  address?: string;
  signedInAt: Date;
  lastUsedAt: Date;
  isCurrent: boolean;
}

const MOST_SHOWN = 200;

/** Where the person is signed in: this session first, then the last used. */
export async function listSessions(ctx: Context): Promise<SessionView[]> {
  const { userId, sessionId } = requireSession(ctx, "account:read");
  const now = ctx.now();
  const rows = await listLiveSessions(ctx.db, { userId, now, idleSince: idleSince(now), limit: MOST_SHOWN });
  return rows
    .map(({ userAgent, address, createdAt, ...row }) => ({
      ...row,
      device: deviceName(userAgent),
      deviceKind: deviceKind(userAgent),
      address: address && address !== "direct" ? address : undefined,
      signedInAt: createdAt,
      isCurrent: row.id === sessionId,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Ends one other session at once. The own one is ended by signing out. */
export async function endOtherSession(ctx: Context, { id }: { id: string }): Promise<void> {
  const { userId, sessionId } = requireSession(ctx, "account:write");
  if (id === sessionId) throw new AppError("conflict", "This is the session you are using; sign out instead");
  const ended = await revokeOwnSession(ctx.db, { userId, id, now: ctx.now() });
  if (!ended) throw new AppError("not_found", "That session is over already");
  await recordAudit(ctx, { action: "session.revoked", subject: { kind: "session", id } });
}

/** Signs the person out everywhere but here. */
export async function endOtherSessions(ctx: Context): Promise<{ ended: number }> {
  const { userId, sessionId } = requireSession(ctx, "account:write");
  const ended = await revokeSessions(ctx.db, { userId, now: ctx.now(), exceptId: sessionId });
  await recordAudit(ctx, { action: "session.all_revoked", detail: { ended } });
  return { ended };
}

/** A token is not a session: who holds one must not end the sessions of its owner. */
function requireSession(ctx: Context, scope: ApiScope): { userId: string; sessionId: string } {
  requireScope(ctx, scope);
  if (ctx.actor.kind === "user") return ctx.actor;
  throw new AppError("forbidden", "Only whoever is signed in can see and end sessions");
}
