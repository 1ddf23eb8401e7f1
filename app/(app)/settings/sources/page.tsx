import type { Metadata } from "next";
import { Suspense } from "react";
import { SourceList, SourceListSkeleton } from "@/components/settings/source-list";
import { getContext } from "@/lib/auth/session";
import { listSourceHealth } from "@/lib/sources/health";
import { listSources } from "@/lib/sources/service";

export const metadata: Metadata = { title: "Sources" };

export default function SourcesPage() {
  return (
    <Suspense fallback={<SourceListSkeleton />}>
      <Sources />
    </Suspense>
  );
}

async function Sources() {
  const ctx = await getContext();
  const [sources, health] = await Promise.all([listSources(ctx), listSourceHealth(ctx)]);
  const shown = sources.map((source) => ({ ...source, readings: health.get(source.id) ?? [] }));
  const open = shown.filter(({ defaultState }) => defaultState === "on");
  const closed = shown.filter(({ defaultState }) => defaultState !== "on");
  return (
    <>
      <SourceList
        title="Open to everyone"
        description="Boards that publish their openings for programs to read. On unless you switch them off."
        sources={open}
      />
      <SourceList
        title="Your decision"
        description="Boards whose terms restrict automated reading. Off until you have read what they say and switch them on."
        sources={closed}
      />
    </>
  );
}
