"use client";

import { Bookmark, BookmarkCheck, Check, CircleSlash, Minus } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { type MouseEvent, memo } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ScoreRing } from "@/components/ui/score-ring";
import { Time } from "@/components/ui/time";
import { formatPay } from "@/lib/jobs/format";
import { DISMISS_LABELS, WORKPLACE_LABELS } from "@/lib/jobs/labels";
import type { JobCard } from "@/lib/jobs/schemas";
import { cn } from "@/lib/utils";
import type { Decision } from "./decisions";

export interface RowHandlers {
  open: (id: string, event: MouseEvent) => void;
  check: (id: string, event: MouseEvent) => void;
  save: (id: string) => void;
  dismiss: (id: string, at: Element) => void;
}

interface JobRowProps {
  job: JobCard;
  decision: Decision;
  sourceNames: Readonly<Record<string, string>>;
  isCurrent: boolean;
  isChecked: boolean;
  /** Checkboxes show on every row once one is checked. */
  isChecking: boolean;
  isOpened: boolean;
  handlers: RowHandlers;
}

export const JobRow = memo(function JobRow(props: JobRowProps) {
  const { job, decision, sourceNames, isCurrent, isChecked, isOpened, handlers } = props;
  const [source] = job.sources;
  const isSaved = decision.state === "saved";
  return (
    <li
      data-job={job.id}
      className={cn(
        "group/row relative flex gap-3 px-4 py-3 [contain-intrinsic-size:auto_6.5rem] [content-visibility:auto] hover:bg-hover/60",
        isCurrent && "lg:bg-accent-soft lg:hover:bg-accent-soft",
        isChecked && "bg-accent-soft",
      )}
    >
      <RowScore {...props} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <Link
            href={`/jobs/${job.id}` as Route}
            prefetch={false}
            aria-current={isCurrent ? "true" : undefined}
            onClick={(event) => handlers.open(job.id, event)}
            className={cn(
              "wrap-anywhere line-clamp-2 min-w-0 flex-1 text-base outline-offset-1 after:absolute after:inset-0",
              isOpened ? "font-medium text-muted" : "font-semibold text-text",
            )}
          >
            {job.title}
          </Link>
          <Time at={job.sortAt} format="age" className="relative z-1 shrink-0 text-muted text-xs" />
        </div>
        <div className="flex items-baseline gap-2 text-sm">
          <p className="min-w-0 flex-1 truncate">
            {job.companyName}
            <span className="text-muted">
              {job.locationText && ` · ${job.locationText}`}
              {job.workplace !== "unknown" && ` · ${WORKPLACE_LABELS[job.workplace]}`}
            </span>
          </p>
          {source && (
            <span className="max-w-24 shrink-0 truncate text-muted text-xs max-sm:hidden">
              {sourceNames[source] ?? source}
              {job.sources.length > 1 && ` +${job.sources.length - 1}`}
            </span>
          )}
        </div>
        <RowBadges {...props} />
        <RowReasons job={job} />
      </div>
      <div className="absolute right-2 bottom-2 z-1 flex rounded-md bg-surface opacity-0 shadow-xs transition-opacity focus-within:opacity-100 group-hover/row:opacity-100 coarse:static coarse:-my-1 coarse:-mr-2 coarse:flex-col coarse:bg-transparent coarse:opacity-100 coarse:shadow-none">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Save ${job.title}`}
          aria-pressed={isSaved}
          title="Save (s)"
          onClick={() => handlers.save(job.id)}
        >
          {isSaved ? <BookmarkCheck aria-hidden className="text-positive" /> : <Bookmark aria-hidden />}
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Dismiss ${job.title}`}
          aria-haspopup="menu"
          title="Dismiss (x)"
          onClick={(event) => handlers.dismiss(job.id, event.currentTarget)}
        >
          <CircleSlash aria-hidden />
        </Button>
      </div>
    </li>
  );
});

function RowScore({ job, isChecked, isChecking, handlers }: JobRowProps) {
  return (
    <div className="relative size-9 shrink-0">
      <div
        className={cn(
          isChecking ? "opacity-0" : "[@media(hover:hover)]:group-hover/row:opacity-0 has-[+*:focus-within]:opacity-0",
        )}
      >
        {job.match ? (
          <ScoreRing score={job.match.score} band={job.match.band} isProvisional={job.match.isProvisional} />
        ) : (
          <span
            role="img"
            aria-label="Not scored yet"
            className="grid size-9 place-items-center rounded-full border border-border border-dashed text-muted text-sm"
          >
            –
          </span>
        )}
      </div>
      <div
        className={cn(
          "absolute inset-0 z-1 grid place-items-center",
          !isChecking &&
            "opacity-0 focus-within:opacity-100 [@media(hover:hover)]:group-hover/row:opacity-100 coarse:pointer-events-none",
        )}
      >
        <Checkbox
          checked={isChecked}
          readOnly
          aria-label={`Select ${job.title}`}
          onClick={(event) => handlers.check(job.id, event)}
        />
      </div>
    </div>
  );
}

function RowBadges({ job, decision }: JobRowProps) {
  const pay = formatPay(job.pay);
  const gate = job.match?.gates.find(({ verdict }) => verdict === "fail") ?? job.match?.gates[0];
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm empty:hidden">
      {pay && <span className="max-w-full truncate font-medium tabular">{pay}</span>}
      {decision.state === "saved" && <Badge tone="positive">Saved</Badge>}
      {decision.state === "dismissed" && (
        <Badge>{decision.reason ? `Dismissed: ${DISMISS_LABELS[decision.reason].toLowerCase()}` : "Dismissed"}</Badge>
      )}
      {job.closedAt && <Badge tone="danger">Closed</Badge>}
      {gate && (
        <Badge tone={gate.verdict === "fail" ? "danger" : "warning"} title={gate.message} className="block shrink">
          {gate.verdict === "fail" ? "Not met: " : "Check: "}
          {gate.message}
        </Badge>
      )}
      {job.match?.isProvisional && (
        <Badge tone="outline" title="Little text to judge by">
          Provisional
        </Badge>
      )}
    </p>
  );
}

function RowReasons({ job }: { job: JobCard }) {
  if (!job.match || job.match.reasons.length === 0) return null;
  return (
    <ul className="mt-0.5 flex flex-wrap gap-x-3 text-muted text-sm">
      {job.match.reasons.map(({ text, tone }) => (
        <li key={text} className="flex min-w-0 max-w-full items-baseline gap-1">
          {tone === "plus" ? (
            <Check aria-hidden className="size-3 shrink-0 translate-y-px text-positive" />
          ) : (
            <Minus aria-hidden className="size-3 shrink-0 translate-y-px text-warning" />
          )}
          <span className="truncate" title={text}>
            <span className="sr-only">{tone === "plus" ? "For: " : "Against: "}</span>
            {text.split(";")[0]}
          </span>
        </li>
      ))}
    </ul>
  );
}
