import { History } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { RunStatus, RunTrigger, SourceOutcome } from "@/db/schema/vocabulary";
import { formatDuration } from "@/lib/dates";
import type { Funnel } from "@/lib/runs/schemas";
import { OutcomeChips } from "./outcome-chips";
import { RunStatusBadge } from "./run-status";

export interface RunHistoryProps {
  searchId: string;
  runs: {
    id: string;
    status: RunStatus;
    trigger: RunTrigger;
    createdAt: Date;
    startedAt: Date | null;
    finishedAt: Date | null;
    funnel: Funnel;
    readings: { sourceId: string; board: string; outcome: SourceOutcome | null; message: string | null }[];
  }[];
  /** Source names by id. */
  names: Record<string, string>;
  nextCursor?: string;
  isFirstPage: boolean;
}

export function RunHistory({ searchId, runs, names, nextCursor, isFirstPage }: RunHistoryProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Runs</CardTitle>
      </CardHeader>
      {runs.length === 0 ? (
        <EmptyState
          icon={History}
          title={isFirstPage ? "Not run yet" : "No older runs"}
          description="Press Run now to read the sources; the page shows what each one answers while it happens."
        />
      ) : (
        <Table label="Runs">
          <TableHeader>
            <TableRow>
              <TableHead>Started</TableHead>
              <TableHead>State</TableHead>
              <TableHead className="text-right">Read</TableHead>
              <TableHead className="text-right">New</TableHead>
              <TableHead className="text-right max-md:hidden">Filtered</TableHead>
              <TableHead>Sources</TableHead>
              <TableHead className="text-right max-lg:hidden">Took</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody className="tabular">
            {runs.map(({ id, status, trigger, createdAt, startedAt, finishedAt, funnel, readings }) => (
              <TableRow key={id}>
                <TableCell className="whitespace-nowrap">
                  <Link
                    href={`/searches/${searchId}/runs/${id}` as Route}
                    className="rounded-sm font-medium hover:underline hover:underline-offset-4"
                  >
                    <Time at={createdAt} format="datetime" />
                  </Link>
                  <span className="ml-2 text-muted text-xs">{trigger === "schedule" ? "scheduled" : "by hand"}</span>
                </TableCell>
                <TableCell>
                  <RunStatusBadge status={status} />
                </TableCell>
                <TableCell className="text-right">{funnel.parsed}</TableCell>
                <TableCell className="text-right font-medium">{funnel.created}</TableCell>
                <TableCell className="text-right max-md:hidden">{funnel.filtered}</TableCell>
                <TableCell>
                  <OutcomeChips readings={readings} names={names} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-right text-muted max-lg:hidden">
                  {startedAt && finishedAt ? formatDuration(finishedAt.getTime() - startedAt.getTime()) : ""}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {nextCursor && (
        <div className="border-border border-t p-2 text-center">
          <Button asChild variant="ghost">
            <Link href={`/searches/${searchId}?cursor=${encodeURIComponent(nextCursor)}` as Route}>Older runs</Link>
          </Button>
        </div>
      )}
    </Card>
  );
}

export function RunHistorySkeleton() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Runs</CardTitle>
      </CardHeader>
      <div className="divide-y divide-border">
        {["a", "b", "c", "d", "e"].map((key) => (
          <div key={key} className="flex h-row items-center gap-6 px-4">
            <Skeleton className="h-4 w-44" />
            <Skeleton className="h-5 w-16" />
            <Skeleton className="ml-auto h-4 w-24" />
          </div>
        ))}
      </div>
    </Card>
  );
}
