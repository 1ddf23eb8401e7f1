import { cva, type VariantProps } from "class-variance-authority";
import { Root as SlotRoot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

export const buttonVariants = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium",
    "transition-[background-color,border-color,color,box-shadow] duration-100",
    "disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50",
    "[&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
  ],
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-accent-foreground shadow-xs inset-shadow-[0_1px_0_rgb(255_255_255/0.14)] hover:bg-accent-hover",
        secondary: "border-border bg-surface text-text shadow-xs hover:bg-hover dark:bg-raised dark:hover:bg-hover",
        ghost: "text-muted hover:bg-hover hover:text-text aria-expanded:bg-hover aria-expanded:text-text",
        danger: "bg-danger-solid text-danger-foreground shadow-xs hover:bg-danger-solid-hover",
        link: "h-auto! px-0! text-accent-text underline-offset-4 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-sm coarse:h-11 coarse:px-3.5",
        md: "h-8 px-3 text-base coarse:h-11 coarse:px-4",
        lg: "h-10 px-4 text-md coarse:h-12",
        icon: "size-8 coarse:size-11",
        "icon-sm": "touch-target size-7",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonVariants> & { asChild?: boolean };

/** `asChild` gives a link the look of a button. */
export function Button({ className, variant, size, asChild = false, type, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) return <SlotRoot className={classes} {...props} />;
  return <button type={type ?? "button"} className={classes} {...props} />;
}
