import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { cn } from "@/lib/utils";

/** Stays in sight while there is something to save. */
export function SaveBar({ isDirty, children }: { isDirty: boolean; children?: ReactNode }) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center justify-end gap-3 border-border border-t bg-background/95 py-3 backdrop-blur-sm",
        isDirty && "sticky bottom-(--tabbar-height) z-10",
      )}
    >
      <span className="mr-auto text-muted text-sm">{isDirty ? "Not saved yet" : ""}</span>
      {children}
      <SubmitButton busyLabel="Saving…">Save</SubmitButton>
    </div>
  );
}
