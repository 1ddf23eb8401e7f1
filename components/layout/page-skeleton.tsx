import { Skeleton } from "@/components/ui/skeleton";

/** Stands where a Page with a list will be. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-5 pb-10 md:px-6 md:pt-6">
      <span role="status" className="sr-only">
        Loading
      </span>
      <div className="mb-5 flex items-start justify-between gap-6">
        <div className="space-y-2">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-4 w-64 max-w-[60vw]" />
        </div>
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="overflow-hidden rounded-lg border border-border bg-surface">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={row} className="flex h-12 items-center gap-4 border-border border-b px-4 last:border-b-0">
            <Skeleton className="size-6 rounded-full" />
            <Skeleton className="h-4 flex-1" style={{ maxWidth: `${16 + ((row * 7) % 12)}rem` }} />
            <Skeleton className="ml-auto h-4 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
