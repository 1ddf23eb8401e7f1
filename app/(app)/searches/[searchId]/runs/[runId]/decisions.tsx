import Link from "next/link";
import { DecisionFilters, hrefOf } from "@/components/runs/decision-filters";
import { DecisionTable } from "@/components/runs/decision-table";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { getContext } from "@/lib/auth/session";
import { listRunDecisions } from "@/lib/runs/service";
import type { parseRunParams } from "./search-params";

interface DecisionsProps {
  runId: string;
  path: string;
  filters: ReturnType<typeof parseRunParams>;
  /** Source names by id. */
  names: Record<string, string>;
  sourceIds: string[];
}

export async function Decisions({ runId, path, filters, names, sourceIds }: DecisionsProps) {
  const { decision, source, q, cursor } = filters;
  const { decisions, counts, nextCursor } = await listRunDecisions(await getContext(), {
    runId,
    decision,
    sourceId: source,
    q,
    cursor,
  });
  const rows = decisions.map(({ id, title, companyName, url, decision: fate, reason, jobId, sourceId, board }) => ({
    id,
    title,
    companyName,
    url,
    decision: fate,
    reason,
    jobId,
    source: `${names[sourceId] ?? sourceId}${board && ` ${board}`}`,
  }));
  return (
    <Card>
      <CardHeader>
        <CardTitle>Every posting and what became of it</CardTitle>
      </CardHeader>
      <DecisionFilters
        path={path}
        state={{ decision, source, q }}
        counts={counts}
        sources={sourceIds.map((id) => ({ id, name: names[id] ?? id }))}
      />
      <DecisionTable rows={rows} isFiltered={Boolean(decision || source || q)} />
      {(nextCursor || cursor) && (
        <div className="flex justify-center gap-2 border-border border-t p-2">
          {cursor && (
            <Button asChild variant="ghost">
              <Link href={hrefOf(path, { decision, source, q })} scroll={false}>
                Back to the first
              </Link>
            </Button>
          )}
          {nextCursor && (
            <Button asChild variant="ghost">
              <Link href={hrefOf(path, { decision, source, q, cursor: nextCursor })} scroll={false}>
                Next 50
              </Link>
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

export function DecisionsSkeleton() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Every posting and what became of it</CardTitle>
      </CardHeader>
      <div className="divide-y divide-border">
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <div key={key} className="flex h-row items-center gap-6 px-4">
            <Skeleton className="h-4 w-64 max-w-full" />
            <Skeleton className="h-5 w-16" />
            <Skeleton className="ml-auto h-4 w-32 max-md:hidden" />
          </div>
        ))}
      </div>
    </Card>
  );
}
