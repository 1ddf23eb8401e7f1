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
  const open = shown
    .filter(({ defaultState }) => defaultState === "on")
    // In a demo the one board that can be read comes first.
    .sort((a, b) => Number(b.isEnabled && !b.canChange) - Number(a.isEnabled && !a.canChange));
  const closed = shown.filter(({ defaultState }) => defaultState !== "on");
  const isDemo = shown.some(({ canChange }) => !canChange);
  return (
    <>
      {isDemo && (
        <p className="rounded-lg bg-accent-soft px-4 py-3">
          The demo reads only its own board, so nothing leaves this machine. With an account you choose from all of
          these.
        </p>
      )}
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
