import { Pencil } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { RunButton } from "@/components/runs/run-button";
import { RunHistory, RunHistorySkeleton } from "@/components/runs/run-history";
import { SearchMenu } from "@/components/searches/search-menu";
import { SearchSettings } from "@/components/searches/search-settings";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { getContext } from "@/lib/auth/session";
import { listBoardHealth } from "@/lib/runs/health";
import { listRuns, totalOf } from "@/lib/runs/service";
import { listSources } from "@/lib/sources/service";
import { loadSearch } from "./load-search";

type Props = PageProps<"/searches/[searchId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadSearch((await params).searchId)).name };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { id, name, isActive } = await loadSearch((await params).searchId);
  return (
    <Page
      title={name}
      actions={
        <>
          <SearchMenu id={id} name={name} isActive={isActive} />
          <Button asChild>
            <Link href={`/searches/${id}/edit` as Route}>
              <Pencil aria-hidden /> Edit
            </Link>
          </Button>
          <RunButton searchId={id} searchName={name} variant="primary" />
        </>
      }
    >
      <Suspense fallback={<SettingsSkeleton />}>
        <Settings id={id} />
      </Suspense>
      <Suspense fallback={<RunHistorySkeleton />}>
        <History id={id} searchParams={searchParams} />
      </Suspense>
    </Page>
  );
}

async function Settings({ id }: { id: string }) {
  const ctx = await getContext();
  const [search, sources, health] = await Promise.all([loadSearch(id), listSources(ctx), listBoardHealth(ctx)]);
  const chosen = search.sources.flatMap(({ sourceId, boards }) => {
    const source = sources.find((one) => one.id === sourceId);
    return (boards.length > 0 ? boards : [""]).map((board) => {
      const doing = health.find((one) => one.sourceId === sourceId && one.board === board);
      return {
        sourceId,
        board,
        name: source?.name ?? sourceId,
        offReason: source ? source.offReason : "JOBA no longer has this source",
        failures: doing?.consecutiveFailures ?? 0,
        lastOutcome: doing?.last.outcome,
        lastMessage: doing?.last.evidence?.message,
      };
    });
  });
  const { criteria, schedule, isActive, nextRunAt } = search;
  return (
    <SearchSettings
      criteria={criteria}
      schedule={schedule}
      isActive={isActive}
      nextRunAt={nextRunAt}
      sources={chosen}
    />
  );
}

async function History({ id, searchParams }: { id: string } & Pick<Props, "searchParams">) {
  const { cursor } = await searchParams;
  const ctx = await getContext();
  const [{ runs, nextCursor }, sources] = await Promise.all([
    listRuns(ctx, { searchId: id, cursor: typeof cursor === "string" ? cursor : undefined }),
    listSources(ctx),
  ]);
  const rows = runs.map(({ sources: readings, ...run }) => ({
    id: run.id,
    status: run.status,
    trigger: run.trigger,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    funnel: totalOf(readings),
    readings: readings.map(({ sourceId, board, outcome, evidence }) => ({
      sourceId,
      board,
      outcome,
      message: evidence?.message ?? null,
    })),
  }));
  return (
    <RunHistory
      searchId={id}
      runs={rows}
      names={Object.fromEntries(sources.map((source) => [source.id, source.name]))}
      nextCursor={nextCursor}
      isFirstPage={typeof cursor !== "string"}
    />
  );
}

function SettingsSkeleton() {
  return <div className="h-44 animate-shimmer rounded-lg border border-border bg-surface" />;
}
