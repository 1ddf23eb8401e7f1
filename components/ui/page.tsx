import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

const WIDTHS = { prose: "max-w-3xl", default: "max-w-6xl", full: "max-w-none" } as const;

/** The shell of every signed-in page: one h1, what it is for, its actions, then the content. */
export function Page({
  title,
  description,
  actions,
  width = "default",
  className,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cn("mx-auto w-full min-w-0 px-4 pt-5 pb-10 md:px-6 md:pt-6", WIDTHS[width])}>
      <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="wrap-anywhere font-semibold text-text text-xl">{title}</h1>
          {description && <p className="mt-0.5 max-w-2xl text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={cn("space-y-5", className)}>{children}</div>
    </div>
  );
}
