import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** As tall as a section with so many rows. */
export function SectionSkeleton({ rows }: { rows: number }) {
  return (
    <Card>
      <span role="status" className="sr-only">
        Loading
      </span>
      <div className="space-y-2 border-border border-b px-4 py-3">
        <Skeleton className="h-5 w-36" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <div className="space-y-4 px-4 py-3.5">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <Skeleton key={row} className="h-9 w-full max-w-md" />
        ))}
      </div>
    </Card>
  );
}
