import "server-only";
import type { Database } from "@/db/client";
import { insertEvent } from "@/db/queries/events";
import { finishOpenRunSources } from "@/db/queries/run-sources";
import { ACTIVE, listActiveRunIds, updateRunRow } from "@/db/queries/runs";
import type { Run } from "@/db/schema";

interface Cancellation {
  userId: string;
  now: Date;
  /** Shown at the sources that were still at work. */
  message: string;
}

/** Ends one run inside the caller's transaction; undefined when it has ended already. */
export async function cancelRunRow(
  db: Database,
  { userId, id, now, message }: Cancellation & { id: string },
): Promise<Run | undefined> {
  const run = await updateRunRow(db, { userId, id, from: ACTIVE, patch: { status: "canceled", finishedAt: now } });
  if (!run) return undefined;
  await finishOpenRunSources(db, { userId, runId: id, patch: { evidence: { message }, finishedAt: now } });
  await insertEvent(db, { userId, type: "run.canceled", subjectId: id, data: { searchId: run.searchId } });
  return run;
}

/** Ends whatever still works for a person whose account is closed or deleted. Call it inside that transaction. */
export async function cancelRunsOf(db: Database, cancellation: Cancellation): Promise<number> {
  let canceled = 0;
  for (const { id } of await listActiveRunIds(db, { userId: cancellation.userId })) {
    if (await cancelRunRow(db, { ...cancellation, id })) canceled += 1;
  }
  return canceled;
}
