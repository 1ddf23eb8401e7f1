"use client";

import { Bookmark, CircleSlash, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/lib/jobs/format";

/** What can be done with the chosen rows. */
export function BulkBar({
  count,
  total,
  onSave,
  onDismiss,
  onAll,
  onClear,
}: {
  count: number;
  /** Rows on the screen. */
  total: number;
  onSave: () => void;
  onDismiss: (at: Element) => void;
  onAll: () => void;
  onClear: () => void;
}) {
  return (
    <div
      role="toolbar"
      aria-label="Selected jobs"
      className="sticky bottom-[calc(var(--tabbar-height)+0.75rem)] z-10 mx-3 flex flex-wrap items-center gap-1.5 rounded-lg border border-border bg-raised p-1.5 pl-3 shadow-overlay lg:bottom-3"
    >
      <span aria-live="polite" className="mr-auto font-medium tabular">
        {formatCount(count, "job")}
      </span>
      {count < Math.min(total, 500) && (
        <Button size="sm" variant="ghost" onClick={onAll}>
          All {Math.min(total, 500)}
        </Button>
      )}
      <Button size="sm" onClick={onSave}>
        <Bookmark aria-hidden /> Save
      </Button>
      <Button size="sm" aria-haspopup="menu" onClick={(event) => onDismiss(event.currentTarget)}>
        <CircleSlash aria-hidden /> Dismiss
      </Button>
      <Button size="icon-sm" variant="ghost" aria-label="Clear the selection" onClick={onClear}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
