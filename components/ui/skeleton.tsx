import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** Give it the size of what it stands for, so nothing moves when the content comes. */
export function Skeleton({ className, ...props }: ComponentProps<"span">) {
  return <span aria-hidden className={cn("block animate-shimmer rounded-md bg-hover", className)} {...props} />;
}
