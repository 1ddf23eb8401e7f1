"use client";

import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { OpenJob } from "./use-open-job";

/** The right half on wide screens. `children` is the job the page came with. */
export function JobPane({
  openJob,
  initialId,
  children,
}: {
  openJob: OpenJob | undefined;
  initialId: string | undefined;
  children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  const id = openJob?.id;
  useEffect(() => {
    if (id && pane.current) pane.current.scrollTop = 0;
  }, [id]);
  return (
    <section
      ref={pane}
      aria-label="Open job"
      aria-busy={openJob !== undefined && !openJob.view && !openJob.error && openJob.id !== initialId}
      className="relative min-w-0 flex-1 overflow-y-auto overscroll-contain px-6 py-5 max-lg:hidden xl:px-8"
    >
      <div className="mx-auto max-w-3xl">
        <Suspense fallback={<JobPaneSkeleton />}>
          {openJob === undefined ? (
            <EmptyState title="No job open" description="Choose one in the list, or press j." />
          ) : openJob.view ? (
            openJob.view
          ) : openJob.error ? (
            <EmptyState title="This job cannot be shown" description={openJob.error} />
          ) : openJob.id === initialId ? (
            children
          ) : (
            <JobPaneSkeleton />
          )}
        </Suspense>
      </div>
    </section>
  );
}

export function JobPaneSkeleton() {
  return (
    <div aria-hidden className="space-y-6">
      <div className="flex gap-4">
        <Skeleton className="size-16 rounded-full" />
        <div className="flex-1 space-y-2">
          <Skeleton className="h-7 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      </div>
      <Skeleton className="h-8 w-72" />
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-28 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
