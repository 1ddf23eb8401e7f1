"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { useFieldControl } from "./field-context";

export type SliderProps = Omit<ComponentProps<"input">, "type"> & { onValueChange?: (value: number) => void };

/** A native range input: arrow, page, home and end keys come with it. Name it by a label or aria-label. */
export function Slider({ className, onValueChange, onChange, ...props }: SliderProps) {
  return (
    <input
      type="range"
      {...((onValueChange || onChange) && {
        onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
          onChange?.(event);
          onValueChange?.(event.target.valueAsNumber);
        },
      })}
      className={cn(
        "h-5 w-full min-w-0 cursor-pointer accent-accent disabled:cursor-not-allowed disabled:opacity-50 coarse:h-11",
        className,
      )}
      {...useFieldControl(props)}
    />
  );
}
