"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { useFieldControl } from "./field-context";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & {
  onCheckedChange?: (isChecked: boolean) => void;
};

/** On or off, effective at once; a form that is saved later wants a Checkbox. */
export function Switch({ className, onCheckedChange, onChange, ...props }: SwitchProps) {
  return (
    <span className={cn("relative inline-flex h-[1.125rem] w-8 shrink-0", className)}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox carries its own checked state
        role="switch"
        {...((onCheckedChange || onChange) && {
          onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
            onChange?.(event);
            onCheckedChange?.(event.target.checked);
          },
        })}
        className={cn(
          "peer h-full w-full cursor-pointer appearance-none rounded-full border border-control bg-sunken transition-colors duration-150",
          "checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:opacity-50",
          "coarse:before:absolute coarse:before:-inset-x-1.5 coarse:before:-inset-y-[0.8125rem] coarse:before:content-['']",
        )}
        {...useFieldControl(props)}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute top-[3px] left-[3px] size-3 rounded-full bg-control transition-[translate,background-color] duration-150 ease-out peer-checked:translate-x-[0.875rem] peer-checked:bg-accent-foreground peer-disabled:opacity-50"
      />
    </span>
  );
}
