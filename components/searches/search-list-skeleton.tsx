import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

export function SearchListSkeleton() {
  return (
    <Card>
      <span role="status" className="sr-only">
        Loading
      </span>
      <ul className="divide-y divide-border">
        {["a", "b", "c", "d"].map((key) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2 px-4 py-3.5">
            <div className="space-y-1.5">
              <Skeleton className="h-4 w-56 max-w-full" />
              <Skeleton className="h-3.5 w-80 max-w-full" />
            </div>
            <Skeleton className="h-7 w-22" />
            <Skeleton className="col-span-2 h-5 w-96 max-w-full" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
