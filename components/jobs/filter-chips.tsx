import { X } from "lucide-react";
import Link from "next/link";
import type { ActiveFilter } from "@/lib/jobs/active-filters";
import { jobFilterDefaults } from "@/lib/jobs/default-filters";
import type { JobFacets } from "@/lib/jobs/schemas";
import { type JobsView, jobsHref } from "./href";

/** Every filter in force with what it hides; pressing one takes it out. */
export function FilterChips({ view, active, facets }: { view: JobsView; active: ActiveFilter[]; facets?: JobFacets }) {
  if (active.length === 0) return null;
  const { q, states, searchId, runId } = view.filters;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {active.map(({ name, label, without }) => {
        const hidden = facets?.hidden[name];
        return (
          <li key={name} className="max-w-full">
            <Link
              href={jobsHref({ filters: without, sort: view.sort })}
              replace
              scroll={false}
              prefetch={false}
              title={`Remove this filter${hidden ? `: ${hidden.toLocaleString("en")} more jobs would show` : ""}`}
              className="touch-target inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-accent/30 bg-accent-soft pr-1 pl-2.5 text-accent-text text-sm hover:border-accent coarse:h-9"
            >
              <span className="sr-only">Remove the filter </span>
              <span className="truncate">{label}</span>
              {hidden !== undefined && (
                <span className="whitespace-nowrap tabular">· hides {hidden.toLocaleString("en")}</span>
              )}
              <X aria-hidden className="size-3.5 shrink-0" />
            </Link>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <Link
            href={jobsHref({ filters: { ...jobFilterDefaults, q, states, searchId, runId }, sort: view.sort })}
            replace
            scroll={false}
            prefetch={false}
            className="touch-target px-1.5 text-muted text-sm hover:text-text hover:underline"
          >
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
