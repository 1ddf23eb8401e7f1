import type { Metadata } from "next";
import { SearchForm } from "@/components/searches/search-form";
import { Page } from "@/components/ui/page";
import { getContext } from "@/lib/auth/session";
import { listSources } from "@/lib/sources/service";
import { loadSearch } from "../load-search";

export const metadata: Metadata = { title: "Edit search" };

export default async function EditSearchPage({ params }: PageProps<"/searches/[searchId]/edit">) {
  const { searchId } = await params;
  const [search, sources] = await Promise.all([loadSearch(searchId), listSources(await getContext())]);
  const { id, name, criteria, schedule, isActive } = search;
  const options = sources.map(({ id: sourceId, name: label, scope, offReason }) => ({
    id: sourceId,
    name: label,
    scope,
    offReason,
  }));
  return (
    <Page title={`Edit ${name}`}>
      <SearchForm id={id} initial={{ name, criteria, schedule, isActive, sources: search.sources }} sources={options} />
    </Page>
  );
}
