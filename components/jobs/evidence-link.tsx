"use client";

import { Quote } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

/** A quote of the posting; pressing it scrolls to the passage and lights it up. */
export function EvidenceLink({
  markId,
  className,
  children,
}: {
  markId: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      title="Show in the posting"
      onClick={(event) => reveal(event.currentTarget, markId)}
      className={cn(
        "touch-target inline-flex max-w-full items-baseline gap-1 rounded-sm text-left text-muted text-sm underline decoration-border decoration-dotted underline-offset-4 hover:text-text hover:decoration-current",
        className,
      )}
    >
      <Quote aria-hidden className="size-2.5 shrink-0 translate-y-px" />
      <span className="line-clamp-2">{children}</span>
    </button>
  );
}

function reveal(from: Element, markId: string): void {
  const root = from.closest("[data-job-detail]") ?? document;
  const marks = root.querySelectorAll<HTMLElement>(`[data-posting] mark[data-evidence="${CSS.escape(markId)}"]`);
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  marks[0]?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  for (const mark of marks) {
    mark.animate(
      [
        { boxShadow: "0 0 0 0 var(--ring)" },
        { boxShadow: "0 0 0 3px var(--ring)", offset: 0.3 },
        { boxShadow: "0 0 0 0 var(--ring)" },
      ],
      { duration: 700, iterations: 3, easing: "ease-out" },
    );
  }
}
