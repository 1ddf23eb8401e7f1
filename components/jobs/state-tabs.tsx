import Link from "next/link";
import type { JobState } from "@/db/schema/vocabulary";
import type { JobFacets } from "@/lib/jobs/schemas";
import { cn } from "@/lib/utils";
import { type JobsView, jobsHref } from "./href";

const TABS: [label: string, states: JobState[]][] = [
  ["Open", ["inbox", "saved"]],
  ["To decide", ["inbox"]],
  ["Saved", ["saved"]],
  ["Dismissed", ["dismissed"]],
];

/** The list by what was decided, each with its count under the other filters. */
export function StateTabs({ view, facets }: { view: JobsView; facets?: JobFacets }) {
  const count = (states: JobState[]) =>
    facets?.facets.states.reduce(
      (sum, { value, count: n }) => (states.some((state) => state === value) ? sum + n : sum),
      0,
    );
  return (
    <nav
      aria-label="Jobs by decision"
      className="flex max-w-full gap-0.5 overflow-x-auto rounded-md border border-border bg-sunken p-0.5 [scrollbar-width:none]"
    >
      {TABS.map(([label, states]) => {
        const isCurrent = view.filters.states.join() === states.join();
        const n = count(states);
        return (
          <Link
            key={label}
            href={jobsHref({ filters: { ...view.filters, states }, sort: view.sort })}
            replace
            scroll={false}
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className={cn(
              "inline-flex h-6.5 flex-auto items-center justify-center gap-1.5 whitespace-nowrap rounded-[0.25rem] px-2.5 font-medium text-sm max-sm:px-2 coarse:h-10",
              isCurrent ? "bg-surface text-text shadow-raised dark:bg-border" : "text-muted hover:text-text",
            )}
          >
            {label}
            <span className={cn("min-w-4 text-center text-muted text-xs tabular", !isCurrent && "max-sm:sr-only")}>
              {n?.toLocaleString("en") ?? "·"}
              {n !== undefined && facets?.isCapped && "+"}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
