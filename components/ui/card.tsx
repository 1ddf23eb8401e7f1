import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section className={cn("min-w-0 rounded-lg border border-border bg-surface shadow-xs", className)} {...props} />
  );
}

/** Title and description on the left, `CardActions` on the right. */
export function CardHeader({ className, ...props }: ComponentProps<"header">) {
  return (
    <header
      className={cn(
        "grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-0.5 border-border border-b px-4 py-3 last:border-b-0",
        className,
      )}
      {...props}
    />
  );
}

export function CardTitle({ className, children, ...props }: ComponentProps<"h2">) {
  return (
    <h2 className={cn("col-start-1 font-semibold text-base text-text", className)} {...props}>
      {children}
    </h2>
  );
}

export function CardDescription({ className, ...props }: ComponentProps<"p">) {
  return <p className={cn("col-start-1 text-muted text-sm", className)} {...props} />;
}

export function CardActions({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("col-start-2 row-span-2 row-start-1 flex items-center gap-2", className)} {...props} />;
}

export function CardContent({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("px-4 py-3.5", className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 border-border border-t bg-sunken/50 px-4 py-2.5 rounded-b-lg",
        className,
      )}
      {...props}
    />
  );
}
