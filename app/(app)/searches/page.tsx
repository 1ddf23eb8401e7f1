import { Plus, Radar } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { FirstSearch } from "@/components/searches/first-search";
import { SearchListSkeleton } from "@/components/searches/search-list-skeleton";
import { SearchRow } from "@/components/searches/search-row";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { getContext } from "@/lib/auth/session";
import { describeCriteria } from "@/lib/searches/describe";
import { listSearches, proposeSearch } from "@/lib/searches/service";
import { listSources } from "@/lib/sources/service";

export const metadata: Metadata = { title: "Searches" };

export default function SearchesPage({ searchParams }: PageProps<"/searches">) {
  return (
    <Page
      title="Searches"
      description="What to look for, where, and when. Each run says how every source did."
      actions={
        <Button asChild variant="primary">
          <Link href={"/searches/new" as Route}>
            <Plus aria-hidden /> New search
          </Link>
        </Button>
      }
    >
      <Suspense fallback={<SearchListSkeleton />}>
        <Searches searchParams={searchParams} />
      </Suspense>
    </Page>
  );
}

async function Searches({ searchParams }: Pick<PageProps<"/searches">, "searchParams">) {
  const { cursor } = await searchParams;
  const ctx = await getContext();
  const [{ searches, nextCursor }, sources] = await Promise.all([
    listSearches(ctx, { cursor: typeof cursor === "string" ? cursor : undefined }),
    listSources(ctx),
  ]);
  const names = Object.fromEntries(sources.map(({ id, name }) => [id, name]));
  if (searches.length === 0 && !cursor) return <FirstRun names={names} />;
  return (
    <Card>
      <ul className="divide-y divide-border">
        {searches.map((search) => (
          <SearchRow key={search.id} search={search} names={names} />
        ))}
      </ul>
      {nextCursor && (
        <div className="border-border border-t p-2 text-center">
          <Button asChild variant="ghost">
            <Link href={`/searches?cursor=${encodeURIComponent(nextCursor)}` as Route}>Older searches</Link>
          </Button>
        </div>
      )}
    </Card>
  );
}

async function FirstRun({ names }: { names: Record<string, string> }) {
  const proposal = await proposeSearch(await getContext());
  const sources = proposal.sources.map(({ sourceId }) => names[sourceId] ?? sourceId).join(", ");
  return (
    <Card>
      <EmptyState
        icon={Radar}
        title="Your first search is ready"
        description={
          <>
            It looks for{" "}
            <strong className="font-medium text-text">{describeCriteria(proposal.criteria).join(" · ")}</strong> on{" "}
            {sources}. Run it as it is, or change it first.
          </>
        }
        actions={<FirstSearch />}
      />
    </Card>
  );
}
