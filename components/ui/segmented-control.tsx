"use client";

import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { cn } from "@/lib/utils";

export interface SegmentedOption<V extends string> {
  value: V;
  label: string;
  icon?: LucideIcon;
}

/** One of a few, all visible. Native radios: arrow keys and forms work by themselves. */
export function SegmentedControl<V extends string>({
  label,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  isIconOnly = false,
  className,
}: {
  /** Names the group for screen readers. */
  label: string;
  name?: string;
  options: readonly SegmentedOption<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  isIconOnly?: boolean;
  className?: string;
}) {
  const generated = useId();
  return (
    <fieldset
      className={cn("inline-flex min-w-0 max-w-full rounded-md border border-border bg-sunken p-0.5", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map(({ value: option, label: text, icon: Icon }) => (
        <label
          key={option}
          title={isIconOnly ? text : undefined}
          className={cn(
            "relative inline-flex h-6.5 min-w-0 flex-auto cursor-pointer select-none items-center justify-center gap-1.5 rounded-[0.25rem] px-2.5 font-medium text-muted text-sm transition-colors coarse:h-10",
            "hover:text-text has-checked:bg-surface has-checked:text-text has-checked:shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-ring dark:has-checked:bg-border",
            "has-disabled:pointer-events-none has-disabled:opacity-50",
          )}
        >
          <input
            type="radio"
            name={name ?? generated}
            value={option}
            checked={value === undefined ? undefined : value === option}
            defaultChecked={value === undefined && defaultValue !== undefined ? defaultValue === option : undefined}
            onChange={onValueChange && (() => onValueChange(option))}
            readOnly={value !== undefined && !onValueChange}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
          <span className={cn("truncate", isIconOnly && "sr-only")}>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
