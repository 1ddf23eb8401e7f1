import "server-only";
import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { copyPerson } from "@/db/queries/copy-person";
import { listSchedules } from "@/db/queries/demo";
import { updateSearchRow } from "@/db/queries/searches";
import { insertUser } from "@/db/queries/users";
import { openSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { nextSlot } from "@/lib/searches/schedule";
import { type DemoTemplate, getDemoTemplate } from "./template";

const DEMO_HOURS = 24;

/** A throw-away person with a realistic hunt, theirs alone, gone after a day. @returns the session id for the cookie. */
export async function startDemo(visitor: {
  db: Database;
  now: () => Date;
  userAgent?: string;
}): Promise<{ sid: string; userId: string }> {
  if (env.DEMO === "off") throw new AppError("forbidden", "The demo is switched off on this JOBA");
  const template = await getDemoTemplate(visitor);
  const now = visitor.now();
  const userId = await visitor.db.transaction((tx) => copyHunt(tx, template, now));
  return { userId, sid: await openSession(visitor.db, { userId, method: "demo", userAgent: visitor.userAgent, now }) };
}

async function copyHunt(db: Database, template: DemoTemplate, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + DEMO_HOURS * 3_600_000);
  const user = await insertUser(db, { name: "Robin Demo", isDemo: true, expiresAt });
  if (!user) throw new AppError("internal", "The demo could not be prepared");
  const shiftMs = now.getTime() - template.seededAt.getTime();
  await copyPerson(db, { from: template.userId, to: user.id, salt: randomUUID(), shiftMs });
  for (const { id, schedule, updatedAt } of await listSchedules(db, { userId: user.id })) {
    await updateSearchRow(db, {
      userId: user.id,
      id,
      patch: { nextRunAt: nextSlot(schedule, now) ?? null, updatedAt },
    });
  }
  return user.id;
}
