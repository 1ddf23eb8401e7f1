import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The scale of app/globals.css has one size and a row height Tailwind does not know; without this, `text-md text-muted` would lose one.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["md"], shadow: ["raised", "overlay"], spacing: ["row"] } },
});

/** Class names, falsy ones dropped, the last of two conflicting Tailwind classes kept. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
