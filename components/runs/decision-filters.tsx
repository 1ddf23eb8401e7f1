import type { Route } from "next";
import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { DECISIONS, type Decision } from "@/db/schema/vocabulary";
import { cn } from "@/lib/utils";
import { DECISION_LOOK } from "./decision-look";

export interface DecisionFilterState {
  decision?: Decision;
  source?: string;
  q?: string;
}

/** Filters of the decisions, kept in the address. Works without a script. */
export function DecisionFilters({
  path,
  state,
  counts,
  sources,
}: {
  path: string;
  state: DecisionFilterState;
  counts: Partial<Record<Decision, number>>;
  sources: { id: string; name: string }[];
}) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const chips = [
    { decision: undefined, label: "All", count: total },
    ...DECISIONS.map((decision) => ({ decision, label: DECISION_LOOK[decision].label, count: counts[decision] ?? 0 })),
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-border border-b px-4 py-3">
      <nav aria-label="Decision" className="flex flex-wrap gap-1.5">
        {chips
          .filter(({ decision, count }) => count > 0 || !decision || decision === state.decision)
          .map(({ decision, label, count }) => (
            <Link
              key={label}
              href={hrefOf(path, { ...state, decision })}
              scroll={false}
              aria-current={decision === state.decision ? "true" : undefined}
              className={cn(
                "inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-sm tabular coarse:h-9 coarse:px-3",
                decision === state.decision
                  ? "border-accent/40 bg-accent-soft text-accent-text"
                  : "border-border bg-surface text-muted hover:bg-hover hover:text-text",
              )}
            >
              {label} <span>{count}</span>
            </Link>
          ))}
      </nav>
      <Form action={path as Route} scroll={false} className="flex w-full min-w-0 gap-2 sm:w-auto max-sm:flex-wrap">
        {state.decision && <input type="hidden" name="decision" value={state.decision} />}
        <span className="w-full shrink-0 sm:w-40">
          <Select name="source" aria-label="Source" defaultValue={state.source ?? ""}>
            <option value="">All sources</option>
            {sources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </span>
        <Input
          name="q"
          type="search"
          aria-label="Title or company"
          placeholder="Title or company"
          defaultValue={state.q}
          maxLength={200}
          className="w-0 min-w-0 flex-1 sm:w-44 sm:flex-none"
        />
        <Button type="submit">Filter</Button>
      </Form>
    </div>
  );
}

export function hrefOf(path: string, state: DecisionFilterState & { cursor?: string }): Route {
  const params = new URLSearchParams(Object.entries(state).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return `${path}${params.size > 0 ? `?${params}` : ""}` as Route;
}
