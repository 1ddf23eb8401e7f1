import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type SourceCursor, sourceCursors, sourceSettings, users } from "@/db/schema";

type OwnedSource = { userId: string; sourceId: string };

export function listSourceSettingRows(db: Database, userId: string) {
  return db.select().from(sourceSettings).where(eq(sourceSettings.userId, userId));
}

/** True for a demo visitor, and for somebody who is gone. */
export async function isDemoUser(db: Database, userId: string): Promise<boolean> {
  const [row] = await db.select({ isDemo: users.isDemo }).from(users).where(eq(users.id, userId));
  return row?.isDemo ?? true;
}

export async function upsertSourceSetting(
  db: Database,
  { userId, sourceId, ...patch }: OwnedSource & { isEnabled: boolean; sealedKey?: string | null },
) {
  await db
    .insert(sourceSettings)
    .values({ userId, sourceId, ...patch })
    .onConflictDoUpdate({ target: [sourceSettings.userId, sourceSettings.sourceId], set: patch });
}

type CursorKey = OwnedSource & { board: string; requestHash: string };

export async function findSourceCursor(db: Database, { userId, sourceId, board, requestHash }: CursorKey) {
  const [row] = await db
    .select()
    .from(sourceCursors)
    .where(
      and(
        eq(sourceCursors.userId, userId),
        eq(sourceCursors.sourceId, sourceId),
        eq(sourceCursors.board, board),
        eq(sourceCursors.requestHash, requestHash),
      ),
    );
  return row;
}

export async function upsertSourceCursor(
  db: Database,
  {
    etag,
    lastModified,
    lastCount,
    lastOkAt,
    ...key
  }: CursorKey & Pick<SourceCursor, "etag" | "lastModified" | "lastCount" | "lastOkAt">,
) {
  const patch = { etag, lastModified, lastCount, lastOkAt };
  await db
    .insert(sourceCursors)
    .values({ ...key, ...patch })
    .onConflictDoUpdate({
      target: [sourceCursors.userId, sourceCursors.sourceId, sourceCursors.board, sourceCursors.requestHash],
      set: patch,
    });
}
