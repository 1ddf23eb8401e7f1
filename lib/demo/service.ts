import "server-only";
import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { insertUser } from "@/db/queries/users";
import { openSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { seedDemoHunt } from "./seed";

const DEMO_HOURS = 24;

/** A throw-away person with a realistic hunt, theirs alone, gone after a day. @returns the session id for the cookie. */
export async function startDemo(visitor: {
  db: Database;
  now: () => Date;
  userAgent?: string;
}): Promise<{ sid: string; userId: string }> {
  if (env.DEMO === "off") throw new AppError("forbidden", "The demo is switched off on this JOBA");
  const now = visitor.now();
  const expiresAt = new Date(now.getTime() + DEMO_HOURS * 3_600_000);
  const user = await insertUser(visitor.db, { name: "Robin Demo", isDemo: true, expiresAt });
  if (!user) throw new AppError("internal", "The demo could not be prepared");
  await seedDemoHunt({
    actor: { kind: "user", userId: user.id, role: "user", isDemo: true, sessionId: randomUUID() },
    db: visitor.db,
    now: visitor.now,
    emit: async () => {},
  });
  return {
    userId: user.id,
    sid: await openSession(visitor.db, { userId: user.id, method: "demo", userAgent: visitor.userAgent, now }),
  };
}
