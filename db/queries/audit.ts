import { auditEntries, type NewAuditEntry } from "@/db/schema";
import type { Database } from "../client";

export async function insertAuditEntry(db: Database, entry: NewAuditEntry): Promise<void> {
  await db.insert(auditEntries).values(entry);
}
