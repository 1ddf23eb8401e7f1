import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { InventoryTable } from "@/db/inventory";
import * as schema from "@/db/schema";
import { seedDemoHunt } from "@/lib/demo/seed";
import { createTestContext, type TestContext } from "./context";

/** A person with a whole hunt behind them and at least one row in every table that can hold something of theirs. */
export async function givenRichPerson(): Promise<TestContext & { email: string }> {
  const person = await createTestContext();
  const { ctx, userId } = person;
  const { db } = ctx;
  await seedDemoHunt(ctx);
  const [user] = await db
    .update(schema.users)
    .set({ name: "Zoë Ünïcode 名" })
    .where(eq(schema.users.id, userId))
    .returning();
  const email = user?.email as string;
  const hash = () => randomUUID();
  const later = new Date(Date.now() + 86_400_000);
  const [search] = await db.select().from(schema.searches).where(eq(schema.searches.userId, userId)).limit(1);
  await db
    .insert(schema.runs)
    .values({ userId, searchId: search?.id as string, trigger: "manual", slot: "manual:x", status: "running" });
  await db
    .insert(schema.companies)
    .values({ userId, name: '=HYPERLINK("x")', key: "blocked", isBlocked: true, blockReason: "-1+1" });
  await db
    .update(schema.jobStates)
    .set({ note: 'a, "b"\n=c;ä\u2028', changeId: randomUUID() })
    .where(eq(schema.jobStates.userId, userId));
  await db
    .insert(schema.sourceSettings)
    .values({ userId, sourceId: "linkedin", isEnabled: false, sealedKey: "sealed-secret" });
  const [session] = await db
    .insert(schema.sessions)
    .values({ userId, sidHash: hash(), userAgent: "A browser", address: "203.0.113.9", expiresAt: later })
    .returning();
  await db
    .insert(schema.refreshTokens)
    .values({ userId, sessionId: session?.id as string, tokenHash: hash(), expiresAt: later });
  await db
    .insert(schema.apiTokens)
    .values({ userId, tokenHash: hash(), prefix: "joba_abc", scopes: ["jobs:read"], expiresAt: later });
  await db.insert(schema.oauthAccounts).values({ userId, provider: "github", providerAccountId: hash(), email });
  await db
    .insert(schema.accountTokens)
    .values({ userId, kind: "verify_email", tokenHash: hash(), email, expiresAt: later });
  await db.insert(schema.secondFactors).values({ userId, sealedSecret: "sealed" });
  await db.insert(schema.recoveryCodes).values({ userId, codeHash: hash() });
  await db.insert(schema.signInChallenges).values({ userId, tokenHash: hash(), method: "password", expiresAt: later });
  await db
    .insert(schema.idempotencyKeys)
    .values({ userId, operation: "x", keyHash: hash(), requestHash: hash(), lockedUntil: later, expiresAt: later });
  await db
    .insert(schema.invitations)
    .values({ userId, email: "friend@example.test", tokenHash: hash(), expiresAt: later });
  const mail = {
    keyHash: hash(),
    transport: "outbox",
    template: "verify-email",
    recipient: email,
    subject: "Hello",
    html: "<p>",
    text: "t",
  } as const;
  await db.insert(schema.outboxMessages).values({ userId, ...mail, state: "waiting" });
  await db.insert(schema.auditEntries).values([
    { action: "account.signed_in", actorId: userId, userId, address: "203.0.113.9", userAgent: "A browser" },
    { action: "admin.user_disabled", actorId: randomUUID(), userId, address: "198.51.100.7", userAgent: "The admin's" },
  ]);
  const eventId = randomUUID();
  await db.insert(schema.executorEvents).values({
    id: eventId,
    name: "profile/changed",
    payload: { id: eventId, name: "profile/changed", ts: 1, data: { userId, text: "\u0000" } },
  });
  const [run] = await db.insert(schema.executorRuns).values({ functionId: "f", eventId, userId }).returning();
  await db
    .insert(schema.executorSteps)
    .values({ runId: run?.id as string, stepId: "s", name: "s", attempts: 1, output: { userId } });
  await db.insert(schema.executorQueue).values({ runId: run?.id as string, functionId: "f", runAt: later });
  await db.execute(sql`analyze`);
  return { ...person, email };
}

/** SQL that is true for rows of a person in any personal table. */
export function rowsOfPerson({ key, owner, name }: InventoryTable, userId: string) {
  if (owner) return sql`${sql.identifier(owner.name)}::text = ${userId}`;
  if (key === "executorEvents") return sql`payload::text like ${`%${userId}%`}`;
  return sql`run_id in (select id from executor_runs where user_id = ${userId}) and ${name} <> ''`;
}
