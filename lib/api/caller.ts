import "server-only";
import { getDatabase } from "@/db/client";

import { findLiveApiSession } from "@/db/queries/api-sessions";
import { touchApiToken } from "@/db/queries/api-tokens";
import { findLiveApiToken, touchSession } from "@/db/queries/sessions";
import { scopesOf, verifyAccessToken } from "@/lib/auth/access-tokens";
import { clientAddress } from "@/lib/auth/address";

import { decodeSessionCookie, SESSION_COOKIE } from "@/lib/auth/cookie";
import { requireOwnOrigin } from "@/lib/auth/origin";
import { resolveSession } from "@/lib/auth/sessions";
import { hashToken } from "@/lib/auth/tokens";
import type { Actor } from "@/lib/context";
import { AppError } from "@/lib/errors";

export interface Caller {
  actor?: Actor;
  address: string;
  userAgent?: string;
}

const PERSONAL = /^Bearer (joba_[\w-]{20,100})$/;
const ACCESS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
const MAX_HEADER = 4000;
const TOUCH_TOKEN_MS = 60_000;
const TOUCH_SESSION_MS = 5 * 60_000;

/** Who calls: a bearer token, else the session cookie from our own pages. @throws AppError("unauthenticated") */
export async function identifyCaller(request: Request, isPublic: boolean): Promise<Caller> {
  const caller: Caller = {
    address: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? undefined,
  };
  if (isPublic) return caller;
  const actor = request.headers.has("authorization") ? await fromToken(request) : await fromCookie(request);
  if (!actor) throw new AppError("unauthenticated", "Send a valid token as `Authorization: Bearer …`");
  return { ...caller, actor };
}

async function fromToken(request: Request): Promise<Actor | undefined> {
  const header = request.headers.get("authorization") ?? "";
  if (header.length > MAX_HEADER) return undefined;
  const personal = PERSONAL.exec(header)?.[1];
  if (personal) return fromPersonalToken(personal);
  const access = ACCESS.exec(header)?.[1];
  return access ? fromAccessToken(access) : undefined;
}

async function fromPersonalToken(token: string): Promise<Actor | undefined> {
  const [db, now] = [await getDatabase(), new Date()];
  const row = await findLiveApiToken(db, { tokenHash: hashToken(token), now });
  if (!row) return undefined;
  const { id, userId, role, isDemo, scopes, lastUsedAt } = row;
  if (isOlder(lastUsedAt, now, TOUCH_TOKEN_MS)) await touchApiToken(db, { userId, id, now });
  return { kind: "apiToken", userId, role, isDemo, scopes };
}

/** The signature says which session; the row says whether it still stands. */
async function fromAccessToken(token: string): Promise<Actor | undefined> {
  const [db, now] = [await getDatabase(), new Date()];
  const claims = await verifyAccessToken(token, now);
  const row = claims && (await findLiveApiSession(db, { userId: claims.userId, id: claims.sessionId, now }));
  if (!row) return undefined;
  const { userId, role, isDemo, sessionId, scopes, lastUsedAt } = row;
  if (isOlder(lastUsedAt, now, TOUCH_SESSION_MS)) await touchSession(db, { userId, id: sessionId, now });
  return { kind: "user", userId, role, isDemo, sessionId, scopes: scopesOf(scopes) };
}

const isOlder = (at: Date | null, now: Date, ms: number) => !at || now.getTime() - at.getTime() > ms;

async function fromCookie(request: Request): Promise<Actor | undefined> {
  const value = cookieValue(request.headers.get("cookie") ?? "", SESSION_COOKIE);
  const sid = value && (await decodeSessionCookie(value));
  const viewer = sid ? await resolveSession(await getDatabase(), sid, new Date()) : undefined;
  if (!viewer) return undefined;
  // A cookie rides along on anybody's form; a mutation by cookie must come from our own pages.
  if (request.method !== "GET" && request.method !== "HEAD") requireOwnOrigin(request.headers);
  const { userId, role, isDemo, sessionId } = viewer;
  return { kind: "user", userId, role, isDemo, sessionId };
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, ...rest] = part.trim().split("=");
    if (key === name) return rest.join("=");
  }
  return undefined;
}
