import { OUTCOME_LOOK } from "@/components/settings/outcomes";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { OutcomeEvidence } from "@/db/schema/shapes";
import type { RunSourceStatus, SourceOutcome } from "@/db/schema/vocabulary";
import type { Funnel } from "@/lib/runs/schemas";
import { cn } from "@/lib/utils";

export interface SourceProgressProps extends Funnel {
  name: string;
  board: string;
  status: RunSourceStatus;
  outcome: SourceOutcome | null;
  evidence: OutcomeEvidence | null;
  pages: number;
  isCanceled: boolean;
}

const PARTS = [
  { key: "created", label: "new", color: "bg-accent" },
  { key: "changed", label: "changed", color: "bg-info" },
  { key: "duplicate", label: "duplicate", color: "bg-band-stretch" },
  { key: "unchanged", label: "unchanged", color: "bg-accent/35" },
  { key: "filtered", label: "filtered", color: "bg-muted/35" },
  { key: "invalid", label: "unreadable", color: "bg-danger" },
] as const satisfies { key: keyof Funnel; label: string; color: string }[];

/** One source of a run: what it sent, what became of it, and how it ended with the evidence. */
export function SourceProgress(source: SourceProgressProps) {
  const { name, board, status, outcome, evidence, fetched } = source;
  const parts = PARTS.filter(({ key }) => source[key] > 0);
  const summary = parts.map(({ key, label }) => `${source[key]} ${label}`).join(", ");
  return (
    <li className="grid gap-x-5 gap-y-1.5 px-4 py-2.5 md:grid-cols-[11rem_minmax(0,1fr)_4.75rem] md:items-center">
      <div className="flex min-w-0 items-center justify-between gap-2">
        <span className="min-w-0 truncate font-medium">
          {name}
          {board && <span className="ml-1.5 font-normal text-muted">{board}</span>}
        </span>
        <span className="md:hidden">
          <State {...source} />
        </span>
      </div>
      <div className="min-w-0">
        {fetched > 0 ? (
          <div
            role="img"
            aria-label={`${fetched} fetched: ${summary}`}
            className="flex h-1.5 gap-px overflow-hidden rounded-full bg-hover"
          >
            {parts.map(({ key, label, color }) => (
              <span
                key={key}
                title={`${source[key]} ${label}`}
                className={cn("h-full min-w-0.5", color)}
                style={{ flexGrow: source[key] }}
              />
            ))}
          </div>
        ) : status === "fetching" ? (
          <Progress label={`Reading ${name}`} />
        ) : (
          <div aria-hidden className="h-1.5 rounded-full bg-hover" />
        )}
        <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-muted text-sm tabular">
          {fetched > 0 && (
            <span>
              {fetched} fetched → {source.parsed} parsed
              {summary && ` → ${summary}`}
              {source.scored > 0 && ` → ${source.scored} scored`}
            </span>
          )}
          {evidence && outcome !== "ok" && (
            <span className={cn("wrap-anywhere", isTrouble(outcome) && "text-danger")}>{evidence.message}</span>
          )}
          {evidence && outcome === "ok" && fetched === 0 && <span>{evidence.message}</span>}
          {!evidence && fetched === 0 && <span>{IDLE[status]}</span>}
        </p>
      </div>
      <div className="hidden justify-self-end md:block">
        <State {...source} />
      </div>
    </li>
  );
}

const IDLE: Record<RunSourceStatus, string> = {
  queued: "Waiting for its turn",
  fetching: "Reading the first page",
  scoring: "Nothing to score",
  finished: "Ended before anything was read",
};

function State({ status, outcome, evidence, pages, isCanceled }: SourceProgressProps) {
  if (outcome) {
    const details = [
      evidence?.message ?? OUTCOME_LOOK[outcome].means,
      evidence?.status && `HTTP ${evidence.status}`,
      evidence?.url,
      evidence?.detail,
    ];
    return (
      <Badge tone={OUTCOME_LOOK[outcome].tone} title={details.filter(Boolean).join("\n")}>
        {outcome}
      </Badge>
    );
  }
  if (status === "finished") return <Badge tone="neutral">{isCanceled ? "canceled" : "ended"}</Badge>;
  if (status === "scoring") return <Badge tone="accent">scoring</Badge>;
  if (status === "fetching") return <Badge tone="accent">page {pages + 1}</Badge>;
  return <Badge tone="outline">waiting</Badge>;
}

const isTrouble = (outcome: SourceOutcome | null) =>
  outcome === "blocked" || outcome === "drifted" || outcome === "failed";
