import type { Metadata } from "next";
import { SearchForm } from "@/components/searches/search-form";
import { Page } from "@/components/ui/page";
import { getContext } from "@/lib/auth/session";
import { proposeSearch } from "@/lib/searches/service";
import { listSources } from "@/lib/sources/service";

export const metadata: Metadata = { title: "New search" };

export default async function NewSearchPage() {
  const ctx = await getContext();
  const [proposal, sources] = await Promise.all([proposeSearch(ctx), listSources(ctx)]);
  const options = sources.map(({ id, name, scope, offReason }) => ({ id, name, scope, offReason }));
  return (
    <Page title="New search" description="Filled in from your profile; change what you like.">
      <SearchForm initial={proposal} sources={options} />
    </Page>
  );
}
