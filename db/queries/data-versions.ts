import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { dataVersions } from "@/db/schema";

/** 0 until the first change. */
export async function findDataVersion(db: Database, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ version: dataVersions.version })
    .from(dataVersions)
    .where(eq(dataVersions.userId, userId));
  return row?.version ?? 0;
}
