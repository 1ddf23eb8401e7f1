import type { Decision } from "@/db/schema/vocabulary";

/** A row known by its list entry only. */
export interface ListedPosting {
  externalId: string;
  title: string;
  companyName: string;
  url: string;
}

/** What became of one row of a board in one run. */
export interface Outcome {
  externalId: string;
  title: string;
  companyName: string;
  url: string | null;
  decision: Decision;
  reason: string | null;
  jobId: string | null;
}

export function outcomeOf(row: ListedPosting, decision: Decision, reason?: string, jobId?: string): Outcome {
  const { externalId, title, companyName, url } = row;
  return { externalId, title, companyName, url, decision, reason: reason ?? null, jobId: jobId ?? null };
}
