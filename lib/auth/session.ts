import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Database, getDatabase } from "@/db/client";
import { findUser } from "@/db/queries/users";
import { recordDenial } from "@/lib/audit/denials";
import { recordAudit } from "@/lib/audit/service";
import { clientAddress } from "@/lib/auth/address";
import {
  CHALLENGE_COOKIE,
  decodeSessionCookie,
  encodeSessionCookie,
  SESSION_COOKIE,
  SESSION_SECONDS,
  sessionCookieOptions,
} from "@/lib/auth/cookie";
import { DEVICE_COOKIE, DEVICE_SECONDS, rememberDevice } from "@/lib/auth/known-device";
import { hasPermission, type Permission } from "@/lib/auth/permissions";
import { endSession, resolveSession } from "@/lib/auth/sessions";
import { type Context, createContext, emitEvents, type Origin } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { CHALLENGE_SECONDS, type SignInStep } from "@/lib/users/sign-in";

export interface Viewer {
  userId: string;
  name: string;
  email: string | null;
  role: "user" | "admin";
  isDemo: boolean;
  /** The person showed that mail to `email` reaches them. */
  isEmailVerified: boolean;
  sessionId: string;
}

/** What a page or action may use before anybody has signed in. */
export interface PublicContext {
  db: Database;
  now: () => Date;
  /** The visitor's address; "direct" when it is not known. Count by `addressKey` of it. */
  address: string;
  userAgent: string | undefined;
  deviceCookie: string | undefined;
  emit: Context["emit"];
}

/** The signed-in person, or undefined. Checked against the session row once per request. */
export const findViewer = cache(async (): Promise<Viewer | undefined> => {
  const value = (await cookies()).get(SESSION_COOKIE)?.value;
  const sid = value ? await decodeSessionCookie(value) : undefined;
  return sid ? resolveSession(await getDatabase(), sid, new Date()) : undefined;
});

/** The signed-in person; anybody else goes to the sign-in page. */
export async function getViewer(): Promise<Viewer> {
  return (await findViewer()) ?? redirect("/sign-in");
}

/** The context of the signed-in person, once per request. */
export const getContext = cache(async (): Promise<Context> => {
  const { userId, role, isDemo, sessionId } = await getViewer();
  return createContext({ kind: "user", userId, role, isDemo, sessionId }, await getOrigin());
});

/** The context of a page only some may see. To anybody else it does not exist, and the try is written down, once. */
export async function getPermittedContext(permission: Permission): Promise<Context> {
  const ctx = await getContext();
  if (hasPermission(ctx, permission)) return ctx;
  const request = denialOfRequest();
  if (!request.isWritten) {
    request.isWritten = true;
    await recordDenial(ctx, new AppError("not_found", "Not found", { denied: permission }));
  }
  notFound();
}

/** Layout and page ask in the same request. */
const denialOfRequest = cache(() => ({ isWritten: false }));

export async function getPublicContext(): Promise<PublicContext> {
  const { address, userAgent } = await getOrigin();
  const deviceCookie = (await cookies()).get(DEVICE_COOKIE)?.value;
  return { db: await getDatabase(), now: () => new Date(), address, userAgent, deviceCookie, emit: emitEvents };
}

async function getOrigin(): Promise<Origin> {
  const list = await headers();
  return { address: clientAddress(list), userAgent: list.get("user-agent")?.slice(0, 300) ?? undefined };
}

/** Every sign-in gets an id of its own; the session this browser had before ends, so that nobody keeps a copy of it. */
export async function startBrowserSession(sid: string): Promise<void> {
  const jar = await cookies();
  const former = jar.get(SESSION_COOKIE)?.value;
  const formerSid = former ? await decodeSessionCookie(former) : undefined;
  if (formerSid) await endSession(await getDatabase(), formerSid, new Date());
  const value = await encodeSessionCookie(sid);
  jar.set(SESSION_COOKIE, value, { ...sessionCookieOptions, maxAge: SESSION_SECONDS });
}

/** Keeps what a first step of signing in came to. @returns the page to go to next. */
export async function settleSignIn(step: SignInStep, next: string): Promise<string> {
  const jar = await cookies();
  if (step.status === "code_required") {
    jar.set(CHALLENGE_COOKIE, step.challenge, { ...sessionCookieOptions, maxAge: CHALLENGE_SECONDS });
    return `/sign-in/code?${new URLSearchParams({ next })}`;
  }
  jar.set(CHALLENGE_COOKIE, "", { ...sessionCookieOptions, maxAge: 0 });
  await startBrowserSession(step.sid);
  await rememberThisDevice(step.userId);
  return next;
}

/** Gives this browser its own count of tries for the account it has just signed in to. */
async function rememberThisDevice(userId: string): Promise<void> {
  const user = await findUser(await getDatabase(), { userId });
  if (!user?.email) return;
  const jar = await cookies();
  const value = rememberDevice(jar.get(DEVICE_COOKIE)?.value, user.email);
  jar.set(DEVICE_COOKIE, value, { ...sessionCookieOptions, maxAge: DEVICE_SECONDS });
}

/** The challenge this browser still owes a code for. */
export async function findChallenge(): Promise<string | undefined> {
  return (await cookies()).get(CHALLENGE_COOKIE)?.value?.slice(0, 100) || undefined;
}

export async function endBrowserSession(): Promise<void> {
  const jar = await cookies();
  const value = jar.get(SESSION_COOKIE)?.value;
  const sid = value ? await decodeSessionCookie(value) : undefined;
  const ended = sid ? await endSession(await getDatabase(), sid, new Date()) : undefined;
  if (ended) {
    const subject = { kind: "session", id: ended.id };
    await recordAudit(await getPublicContext(), { action: "account.signed_out", actorId: ended.userId, subject });
  }
  jar.set(SESSION_COOKIE, "", { ...sessionCookieOptions, maxAge: 0 });
}
