"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { MATCH_BANDS, SENIORITIES } from "@/db/schema/vocabulary";
import type { FilterNames } from "@/lib/jobs/active-filters";
import { formatCount } from "@/lib/jobs/format";
import { BAND_LABELS, countryName, EMPLOYMENT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from "@/lib/jobs/labels";
import type { Facet, JobFacets, JobFilters } from "@/lib/jobs/schemas";
import { FacetGroup } from "./facet-group";
import { type JobsView, jobsHref } from "./href";
import { PayFilter } from "./pay-filter";
import { SortSelect } from "./sort-select";

type ListFilter = Exclude<Facet, "states">;

/** Values with an order of their own; the others stand by count. */
const ORDERED: Partial<Record<ListFilter, readonly string[]>> = { bands: MATCH_BANDS, seniorities: SENIORITIES };

/** All filters in a drawer of the browser's own making, which closes on Escape and on a press beside it. */
export function FilterPanel({
  view,
  facets,
  names,
  activeCount,
}: {
  view: JobsView;
  facets: JobFacets;
  names: FilterNames;
  activeCount: number;
}) {
  const id = useId();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  const [filters, setFilters] = useOptimistic(view.filters);
  const change = (patch: Partial<JobFilters>) =>
    startTransition(() => {
      const next = { ...filters, ...patch };
      setFilters(next);
      router.replace(jobsHref({ filters: next, sort: view.sort }), { scroll: false });
    });
  const labels: Record<ListFilter, [title: string, label: (value: string) => string]> = {
    bands: ["Match", (value) => BAND_LABELS[value as keyof typeof BAND_LABELS] ?? value],
    workplaces: ["Workplace", (value) => WORKPLACE_LABELS[value as keyof typeof WORKPLACE_LABELS] ?? value],
    seniorities: ["Level", (value) => SENIORITY_LABELS[value as keyof typeof SENIORITY_LABELS] ?? "Not stated"],
    employmentTypes: ["Type", (value) => EMPLOYMENT_LABELS[value as keyof typeof EMPLOYMENT_LABELS] ?? "Not stated"],
    countries: ["Country", (value) => (value === "unknown" ? "Not stated" : countryName(value))],
    sources: ["Source", (value) => names.sources[value] ?? value],
    companies: ["Company", (value) => names.companies[value] ?? "Company"],
  };
  return (
    <>
      <Button popoverTarget={id} aria-label={activeCount > 0 ? `Filters, ${activeCount} in force` : "Filters"}>
        <SlidersHorizontal aria-hidden />
        <span className="max-sm:sr-only">Filters</span>
        {activeCount > 0 && (
          <span className="rounded-full bg-accent px-1.5 text-accent-foreground text-xs/4 tabular">{activeCount}</span>
        )}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Filters"
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full max-w-sm flex-col border-border border-l bg-raised text-text shadow-overlay open:flex open:animate-slide-right"
      >
        <div className="flex items-center justify-between border-border border-b px-4 py-2.5">
          <h2 className="font-semibold text-md">
            Filters
            <span aria-live="polite" className="ml-2 font-normal text-muted text-sm">
              {isPending ? "…" : formatCount(facets.total, "job", facets.isCapped)}
            </span>
          </h2>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Close the filters"
            popoverTarget={id}
            popoverTargetAction="hide"
          >
            <X aria-hidden />
          </Button>
        </div>
        {/* A hundred checkboxes nobody may ever look at are not worth sending. */}
        {isOpen && (
          <div className="flex-1 space-y-5 overflow-y-auto overscroll-contain px-4 py-4">
            <div className="sm:hidden">
              <p aria-hidden className="mb-1 font-medium text-muted text-sm">
                Sort by
              </p>
              <SortSelect view={view} />
            </div>
            <Toggle
              label="Hide jobs with a condition I do not meet"
              hint={hint(facets.hidden.eligibility)}
              isOn={filters.eligibility === "eligible"}
              onChange={(isOn) => change({ eligibility: isOn ? "eligible" : "all" })}
            />
            {(["bands", "workplaces"] as const).map((facet) => group(facet))}
            <label className="block" htmlFor={`${id}-posted`}>
              <span className="mb-1 block font-medium text-muted text-sm">Posted</span>
              <Select
                id={`${id}-posted`}
                value={filters.postedWithinDays ?? ""}
                onChange={(event) => change({ postedWithinDays: Number(event.target.value) || undefined })}
              >
                <option value="">At any time</option>
                {[1, 3, 7, 14, 30, 90].map((days) => (
                  <option key={days} value={days}>
                    In the last {days === 1 ? "day" : `${days} days`}
                  </option>
                ))}
              </Select>
            </label>
            <PayFilter filters={filters} onChange={change} />
            {(["seniorities", "employmentTypes", "countries", "sources", "companies"] as const).map((facet) =>
              group(facet),
            )}
            <Toggle
              label="Show closed jobs too"
              hint={filters.closed === "hide" ? hint(facets.hidden.closed) : undefined}
              isOn={filters.closed !== "hide"}
              onChange={(isOn) => change({ closed: isOn ? "show" : "hide" })}
            />
          </div>
        )}
      </div>
    </>
  );

  function group(facet: ListFilter) {
    const [title, label] = labels[facet];
    const selected = filters[facet] as string[];
    const counted = facets.facets[facet].filter(({ value }) => value !== "unscored");
    const missing = selected.filter((value) => !counted.some((counts) => counts.value === value));
    const rank = ORDERED[facet];
    const options = [...counted, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
      value,
      label: label(value),
      count,
    }));
    if (rank) options.sort((a, b) => (rank.indexOf(a.value) >>> 0) - (rank.indexOf(b.value) >>> 0));
    return (
      <FacetGroup
        key={facet}
        title={title}
        options={options}
        selected={selected}
        onChange={(values) => change({ [facet]: values })}
      />
    );
  }
}

function Toggle({
  label,
  hint,
  isOn,
  onChange,
}: {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="min-w-0">
        {label}
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </label>
      <Switch id={id} checked={isOn} onCheckedChange={onChange} />
    </div>
  );
}

function hint(hidden: number | undefined): string | undefined {
  return hidden === undefined ? undefined : `Hides ${formatCount(hidden, "job")}`;
}
