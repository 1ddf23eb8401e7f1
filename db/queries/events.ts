import type { Database } from "@/db/client";
import { events, type NewEventRow } from "@/db/schema";

export async function insertEvent(db: Database, event: NewEventRow): Promise<void> {
  await db.insert(events).values(event);
}
