import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** Initials only: nothing is fetched from anyone. Decorative, so the name must stand beside it. */
export function Avatar({ name, className, ...props }: Omit<ComponentProps<"span">, "children"> & { name: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-grid size-6 shrink-0 select-none place-items-center rounded-md bg-hover font-semibold text-[0.6875rem] text-muted",
        className,
      )}
      {...props}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0]?.toUpperCase()).join("") || "?";
}
