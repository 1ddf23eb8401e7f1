"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { DismissReason } from "@/db/schema/vocabulary";
import type { JobCard } from "@/lib/jobs/schemas";
import { BulkBar } from "./bulk-bar";
import { type Decision, useDecisions, useOpened } from "./decisions";
import { DismissMenu, type DismissRequest, dismissAt } from "./dismiss-menu";
import { type JobsView, jobsHref } from "./href";
import { apply } from "./job-actions";
import { JobPane } from "./job-pane";
import { JobRow, type RowHandlers } from "./job-row";
import { decideJobs, JOBS_CHANGED, undoLast } from "./triage";
import { useJobList } from "./use-job-list";
import { useListKeys } from "./use-list-keys";
import { useOpenJob } from "./use-open-job";
import { useSelection } from "./use-selection";

/** Counts are read again this long after the last decision, not after each. */
const RECOUNT_MS = 1_500;

/** The ranked list with the open job beside it, and everything keys do to both. */
export function JobBoard({
  view,
  page,
  initialId,
  notice,
  sourceNames,
  children,
}: {
  view: JobsView;
  page: { data: JobCard[]; nextCursor?: string };
  /** The job rendered in `children`. */
  initialId?: string;
  /** Above the first row: how the words were understood. */
  notice?: ReactNode;
  sourceNames: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const listKey = jobsHref({ filters: view.filters, sort: view.sort });
  const { jobs, hasMore, isLoading, loadMore, scroller } = useJobList(listKey, view, page);
  const decisions = useDecisions();
  const opened = useOpened();
  const { openJob, open } = useOpenJob(view, initialId);
  const [request, setRequest] = useState<DismissRequest>();
  const decisionOf = (job: JobCard): Decision => decisions.get(job.id) ?? job;
  const shown = useMemo(
    () => jobs.filter((job) => view.filters.states.includes((decisions.get(job.id) ?? job).state)),
    [jobs, decisions, view.filters.states],
  );
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const { checked, toggle, extend, setAll, clear } = useSelection(ids);
  const chosen = shown.filter(({ id }) => checked.has(id));
  const current = shown.find(({ id }) => id === openJob?.id);
  const acting = chosen.length > 0 ? chosen : current ? [current] : [];
  useRecount();

  const show = (id: string | undefined) => {
    if (!id) return;
    const link = document.querySelector<HTMLElement>(`[data-job="${id}"] a`);
    link?.focus({ preventScroll: true });
    link?.closest("li")?.scrollIntoView({ block: "nearest" });
    open(id);
  };
  const move = (step: 1 | -1, isExtending: boolean) => {
    const at = ids.indexOf(openJob?.id ?? "");
    const next = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))];
    if (isExtending && next && openJob) extend(openJob.id, next);
    if (at >= ids.length - 5) void loadMore();
    show(next);
  };
  /** Decides, and when the rows leave this list goes on to the one after them. */
  const decide = (targets: readonly JobCard[], decision: Decision) => {
    const leaving = new Set(view.filters.states.includes(decision.state) ? [] : targets.map(({ id }) => id));
    const at = ids.indexOf(openJob?.id ?? "");
    const next = leaving.has(openJob?.id ?? "")
      ? (ids.slice(at + 1).find((id) => !leaving.has(id)) ?? ids.slice(0, at).findLast((id) => !leaving.has(id)))
      : undefined;
    decideJobs(
      targets.map((job) => ({ ...job, ...decisionOf(job) })),
      decision,
    );
    clear();
    if (next) show(next);
  };
  const askReason = (targets: readonly JobCard[], at: Element | null) => {
    if (targets.length === 0) return;
    setRequest(
      dismissAt(
        targets.map(({ id }) => id),
        at,
      ),
    );
  };
  const dismiss = (reason: DismissReason | null) => {
    const targets = shown.filter(({ id }) => request?.ids.includes(id));
    setRequest(undefined);
    decide(targets, { state: "dismissed", reason });
  };
  const save = (targets: readonly JobCard[]) => {
    const isUndoing = targets.length > 0 && targets.every((job) => decisionOf(job).state === "saved");
    decide(targets, { state: isUndoing ? "inbox" : "saved", reason: null });
  };

  useListKeys({
    move,
    open: () => document.querySelector<HTMLElement>("[data-job-detail] :is(h1, h2)")?.focus(),
    save: () => save(acting),
    dismiss: () => askReason(acting, document.querySelector(`[data-job="${acting[0]?.id}"]`)),
    undo: undoLast,
    apply: () => current && apply({ ...current, ...decisionOf(current), applyUrl: current.applyUrl ?? current.url }),
    toggle: () => current && toggle(current.id, false),
    clear: () => (checked.size > 0 ? clear() : show(openJob?.id)),
  });

  const latest = useRef<RowHandlers>(undefined);
  latest.current = {
    open: (id, event) => {
      if (isWide() && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
        event.preventDefault();
        open(id);
      } else if (event.shiftKey) {
        event.preventDefault();
        toggle(id, true);
      }
    },
    check: (id, event) => toggle(id, event.shiftKey),
    save: (id) => save(shown.filter((job) => job.id === id)),
    dismiss: (id, at) =>
      askReason(
        shown.filter((job) => job.id === id),
        at,
      ),
  };
  const handlers = useMemo<RowHandlers>(
    () => ({
      open: (id: string, event: MouseEvent) => latest.current?.open(id, event),
      check: (id, event) => latest.current?.check(id, event),
      save: (id) => latest.current?.save(id),
      dismiss: (id, at) => latest.current?.dismiss(id, at),
    }),
    [],
  );

  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div
        ref={scroller}
        className="relative flex flex-col lg:w-[min(44%,34rem)] lg:shrink-0 lg:overflow-y-auto lg:overscroll-contain lg:border-border lg:border-r"
      >
        {notice}
        <ul aria-label="Jobs" className="divide-y divide-border">
          {shown.map((job) => (
            <JobRow
              key={job.id}
              job={job}
              decision={decisionOf(job)}
              sourceNames={sourceNames}
              isCurrent={job.id === openJob?.id}
              isChecked={checked.has(job.id)}
              isChecking={checked.size > 0}
              isOpened={job.openedAt !== null || opened.has(job.id)}
              handlers={handlers}
            />
          ))}
        </ul>
        <ListEnd hasMore={hasMore} isLoading={isLoading} isEmpty={shown.length === 0} loadMore={loadMore} />
        {chosen.length > 0 && (
          <BulkBar
            count={chosen.length}
            total={shown.length}
            onSave={() => save(chosen)}
            onDismiss={(at) => askReason(chosen, at)}
            onAll={() => setAll(ids.slice(0, 500))}
            onClear={clear}
          />
        )}
      </div>
      <JobPane openJob={openJob} initialId={initialId}>
        {children}
      </JobPane>
      <DismissMenu request={request} onChoose={dismiss} onClose={() => setRequest(undefined)} />
    </div>
  );
}

/** Loads the next page when the end comes into view; a button does the same without scrolling. */
function ListEnd({
  hasMore,
  isLoading,
  isEmpty,
  loadMore,
}: {
  hasMore: boolean;
  isLoading: boolean;
  isEmpty: boolean;
  loadMore: () => Promise<void>;
}) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || !hasMore || isLoading) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void loadMore(), {
      rootMargin: "600px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isLoading, loadMore]);
  return (
    <div ref={end} className="p-4 text-center text-muted text-sm">
      {hasMore ? (
        <Button variant="ghost" disabled={isLoading} onClick={() => void loadMore()}>
          {isLoading ? "Loading…" : "Load more"}
        </Button>
      ) : (
        <p>{isEmpty ? "All decided here. Press u to undo the last one." : "That is all of them."}</p>
      )}
    </div>
  );
}

function useRecount(): void {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), RECOUNT_MS);
    };
    window.addEventListener(JOBS_CHANGED, onChange);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(JOBS_CHANGED, onChange);
    };
  }, [router]);
}

function isWide(): boolean {
  return matchMedia("(min-width: 64rem)").matches;
}
