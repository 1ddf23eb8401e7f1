import type { Route } from "next";
import Link from "next/link";

export function DemoBanner() {
  return (
    <aside
      aria-label="Demo"
      className="sticky top-0 z-30 flex h-(--banner-height) items-center justify-center gap-x-3 border-border border-b bg-accent-soft px-4 text-sm text-text"
    >
      <p className="truncate">
        You are in the demo. <span className="max-md:hidden">Nothing leaves this machine.</span>
      </p>
      <Link
        href={"/sign-up" as Route}
        className="touch-target shrink-0 rounded-sm font-medium text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
      >
        Make it yours
      </Link>
    </aside>
  );
}
