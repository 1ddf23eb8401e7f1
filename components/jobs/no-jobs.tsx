import { Briefcase, Radar, SearchX } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { JobState } from "@/db/schema/vocabulary";
import { jobFilterDefaults } from "@/lib/jobs/default-filters";
import { type JobsView, jobsHref } from "./href";

const DECIDED: Record<JobState, [title: string, description: string]> = {
  inbox: ["Nothing left to decide", "Every job here is saved or dismissed. The next run brings new ones."],
  saved: ["No saved jobs yet", "Press s on a job worth a second look and it is kept here."],
  dismissed: ["Nothing dismissed", "Press x on a job that is not for you; the reason makes later lists better."],
};

/** Why the list is empty and what the next step is. */
export function NoJobs({ view, activeCount, hasAny }: { view: JobsView; activeCount: number; hasAny: boolean }) {
  const { q, states } = view.filters;
  const [only] = states.length === 1 ? states : [];
  if (!hasAny && !q && activeCount === 0 && only === undefined) {
    return (
      <EmptyState
        icon={Briefcase}
        title="No jobs yet"
        description="Jobs come from searches. Run one and its results are ranked here, best first."
        actions={
          <Button asChild variant="primary">
            <Link href={"/searches" as Route}>
              <Radar aria-hidden /> Go to searches
            </Link>
          </Button>
        }
      />
    );
  }
  if (q || activeCount > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={q ? `No job for “${q}”` : "No job passes these filters"}
        description={activeCount > 0 ? "Take a filter out above, or all of them." : "Try fewer or other words."}
        actions={
          <Button asChild>
            <Link href={jobsHref({ filters: { ...jobFilterDefaults, states } })}>
              {activeCount > 0 ? "Clear the filters" : "Clear the search"}
            </Link>
          </Button>
        }
      />
    );
  }
  const [title, description] = DECIDED[only ?? "inbox"];
  return <EmptyState icon={Briefcase} title={title} description={description} />;
}
