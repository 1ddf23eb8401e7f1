"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";

export interface FacetOption {
  value: string;
  label: string;
  count: number | undefined;
}

/** One facet: a checkbox a value, with how many jobs it would show. */
export function FacetGroup({
  title,
  options,
  selected,
  onChange,
}: {
  title: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}) {
  const id = useId();
  if (options.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-muted text-sm">{title}</legend>
      <ul className="max-h-60 overflow-y-auto">
        {options.map(({ value, label, count }) => (
          <li key={value}>
            <label
              htmlFor={`${id}-${value}`}
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-1 hover:bg-hover coarse:min-h-11"
            >
              <Checkbox
                id={`${id}-${value}`}
                checked={selected.includes(value)}
                onCheckedChange={(isChecked) =>
                  onChange(isChecked ? [...selected, value] : selected.filter((other) => other !== value))
                }
              />
              <span className="min-w-0 flex-1 truncate">{label}</span>
              <span className="text-muted text-sm tabular">{count?.toLocaleString("en") ?? 0}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
