import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, type NewEventRow } from "@/db/schema";

export async function insertEvent(db: Database, event: NewEventRow): Promise<void> {
  await db.insert(events).values(event);
}

/** What happened after a position in the log, oldest first. */
export function listEventsAfter(
  db: Database,
  { userId, afterId, limit }: { userId: string; afterId: number; limit: number },
) {
  return db
    .select()
    .from(events)
    .where(and(eq(events.userId, userId), gt(events.id, afterId)))
    .orderBy(asc(events.id))
    .limit(limit);
}
