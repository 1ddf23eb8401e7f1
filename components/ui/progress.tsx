import { cn } from "@/lib/utils";

const TONES = {
  accent: "bg-accent",
  positive: "bg-positive",
  warning: "bg-warning",
  danger: "bg-danger",
  neutral: "bg-control",
} as const;

/** Without `value` the end is not known and the bar only shows that something moves. */
export function Progress({
  value,
  max = 100,
  label,
  tone = "accent",
  className,
}: {
  value?: number;
  max?: number;
  label: string;
  tone?: keyof typeof TONES;
  className?: string;
}) {
  const share = value === undefined ? undefined : max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-hover", className)}
    >
      <div
        className={cn(
          "h-full origin-left rounded-full transition-[scale] duration-300 ease-out",
          TONES[tone],
          share === undefined ? "w-1/3 animate-indeterminate motion-reduce:w-full motion-reduce:opacity-40" : "w-full",
        )}
        style={share === undefined ? undefined : { scale: `${share} 1` }}
      />
    </div>
  );
}
