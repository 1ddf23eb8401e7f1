import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

/** Says why there is nothing and what the next step is. `actions` holds one primary button. */
export function EmptyState({
  icon: Icon,
  title,
  description,
  actions,
  isPageTitle = false,
  className,
}: {
  icon?: LucideIcon;
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** When nothing else on the page is its h1. */
  isPageTitle?: boolean;
  className?: string;
}) {
  const Heading = isPageTitle ? "h1" : "h2";
  return (
    <div className={cn("flex flex-col items-center justify-center px-6 py-14 text-center", className)}>
      {Icon && (
        <span className="mb-4 grid size-10 place-items-center rounded-lg border border-border bg-surface text-muted shadow-xs">
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        </span>
      )}
      <Heading className="font-semibold text-md text-text">{title}</Heading>
      {description && <p className="mt-1 max-w-md text-muted text-pretty">{description}</p>}
      {actions && <div className="mt-5 flex flex-wrap items-center justify-center gap-2">{actions}</div>}
    </div>
  );
}
