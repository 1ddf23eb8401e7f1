"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { Select } from "@/components/ui/select";
import type { JobSort } from "@/lib/jobs/schemas";
import { type JobsView, jobsHref } from "./href";

const LABELS: Record<JobSort, string> = {
  relevance: "Most relevant",
  score: "Best match",
  date: "Newest",
  salary: "Best paid",
};

export function SortSelect({ view, className }: { view: JobsView; className?: string }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const fallback: JobSort = view.filters.q ? "relevance" : "score";
  const [sort, setSort] = useOptimistic(view.sort ?? fallback);
  return (
    <div className={className}>
      <Select
        aria-label="Sort by"
        value={sort}
        onChange={(event) => {
          const next = event.target.value as JobSort;
          startTransition(() => {
            setSort(next);
            router.replace(jobsHref({ filters: view.filters, sort: next === fallback ? undefined : next }));
          });
        }}
      >
        {(Object.keys(LABELS) as JobSort[])
          .filter((value) => value !== "relevance" || view.filters.q)
          .map((value) => (
            <option key={value} value={value}>
              {LABELS[value]}
            </option>
          ))}
      </Select>
    </div>
  );
}
