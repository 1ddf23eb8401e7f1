import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

export function Separator({ className, isVertical, ...props }: ComponentProps<"div"> & { isVertical?: boolean }) {
  return (
    <div
      aria-hidden
      className={cn("shrink-0 bg-border", isVertical ? "h-4 w-px" : "h-px w-full", className)}
      {...props}
    />
  );
}
