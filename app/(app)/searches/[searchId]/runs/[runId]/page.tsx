import { ListChecks } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { CancelButton } from "@/components/runs/cancel-button";
import { ExplainBox } from "@/components/runs/explain-box";
import { FunnelSteps } from "@/components/runs/funnel";
import { LiveRefresh } from "@/components/runs/live-refresh";
import { RunButton } from "@/components/runs/run-button";
import { RunFacts } from "@/components/runs/run-facts";
import { SourceProgress } from "@/components/runs/source-progress";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { getContext } from "@/lib/auth/session";
import { listSources } from "@/lib/sources/service";
import { loadRun } from "../../load-search";
import { Decisions, DecisionsSkeleton } from "./decisions";
import { parseRunParams } from "./search-params";

type Props = PageProps<"/searches/[searchId]/runs/[runId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Run of ${(await loadRun((await params).runId)).searchName}` };
}

export default async function RunPage({ params, searchParams }: Props) {
  const { searchId, runId } = await params;
  const run = await loadRun(runId);
  if (run.searchId !== searchId) notFound();
  const sources = await listSources(await getContext());
  const names = Object.fromEntries(sources.map(({ id, name }) => [id, name]));
  const isLive = run.status === "queued" || run.status === "running";
  const done = run.sources.filter(({ status }) => status === "finished").length;
  const filters = parseRunParams(await searchParams);
  return (
    <Page
      title={
        <Link href={`/searches/${searchId}` as Route} className="rounded-sm hover:underline hover:underline-offset-4">
          {run.searchName}
        </Link>
      }
      description={
        <RunFacts
          status={run.status}
          trigger={run.trigger}
          createdAt={run.createdAt}
          startedAt={run.startedAt}
          finishedAt={run.finishedAt}
          done={done}
          total={run.sources.length}
          error={run.error}
        />
      }
      actions={
        <>
          {run.funnel.scored > 0 && (
            <Button asChild variant={isLive ? "secondary" : "primary"}>
              <Link href={`/jobs?runId=${runId}` as Route}>
                <ListChecks aria-hidden /> See the jobs
              </Link>
            </Button>
          )}
          {isLive ? (
            <CancelButton runId={runId} />
          ) : (
            <RunButton searchId={searchId} searchName={run.searchName} label="Run again" />
          )}
        </>
      }
    >
      <LiveRefresh isLive={isLive} />
      <Card>
        <FunnelSteps funnel={run.funnel} />
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Sources</CardTitle>
        </CardHeader>
        <ul className="divide-y divide-border">
          {run.sources.map(({ sourceId, board, userId: _user, runId: _run, ...source }) => (
            <SourceProgress
              key={`${sourceId} ${board}`}
              name={names[sourceId] ?? sourceId}
              board={board}
              isCanceled={run.status === "canceled"}
              {...source}
            />
          ))}
        </ul>
      </Card>
      <ExplainBox />
      <Suspense fallback={<DecisionsSkeleton />}>
        <Decisions
          runId={runId}
          path={`/searches/${searchId}/runs/${runId}`}
          filters={filters}
          names={names}
          sourceIds={[...new Set(run.sources.map(({ sourceId }) => sourceId))]}
        />
      </Suspense>
    </Page>
  );
}
