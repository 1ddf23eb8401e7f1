import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

type Module = typeof schema;
export type TableKey = { [K in keyof Module]: Module[K] extends PgTable ? K : never }[keyof Module];
type ColumnKey<K extends TableKey> = Module[K] extends PgTable
  ? Extract<keyof Module[K]["_"]["columns"], string>
  : never;

/**
 * - `portable`: in the export, and an import brings it back.
 * - `readable`: in the export for the person to read; a file must not write it.
 * - `withheld`: the person's, but in no file.
 * - `impersonal`: nobody's.
 */
export type Fate = "portable" | "readable" | "withheld" | "impersonal";

export interface TableRule<K extends TableKey = TableKey> {
  fate: Fate;
  /** Why it is not portable, in words for the person. */
  because?: string;
  /** Where it hangs when it has no `userId`. */
  through?: string;
  /** Columns in no file, and why. The owner's column never is: whoever imports is the owner. */
  leftOut?: Partial<Record<ColumnKey<K>, string>>;
  /** Columns that hold ids without a foreign key: an id, or an object some of whose values are ids. */
  links?: Partial<Record<ColumnKey<K>, "id" | "object">>;
  /** Exported only where the person acted: an admin's address is the admin's. */
  ownActs?: { actor: ColumnKey<K>; columns: readonly ColumnKey<K>[] };
}

const SECRET = "a secret";
const COUNTER = "a counter of this server";

/** Every table there is. A table left out here does not compile; a column that looks secret and is kept fails a test. */
export const TABLE_RULES: { [K in TableKey]: TableRule<K> } = {
  profiles: { fate: "portable" },
  searches: { fate: "portable" },
  companies: { fate: "portable" },
  jobs: { fate: "portable", leftOut: { search: "made anew from title, company and description" } },
  postings: { fate: "portable" },
  jobAnalyses: { fate: "portable" },
  matches: { fate: "portable" },
  jobStates: { fate: "portable", links: { changeId: "id" } },
  runs: { fate: "portable" },
  runSources: { fate: "portable" },
  runDecisions: { fate: "portable", leftOut: { id: COUNTER } },
  sourceSettings: { fate: "portable", leftOut: { sealedKey: "a secret, and only this server could open it" } },
  sourceCursors: { fate: "portable" },
  events: { fate: "portable", leftOut: { id: COUNTER }, links: { subjectId: "id", data: "object" } },

  users: {
    fate: "readable",
    because: "Of the account itself only the name moves, where the new one has none; the rest is the new account's own",
    through: "id",
    leftOut: { passwordHash: SECRET },
  },
  sessions: { fate: "readable", because: "A file must not sign anybody in", leftOut: { sidHash: SECRET } },
  apiTokens: { fate: "readable", because: "A file must not grant access", leftOut: { tokenHash: SECRET } },
  oauthAccounts: { fate: "readable", because: "A file must not grant access" },
  auditEntries: {
    fate: "readable",
    because: "What happened on one server did not happen on another",
    leftOut: { actorId: "may be somebody else" },
    ownActs: { actor: "actorId", columns: ["address", "userAgent"] },
  },
  outboxMessages: {
    fate: "readable",
    because: "Only mail that was sent belongs in the ledger",
    leftOut: {
      keyHash: SECRET,
      html: "links in it open accounts",
      text: "links in it open accounts",
      providerId: "the mail provider's",
    },
  },

  accountTokens: { fate: "withheld", because: "Secrets of mailed links" },
  secondFactors: { fate: "withheld", because: "The secret of the authenticator app" },
  recoveryCodes: { fate: "withheld", because: "Secrets" },
  signInChallenges: { fate: "withheld", because: "Secrets of a sign-in under way" },
  refreshTokens: { fate: "withheld", because: "Secrets of signed-in programs" },
  idempotencyKeys: { fate: "withheld", because: "Copies of answers, kept for a day" },
  invitations: { fate: "withheld", because: "Addresses of other people" },
  listedJobs: { fate: "withheld", because: "A copy of facts of the jobs, for quick lists" },
  dataVersions: { fate: "withheld", because: "Says only when kept figures of this server are out of date" },
  dataChanges: { fate: "withheld", because: "Empty between two changes" },
  executorRuns: { fate: "withheld", because: "Work in progress of this server, forgotten after days" },
  executorEvents: { fate: "withheld", because: "Work in progress of this server", through: "payload" },
  executorSteps: { fate: "withheld", because: "Work in progress of this server", through: "executorRuns" },
  executorQueue: { fate: "withheld", because: "Work in progress of this server", through: "executorRuns" },

  executorSchedules: { fate: "impersonal" },
  executorMarks: { fate: "impersonal" },
  rateLimits: { fate: "impersonal" },
};
