import { ListFilter } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Decision } from "@/db/schema/vocabulary";
import { DECISION_LOOK } from "./decision-look";

export interface DecisionRow {
  id: number;
  title: string;
  companyName: string;
  url: string | null;
  decision: Decision;
  reason: string | null;
  jobId: string | null;
  source: string;
}

/** What became of each posting of a run, with the rule that decided. */
export function DecisionTable({ rows, isFiltered }: { rows: DecisionRow[]; isFiltered: boolean }) {
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={ListFilter}
        title={isFiltered ? "No posting fits these filters" : "No posting has been read yet"}
        description={
          isFiltered
            ? "Take a filter away to see more of the run."
            : "Each one appears here with what became of it and why."
        }
      />
    );
  }
  return (
    <Table label="Decisions">
      <TableHeader>
        <TableRow>
          <TableHead>Posting</TableHead>
          <TableHead>Decision</TableHead>
          <TableHead className="max-md:hidden">Why</TableHead>
          <TableHead className="max-sm:hidden">Source</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="min-w-48 max-w-96">
              <Posting row={row} />
              {row.reason && <p className="mt-0.5 text-muted text-sm md:hidden">{row.reason}</p>}
            </TableCell>
            <TableCell>
              <Badge tone={DECISION_LOOK[row.decision].tone}>{DECISION_LOOK[row.decision].label}</Badge>
            </TableCell>
            <TableCell className="max-w-md text-muted text-sm max-md:hidden">{row.reason}</TableCell>
            <TableCell className="whitespace-nowrap text-muted text-sm max-sm:hidden">{row.source}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Posting({ row: { title, companyName, url, jobId } }: { row: DecisionRow }) {
  const text = title || "Row without a title";
  const link = "rounded-sm font-medium hover:underline hover:underline-offset-4";
  return (
    <div className="min-w-0">
      {jobId ? (
        <Link href={`/jobs/${jobId}` as Route} className={link}>
          {text}
        </Link>
      ) : url && /^https?:/i.test(url) ? (
        <a href={url} target="_blank" rel="noreferrer" className={link}>
          {text}
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : (
        <span className="font-medium">{text}</span>
      )}
      {companyName && <span className="ml-2 text-muted text-sm">{companyName}</span>}
    </div>
  );
}
