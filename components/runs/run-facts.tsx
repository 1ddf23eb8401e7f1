import { Time } from "@/components/ui/time";
import type { RunStatus, RunTrigger } from "@/db/schema/vocabulary";
import { formatDuration } from "@/lib/dates";
import { RunStatusBadge } from "./run-status";

/** State, start and length of a run in one line. */
export function RunFacts({
  status,
  trigger,
  createdAt,
  startedAt,
  finishedAt,
  done,
  total,
  error,
}: {
  status: RunStatus;
  trigger: RunTrigger;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  done: number;
  total: number;
  error: string | null;
}) {
  const isLive = status === "queued" || status === "running";
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span role="status">
        <RunStatusBadge status={status} />
      </span>
      <span>
        {trigger === "schedule" ? "Scheduled" : "Started by hand"} <Time at={createdAt} />
      </span>
      <span className="tabular">
        {isLive
          ? `${done} of ${total} sources done`
          : startedAt && finishedAt && `took ${formatDuration(finishedAt.getTime() - startedAt.getTime())}`}
      </span>
      {error && <span className="text-danger">{error}</span>}
    </span>
  );
}
