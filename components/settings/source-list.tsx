import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { SourceItem, type SourceItemProps } from "./source-item";

export function SourceList({
  title,
  description,
  sources,
}: {
  title: string;
  description: string;
  sources: SourceItemProps["source"][];
}) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        <CardDescription>{description}</CardDescription>
      </CardHeader>
      <ul className="divide-y divide-border">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
    </Card>
  );
}

export function SourceListSkeleton() {
  return (
    <>
      <span role="status" className="sr-only">
        Loading sources
      </span>
      {[8, 3].map((count) => (
        <Card key={count}>
          <div className="space-y-2 border-border border-b px-4 py-3">
            <Skeleton className="h-5 w-36" />
            <Skeleton className="h-4 w-80 max-w-full" />
          </div>
          <ul className="divide-y divide-border">
            {Array.from({ length: count }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
              <li key={row} className="space-y-2 px-4 py-3.5">
                <Skeleton className="h-5 w-40" />
                <Skeleton className="h-4 w-full max-w-lg" />
                <Skeleton className="h-4 w-56" />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}
