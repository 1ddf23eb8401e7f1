import { randomUUID } from "node:crypto";
import { users } from "@/db/schema";
import type { ApiScope, Role } from "@/db/schema/vocabulary";
import type { AnyJobaEvent } from "@/inngest/events";
import type { Actor, Context } from "@/lib/context";
import { testDatabase } from "./database";

export interface TestContext {
  ctx: Context;
  userId: string;
  /** Events the code under test emitted, oldest first. */
  emitted: AnyJobaEvent[];
  /** Moves the clock of `ctx.now()`. */
  setNow(at: Date): void;
  /** The same person through a token with only these scopes. */
  withToken(...scopes: ApiScope[]): Context;
}

/** A fresh person with a real database; only the clock and the event bus are stand-ins. */
export async function createTestContext(
  overrides: { now?: Date; isDemo?: boolean; role?: Role } = {},
): Promise<TestContext> {
  const db = await testDatabase();
  const role = overrides.role ?? "user";
  const [user] = await db
    .insert(users)
    .values({ email: `${randomUUID()}@example.test`, name: "Test Person", role, isDemo: overrides.isDemo ?? false })
    .returning();
  if (!user) throw new Error("no user was created");
  const emitted: AnyJobaEvent[] = [];
  let clock = overrides.now;
  const actor: Actor = { kind: "user", userId: user.id, role, isDemo: user.isDemo, sessionId: randomUUID() };
  const ctx: Context = {
    actor,
    db,
    now: () => clock ?? new Date(),
    emit: async (...events) => {
      emitted.push(...events);
    },
  };
  return {
    ctx,
    userId: user.id,
    emitted,
    setNow: (at) => {
      clock = at;
    },
    withToken: (...scopes) => ({
      ...ctx,
      actor: { kind: "apiToken", userId: user.id, role, isDemo: user.isDemo, scopes },
    }),
  };
}
