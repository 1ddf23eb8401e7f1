import { fetchSource } from "./fetch-source";
import { pruneOldDecisions, reapSilentRuns } from "./reap-runs";
import { rescoreProfile } from "./rescore-profile";
import { runSearch } from "./run-search";
import { sendAccountMailFunction } from "./send-account-mail";
import { sweepExpiredAccounts } from "./sweep-expired";
import { sweepSearches } from "./sweep-searches";

/** Every function `serve()` exposes and the embedded executor runs. */
export const functions = [
  runSearch,
  fetchSource,
  rescoreProfile,
  sweepSearches,
  reapSilentRuns,
  pruneOldDecisions,
  sweepExpiredAccounts,
  sendAccountMailFunction,
];
