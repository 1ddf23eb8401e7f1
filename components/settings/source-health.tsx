import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import { cn } from "@/lib/utils";
import { OUTCOME_LOOK } from "./outcomes";

export interface Reading {
  runId: string;
  searchId: string;
  board: string;
  outcome: SourceOutcome;
  message: string;
  created: number;
  finishedAt: Date;
}

/** The last readings as bars, oldest left, and the newest in words. */
export function SourceHealth({ readings }: { readings: Reading[] }) {
  const newest = readings[0];
  if (!newest) return <p className="text-muted text-sm">Not read yet.</p>;
  const { outcome, message, created, finishedAt, board, runId, searchId } = newest;
  const counts = new Map<SourceOutcome, number>();
  for (const reading of readings) counts.set(reading.outcome, (counts.get(reading.outcome) ?? 0) + 1);
  const summary = [...counts].map(([name, count]) => `${count} ${name}`).join(", ");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
      <span
        role="img"
        aria-label={`Last ${readings.length} readings: ${summary}`}
        className="flex h-4 items-end gap-0.5"
      >
        {readings.toReversed().map((reading) => (
          <span
            key={`${reading.runId} ${reading.board}`}
            title={`${reading.outcome}: ${reading.message || OUTCOME_LOOK[reading.outcome].means}`}
            className={cn("h-full w-1 rounded-full", OUTCOME_LOOK[reading.outcome].bar)}
          />
        ))}
      </span>
      <Badge tone={OUTCOME_LOOK[outcome].tone}>{outcome}</Badge>
      <span className="min-w-0 text-muted">
        {board && `${board}: `}
        {message || OUTCOME_LOOK[outcome].means}
        {created > 0 && <span className="tabular">, {created} new</span>}
      </span>
      <Link
        href={`/searches/${searchId}/runs/${runId}` as Route}
        className="rounded-sm text-muted underline decoration-border underline-offset-4 hover:text-text hover:decoration-current"
      >
        <Time at={finishedAt} />
      </Link>
    </div>
  );
}
