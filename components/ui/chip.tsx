import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils";

const base =
  "inline-flex h-6 max-w-full items-center gap-1 rounded-full border px-2 text-sm transition-colors duration-100 coarse:h-9 coarse:px-3";

/** A filter that is on or off. Pass `aria-pressed` through `isSelected`. */
export function Chip({ isSelected = false, className, ...props }: ComponentProps<"button"> & { isSelected?: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      className={cn(
        base,
        "touch-target disabled:pointer-events-none disabled:opacity-50",
        isSelected
          ? "border-accent/40 bg-accent-soft text-accent-text"
          : "border-border bg-surface text-muted hover:bg-hover hover:text-text",
        className,
      )}
      {...props}
    />
  );
}

/** A value with a way to take it out. */
export function RemovableChip({
  children,
  label,
  onRemove,
  className,
}: {
  children: ReactNode;
  /** What is removed, for screen readers: "React". */
  label: string;
  onRemove: () => void;
  className?: string;
}) {
  return (
    <span className={cn(base, "border-border bg-sunken pr-0.5 text-text coarse:pr-1", className)}>
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={`Remove ${label}`}
        onClick={onRemove}
        className="touch-target grid size-4.5 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-text"
      >
        <X aria-hidden className="size-3" />
      </button>
    </span>
  );
}
