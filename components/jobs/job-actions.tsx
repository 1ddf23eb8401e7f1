"use client";

import { ArrowUpRight, Bookmark, BookmarkCheck, CircleSlash, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { DISMISS_LABELS } from "@/lib/jobs/labels";
import { useDecisions } from "./decisions";
import { DismissMenu, type DismissRequest, dismissAt } from "./dismiss-menu";
import { isPlainKey } from "./keyboard";
import { decideJobs, type Triaged, undoLast } from "./triage";

type Job = Triaged & { applyUrl: string };

/** Save, dismiss, apply. On a page of its own the keys belong to it; beside a list they belong to the list. */
export function JobActions({ job, isPage }: { job: Job; isPage: boolean }) {
  const { state, reason } = useDecisions().get(job.id) ?? job;
  const [request, setRequest] = useState<DismissRequest>();
  const dismissButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isPage) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      if (event.key === "s") decideJobs([job], { state: "saved", reason: null });
      else if (event.key === "x") setRequest(dismissAt([job.id], dismissButton.current));
      else if (event.key === "u") undoLast();
      else if (event.key === "a") apply(job);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isPage, job]);

  const isSaved = state === "saved";
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <Button variant="primary" asChild>
        <a href={job.applyUrl} target="_blank" rel="noopener noreferrer nofollow" onClick={() => save(job)}>
          Apply <ArrowUpRight aria-hidden />
          <span className="sr-only">(opens in a new tab and saves the job)</span>
        </a>
      </Button>
      <Button
        aria-pressed={isSaved}
        onClick={() => decideJobs([job], { state: isSaved ? "inbox" : "saved", reason: null })}
      >
        {isSaved ? <BookmarkCheck aria-hidden className="text-positive" /> : <Bookmark aria-hidden />}
        {isSaved ? "Saved" : "Save"}
        <Kbd aria-hidden className="coarse:hidden">
          s
        </Kbd>
      </Button>
      {state === "dismissed" ? (
        <>
          <Button onClick={() => decideJobs([job], { state: "inbox", reason: null })}>
            <Undo2 aria-hidden /> Bring back
          </Button>
          <Badge>Dismissed{reason && `: ${DISMISS_LABELS[reason].toLowerCase()}`}</Badge>
        </>
      ) : (
        <Button
          ref={dismissButton}
          aria-haspopup="menu"
          aria-expanded={request !== undefined}
          onClick={(event) => setRequest(dismissAt([job.id], event.currentTarget))}
        >
          <CircleSlash aria-hidden /> Dismiss
          <Kbd aria-hidden className="coarse:hidden">
            x
          </Kbd>
        </Button>
      )}
      <DismissMenu
        request={request}
        onChoose={(chosen) => {
          setRequest(undefined);
          decideJobs([job], { state: "dismissed", reason: chosen });
        }}
        onClose={() => {
          setRequest(undefined);
          dismissButton.current?.focus();
        }}
      />
    </div>
  );
}

/** Going to the application means wanting it: the job is saved unless it already is. */
export function apply(job: Job): void {
  window.open(job.applyUrl, "_blank", "noopener,noreferrer");
  save(job);
}

function save(job: Job): void {
  decideJobs([job], { state: "saved", reason: null });
}
