import { Skeleton } from "@/components/ui/skeleton";
import { JobPaneSkeleton } from "./job-pane";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function JobsToolbarSkeleton() {
  return (
    <div className="flex flex-wrap items-center gap-2 border-border border-b px-4 py-2.5">
      <Skeleton className="h-8 w-80 max-w-full coarse:h-11" />
      <Skeleton className="h-8 min-w-40 flex-1 coarse:h-11" />
      <Skeleton className="h-8 w-36 coarse:h-11" />
      <Skeleton className="h-8 w-24 coarse:h-11" />
    </div>
  );
}

export function JobListSkeleton() {
  return (
    <div className="flex min-h-0 flex-1">
      <div className="divide-y divide-border border-border max-lg:flex-1 lg:w-[min(44%,34rem)] lg:shrink-0 lg:border-r">
        {ROWS.map((row) => (
          <div key={row} className="flex h-28 gap-3 px-4 py-3">
            <Skeleton className="size-9 rounded-full" />
            <div className="flex-1 space-y-2">
              <Skeleton className="h-5 w-3/4" />
              <Skeleton className="h-4 w-1/2" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          </div>
        ))}
      </div>
      <div className="flex-1 overflow-hidden px-6 py-5 max-lg:hidden xl:px-8">
        <div className="mx-auto max-w-3xl">
          <JobPaneSkeleton />
        </div>
      </div>
    </div>
  );
}
