import { eventType } from "inngest";
import { z } from "zod";

const id = z.uuid();
const text = z.string().max(200);

/** A person or a schedule asked for a run of a search. The row in `runs` exists already. */
export const runRequested = eventType("search/run.requested", { schema: z.object({ userId: id, runId: id }) });

/** One source (one board of it) is to be fetched for a run. */
export const sourceFetchRequested = eventType("source/fetch.requested", {
  schema: z.object({ userId: id, runId: id, searchId: id, sourceId: text, board: text }),
});

/** Facts or preferences changed, so every match is out of date. */
export const profileChanged = eventType("profile/changed", {
  schema: z.object({ userId: id, profileVersion: z.int() }),
});

const declared = { runRequested, sourceFetchRequested, profileChanged };

/** What `create()` of any event above returns. */
export type AnyJobaEvent = ReturnType<(typeof declared)[keyof typeof declared]["create"]>;
