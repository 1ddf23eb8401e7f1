import "server-only";
import { type Database, getDatabase } from "@/db/client";
import type { ApiScope, Role } from "@/db/schema/vocabulary";
import { inngest } from "@/inngest/client";
import type { AnyJobaEvent } from "@/inngest/events";
import { AppError } from "@/lib/errors";

/** Who acts. All three carry `userId`, so no code path is without an owner. */
export type Actor =
  | { kind: "user"; userId: string; role: Role; isDemo: boolean; sessionId: string; scopes?: readonly ApiScope[] }
  | { kind: "apiToken"; userId: string; role: Role; isDemo: boolean; scopes: readonly ApiScope[] }
  | { kind: "system"; userId: string; run: string };

/** Where a request came from, as the edge saw it. For the audit log. */
export interface Origin {
  /** "direct" unless the proxy's header can be believed. */
  address: string;
  userAgent?: string;
}

/** Everything a service verb may touch. */
export interface Context {
  actor: Actor;
  db: Database;
  now: () => Date;
  /** Wakes functions up. The row is the truth: an event lost here is found by a sweep. */
  emit: (...events: AnyJobaEvent[]) => Promise<void>;
  /** Absent in functions and scripts. */
  origin?: Origin;
}

export async function createContext(actor: Actor, origin?: Origin): Promise<Context> {
  return { actor, db: await getDatabase(), now: () => new Date(), emit: emitEvents, origin };
}

/** The context of a function run on behalf of a person. */
export function systemContext(userId: string, run: string): Promise<Context> {
  return createContext({ kind: "system", userId, run });
}

/** A no-op for functions and for people in a browser; API tokens, and API sessions opened for less than everything, must hold the scope. */
export function requireScope(ctx: Context, scope: ApiScope): void {
  if ("scopes" in ctx.actor && ctx.actor.scopes && !ctx.actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `This token lacks the scope ${scope}`, { denied: scope });
  }
}

/** Hands events to whoever runs the functions. */
export async function emitEvents(...events: AnyJobaEvent[]): Promise<void> {
  if (events.length > 0) await inngest.send(events);
}
