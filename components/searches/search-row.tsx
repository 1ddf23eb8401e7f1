import { CalendarClock } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { OutcomeChips } from "@/components/runs/outcome-chips";
import { RunButton } from "@/components/runs/run-button";
import { RunStatusBadge } from "@/components/runs/run-status";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { SearchCriteria, SearchSchedule } from "@/db/schema/shapes";
import type { RunStatus, SourceOutcome } from "@/db/schema/vocabulary";
import { describeCriteria, describeSchedule } from "@/lib/searches/describe";

export interface SearchRowProps {
  search: {
    id: string;
    name: string;
    criteria: SearchCriteria;
    schedule: SearchSchedule;
    isActive: boolean;
    nextRunAt: Date | null;
    lastRun?: {
      id: string;
      status: RunStatus;
      createdAt: Date;
      sources: {
        sourceId: string;
        board: string;
        outcome: SourceOutcome | null;
        created: number;
        message: string | null;
      }[];
    };
  };
  /** Source names by id. */
  names: Record<string, string>;
}

export function SearchRow({ search, names }: SearchRowProps) {
  const { id, name, criteria, schedule, isActive, nextRunAt, lastRun } = search;
  const isRunning = lastRun?.status === "queued" || lastRun?.status === "running";
  const created = lastRun?.sources.reduce((sum, source) => sum + source.created, 0) ?? 0;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 px-4 py-3.5">
      <div className="min-w-0">
        <h2 className="wrap-anywhere font-medium">
          <Link href={`/searches/${id}` as Route} className="rounded-sm hover:underline hover:underline-offset-4">
            {name}
          </Link>
        </h2>
        <p className="mt-0.5 text-muted text-sm">{describeCriteria(criteria).join(" · ")}</p>
      </div>
      {isRunning && lastRun ? (
        <Button asChild size="sm">
          <Link href={`/searches/${id}/runs/${lastRun.id}` as Route}>Watch</Link>
        </Button>
      ) : (
        <RunButton searchId={id} searchName={name} size="sm" />
      )}
      <div className="col-span-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
        <span className="inline-flex items-center gap-1.5 text-muted" title={describeSchedule(schedule)}>
          <CalendarClock aria-hidden className="size-3.5" />
          {!isActive ? (
            <Badge tone="warning">paused</Badge>
          ) : nextRunAt ? (
            <span>
              next run <Time at={nextRunAt} />
            </span>
          ) : (
            "runs when you press Run"
          )}
        </span>
        {lastRun ? (
          <span className="inline-flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5">
            <Link
              href={`/searches/${id}/runs/${lastRun.id}` as Route}
              className="rounded-sm text-muted underline decoration-border underline-offset-4 hover:text-text hover:decoration-current"
            >
              last run <Time at={lastRun.createdAt} />
            </Link>
            {lastRun.status === "finished" ? (
              <span className="tabular">{created} new</span>
            ) : (
              <RunStatusBadge status={lastRun.status} />
            )}
            <OutcomeChips readings={lastRun.sources} names={names} />
          </span>
        ) : (
          <span className="text-muted">never run</span>
        )}
      </div>
    </li>
  );
}
