import type { OutcomeEvidence } from "@/db/schema/shapes";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import type { PageRequest } from "@/lib/sources/adapter";

export interface RunSourceKey {
  runId: string;
  sourceId: string;
  board: string;
}

/** What one page came to; small enough to be the output of a step. */
export interface PageReport {
  page: number;
  /** The run was canceled or the source ended otherwise; nothing was read. */
  isStopped?: boolean;
  error?: { outcome: SourceOutcome; evidence: OutcomeEvidence };
  rows?: number;
  next?: PageRequest;
  /** Why the board holds more than was read. */
  capped?: string;
  /** Why nothing had to be read again. */
  notModified?: string;
  detailTrouble?: string;
  /** With the first page only. */
  requestHash?: string;
  etag?: string;
  lastModified?: string;
}
