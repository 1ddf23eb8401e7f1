import { Check } from "lucide-react";
import { cn } from "@/lib/utils";

const STEPS = ["Your CV", "Review", "First search"];

/** Where one is on the way to the first search. */
export function Steps({ current }: { current: 1 | 2 | 3 }) {
  return (
    <ol aria-label="Steps" className="flex items-center gap-2 text-sm">
      {STEPS.map((step, index) => {
        const number = index + 1;
        const isDone = number < current;
        return (
          <li
            key={step}
            aria-current={number === current ? "step" : undefined}
            className={cn("flex min-w-0 items-center gap-2", number === current ? "text-text" : "text-muted")}
          >
            {index > 0 && <span aria-hidden className="h-px w-4 bg-border sm:w-8" />}
            <span
              className={cn(
                "grid size-5 shrink-0 place-items-center rounded-full border text-xs tabular",
                number === current && "border-accent bg-accent text-accent-foreground",
                isDone && "border-accent/40 bg-accent-soft text-accent-text",
              )}
            >
              {isDone ? <Check aria-hidden className="size-3" /> : number}
            </span>
            <span
              className={cn("truncate", number !== current && "max-sm:sr-only", number === current && "font-medium")}
            >
              {step}
              {isDone && <span className="sr-only"> (done)</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
