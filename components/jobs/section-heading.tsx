import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** A part of an open job: under the page's h1 it is an h2, beside the list, where the title is an h2, an h3. */
export function SectionHeading({ isPage, className, ...props }: ComponentProps<"h2"> & { isPage: boolean }) {
  const Heading = isPage ? "h2" : "h3";
  return <Heading className={cn("mb-2 font-semibold text-md", className)} {...props} />;
}
