import "server-only";
import { getDatabase } from "@/db/client";
import { findLiveApiToken } from "@/db/queries/sessions";
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

const TOKEN = /^Bearer (joba_[\w-]{20,100})$/;

/** Who calls: a bearer token, else the session cookie from our own pages. @throws AppError("unauthenticated") */
export async function identifyCaller(request: Request, isPublic: boolean): Promise<Caller> {
  const caller: Caller = {
    address: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? undefined,
  };
  if (isPublic) return caller;
  const actor = request.headers.has("authorization") ? await fromToken(request) : await fromCookie(request);
  if (!actor) throw new AppError("unauthenticated", "Send a valid token as `Authorization: Bearer joba_…`");
  return { ...caller, actor };
}

async function fromToken(request: Request): Promise<Actor | undefined> {
  const token = TOKEN.exec(request.headers.get("authorization") ?? "")?.[1];
  const row = token && (await findLiveApiToken(await getDatabase(), { tokenHash: hashToken(token), now: new Date() }));
  return row ? { kind: "apiToken", ...row } : undefined;
}

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
