"use client";

import type { ComponentProps, CSSProperties } from "react";
import { cn } from "@/lib/utils";
import { useFieldControl } from "./field-context";

export type SliderProps = Omit<ComponentProps<"input">, "type"> & { onValueChange?: (value: number) => void };

/** A native range input: arrow, page, home and end keys come with it. Name it by a label or aria-label. */
export function Slider({ className, onValueChange, onChange, ...props }: SliderProps) {
  const control = useFieldControl(props);
  const min = Number(control.min ?? 0);
  const max = Number(control.max ?? 100);
  const value = Number(control.value ?? control.defaultValue ?? (min + max) / 2);
  return (
    <input
      type="range"
      onChange={(event) => {
        event.currentTarget.style.setProperty("--filled", share(event.target.valueAsNumber, min, max));
        onChange?.(event);
        onValueChange?.(event.target.valueAsNumber);
      }}
      style={{ "--filled": share(value, min, max) } as CSSProperties}
      className={cn(
        "slider h-5 w-full min-w-0 cursor-pointer disabled:cursor-not-allowed disabled:opacity-50 coarse:h-11",
        className,
      )}
      {...control}
    />
  );
}

function share(value: number, min: number, max: number): string {
  return `${max > min ? ((value - min) / (max - min)) * 100 : 0}%`;
}
