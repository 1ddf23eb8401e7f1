import type { Database } from "@/db/client";
import type { Context } from "@/lib/context";

/** What the verbs need that run before anybody is signed in. A PublicContext is one. */
export interface Visitor {
  db: Database;
  now: () => Date;
  /** Where the request came from, as the server saw it. */
  address?: string;
  userAgent?: string;
  /** The cookie by which a browser is known again; see lib/auth/known-device.ts. */
  deviceCookie?: string;
  /** Unset: to whoever runs the functions. */
  emit?: Context["emit"];
}

/** The visitor behind an API request without a session. */
export function visitorOf(
  { db, now, emit }: Pick<Visitor, "db" | "now" | "emit">,
  { address, userAgent }: Pick<Visitor, "address" | "userAgent">,
): Visitor {
  return { db, now, emit, address, userAgent };
}
