import { cn } from "@/lib/utils";

/** The mark is a score ring. The name stands beside it unless `isMarkOnly`. */
export function Logo({ isMarkOnly = false, className }: { isMarkOnly?: boolean; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-semibold text-md text-text tracking-tight", className)}>
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <circle cx="16" cy="16" r="9" fill="none" stroke="white" strokeOpacity=".32" strokeWidth="3" />
        <path d="M16 7a9 9 0 1 1-8.56 6.22" fill="none" stroke="white" strokeWidth="3" strokeLinecap="round" />
        <circle cx="16" cy="16" r="2.75" fill="white" />
      </svg>
      <span className={cn(isMarkOnly && "sr-only")}>JOBA</span>
    </span>
  );
}
