import { eventType } from "inngest";
import { z } from "zod";
import { ACCOUNT_MAIL_KINDS } from "@/db/schema/vocabulary";

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

/**
 * A mail about somebody's account is due. Ids only: the secret of its link is made when the mail is written. `userId` may
 * be nobody's, so that asking for a mail takes the same steps whether or not an address has an account.
 */
export const accountMailDue = eventType("account/mail.due", {
  schema: z.object({
    userId: id,
    /** Names this one mail, so that a second try sends nothing twice. */
    requestId: id,
    kind: z.enum(ACCOUNT_MAIL_KINDS),
    /** The session or link it is about. */
    subjectId: id.optional(),
    device: text.optional(),
  }),
});

const declared = { runRequested, sourceFetchRequested, profileChanged, accountMailDue };

/** What `create()` of any event above returns. */
export type AnyJobaEvent = ReturnType<(typeof declared)[keyof typeof declared]["create"]>;
