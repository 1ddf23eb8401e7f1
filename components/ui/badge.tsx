import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

export const badgeVariants = cva(
  "inline-flex max-w-full shrink-0 items-center gap-1 truncate whitespace-nowrap rounded-sm px-1.5 font-medium text-xs/5 tabular [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-hover text-muted",
        outline: "text-muted inset-ring inset-ring-border",
        accent: "bg-accent-soft text-accent-text",
        positive: "bg-positive-soft text-positive",
        warning: "bg-warning-soft text-warning",
        danger: "bg-danger-soft text-danger",
        info: "bg-info-soft text-info",
        strong: "bg-band-strong-soft text-band-strong",
        good: "bg-band-good-soft text-band-good",
        stretch: "bg-band-stretch-soft text-band-stretch",
        weak: "bg-band-weak-soft text-band-weak",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

/** A state in one or two words. Always carries text: color alone says nothing. */
export function Badge({ className, tone, ...props }: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
