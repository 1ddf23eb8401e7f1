import type { Metadata } from "next";
import { Suspense } from "react";
import { FilterChips } from "@/components/jobs/filter-chips";
import { FilterPanel } from "@/components/jobs/filter-panel";
import { type JobsView, jobsHref } from "@/components/jobs/href";
import { JobBoard } from "@/components/jobs/job-board";
import { JobListSkeleton, JobsToolbarSkeleton } from "@/components/jobs/job-list-skeleton";
import { JobPaneSkeleton } from "@/components/jobs/job-pane";
import { MarkOpened } from "@/components/jobs/mark-opened";
import { NoJobs } from "@/components/jobs/no-jobs";
import { SearchBox } from "@/components/jobs/search-box";
import { SearchNotice } from "@/components/jobs/search-notice";
import { SortSelect } from "@/components/jobs/sort-select";
import { StateTabs } from "@/components/jobs/state-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { getContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { activeFilters } from "@/lib/jobs/active-filters";
import { countJobFacets, getJob, listJobs } from "@/lib/jobs/service";
import { JobView } from "./job-view";
import { parseJobsParams } from "./search-params";
import { SOURCE_NAMES } from "./source-names";

export const metadata: Metadata = { title: "Jobs" };

type Props = Pick<PageProps<"/jobs">, "searchParams">;

export default function JobsPage({ searchParams }: PageProps<"/jobs">) {
  return (
    <div className="flex min-w-0 flex-col max-lg:flex-1 lg:h-pane">
      <Suspense fallback={<JobsToolbarSkeleton />}>
        <Toolbar searchParams={searchParams} />
      </Suspense>
      <Suspense fallback={<JobListSkeleton />}>
        <List searchParams={searchParams} />
      </Suspense>
    </div>
  );
}

async function Toolbar({ searchParams }: Props) {
  const view = parseJobsParams(await searchParams);
  const facets = await countJobFacets(await getContext(), view);
  const companies = Object.fromEntries(facets.facets.companies.map(({ value, label }) => [value, label ?? "Company"]));
  const names = { sources: SOURCE_NAMES, companies };
  const active = activeFilters(view.filters, names);
  return (
    <header className="border-border border-b bg-background px-4 py-2.5">
      <h1 className="sr-only">Jobs</h1>
      <div className="flex flex-wrap items-center gap-2">
        <StateTabs view={view} facets={facets} />
        <SearchBox view={view} className="min-w-40 flex-1 basis-48" />
        <SortSelect view={view} className="w-36 max-sm:hidden" />
        <FilterPanel view={view} facets={facets} names={names} activeCount={active.length} />
      </div>
      {active.length > 0 && (
        <div className="mt-2">
          <FilterChips view={view} active={active} facets={facets} />
        </div>
      )}
    </header>
  );
}

async function List({ searchParams }: Props) {
  const view = parseJobsParams(await searchParams);
  const page = await listJobs(await getContext(), { ...view, limit: 50 });
  const notice = <SearchNotice view={view} search={page.search} count={page.data.length} />;
  if (page.data.length === 0) return <Nothing view={view} notice={notice} />;
  const openId = view.job ?? page.data[0]?.id;
  return (
    <JobBoard
      key={jobsHref({ filters: view.filters, sort: view.sort })}
      view={view}
      page={page}
      initialId={openId}
      notice={notice}
      sourceNames={SOURCE_NAMES}
    >
      {openId && (
        <Suspense fallback={<JobPaneSkeleton />}>
          <OpenJob id={openId} isChosen={view.job !== undefined} />
        </Suspense>
      )}
    </JobBoard>
  );
}

async function OpenJob({ id, isChosen }: { id: string; isChosen: boolean }) {
  const job = await getJob(await getContext(), { id }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  });
  if (!job) return <EmptyState title="This job is gone" description="Choose another one in the list." />;
  return (
    <>
      {isChosen && <MarkOpened id={id} />}
      <JobView job={job} />
    </>
  );
}

async function Nothing({ view, notice }: { view: JobsView; notice: React.ReactNode }) {
  const { hidden, facets } = await countJobFacets(await getContext(), view);
  const activeCount = activeFilters(view.filters, { sources: {}, companies: {} }).length;
  const hasAny = facets.states.length > 0 || Object.values(hidden).some((count) => count > 0);
  return (
    <div className="flex flex-1 flex-col">
      {notice}
      <NoJobs view={view} activeCount={activeCount} hasAny={hasAny} />
    </div>
  );
}
