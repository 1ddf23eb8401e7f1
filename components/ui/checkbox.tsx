"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { useFieldControl } from "./field-context";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  isIndeterminate?: boolean;
  onCheckedChange?: (isChecked: boolean) => void;
};

/** A native checkbox in our clothes; posts `on` (or `value`) with its form. */
export function Checkbox({ className, isIndeterminate, onCheckedChange, onChange, ...props }: CheckboxProps) {
  return (
    <span className={cn("touch-target inline-grid size-4 shrink-0 place-items-center", className)}>
      <input
        type="checkbox"
        {...(isIndeterminate && {
          ref: (node: HTMLInputElement | null) => {
            if (node) node.indeterminate = true;
            return () => {
              if (node) node.indeterminate = false;
            };
          },
        })}
        {...((onCheckedChange || onChange) && {
          onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          },
        })}
        className={cn(
          "peer z-1 col-start-1 row-start-1 size-4 cursor-pointer appearance-none rounded-sm border border-control bg-surface transition-colors duration-100",
          "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
          "disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger dark:bg-background",
          // The whole touch target answers, not only the drawn box.
          "coarse:before:absolute coarse:before:inset-[-0.875rem] coarse:before:content-['']",
        )}
        {...useFieldControl(props)}
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none z-1 col-start-1 row-start-1 size-3 text-accent-foreground opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-0"
      />
      <Minus
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none z-1 col-start-1 row-start-1 size-3 text-accent-foreground opacity-0 peer-indeterminate:opacity-100"
      />
    </span>
  );
}
