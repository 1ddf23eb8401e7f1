import type { MatchBand } from "@/db/schema/vocabulary";
import { cn } from "@/lib/utils";

const SIZES = { sm: 28, md: 36, lg: 64 } as const;
const TEXT = { sm: "text-xs", md: "text-sm", lg: "text-xl" } as const;
const TONES: Record<MatchBand, string> = {
  strong: "text-band-strong",
  good: "text-band-good",
  stretch: "text-band-stretch",
  weak: "text-band-weak",
};

/** A score of 0-100 with its band. A dashed ring means the match is provisional: too little text to be sure. */
export function ScoreRing({
  score,
  band,
  size = "md",
  isProvisional = false,
  className,
}: {
  score: number;
  band: MatchBand;
  size?: keyof typeof SIZES;
  isProvisional?: boolean;
  className?: string;
}) {
  const box = SIZES[size];
  const stroke = size === "lg" ? 4 : 2.5;
  const radius = (box - stroke) / 2;
  const circumference = 2 * Math.PI * radius;
  const whole = Math.round(score);
  return (
    <span
      role="img"
      aria-label={`Score ${whole} of 100, ${band}${isProvisional ? ", provisional" : ""}`}
      className={cn("relative inline-grid shrink-0 place-items-center", TONES[band], className)}
      style={{ width: box, height: box }}
    >
      <svg aria-hidden="true" viewBox={`0 0 ${box} ${box}`} className="-rotate-90 absolute inset-0">
        <circle
          cx={box / 2}
          cy={box / 2}
          r={radius}
          fill="none"
          stroke="var(--border)"
          strokeWidth={stroke}
          strokeDasharray={isProvisional ? "2 3" : undefined}
        />
        <circle
          cx={box / 2}
          cy={box / 2}
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={stroke}
          strokeLinecap="round"
          strokeDasharray={`${(circumference * Math.min(100, Math.max(0, score))) / 100} ${circumference}`}
        />
      </svg>
      <span className={cn("font-semibold text-text tabular leading-none", TEXT[size])}>{whole}</span>
    </span>
  );
}
