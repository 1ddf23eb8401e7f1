import { cn } from "@/lib/utils";

/** How sure the reader was, in a word and five small bars. Nothing once a person has edited the field. */
export function Confidence({ value, className }: { value: number | undefined; className?: string }) {
  if (value === undefined) return null;
  const { word, filled, tone } = levelOf(value);
  return (
    <span className={cn("inline-flex shrink-0 items-center gap-1.5 text-xs", tone.text, className)}>
      <span aria-hidden className="flex gap-[2px]">
        {[1, 2, 3, 4, 5].map((bar) => (
          <span key={bar} className={cn("h-2.5 w-[3px] rounded-full", bar <= filled ? tone.bar : "bg-border")} />
        ))}
      </span>
      {word}
    </span>
  );
}

export function needsCheck(value: number | undefined): boolean {
  return value !== undefined && value < 0.65;
}

const CALM = { text: "text-muted", bar: "bg-positive" };
const UNSURE = { text: "text-warning", bar: "bg-warning" };

function levelOf(value: number) {
  if (value >= 0.85) return { word: "Sure", filled: 5, tone: CALM };
  if (value >= 0.65) return { word: "Fairly sure", filled: 4, tone: CALM };
  if (value > 0) return { word: "Please check", filled: value >= 0.5 ? 2 : 1, tone: UNSURE };
  return { word: "Not found", filled: 0, tone: { text: "text-muted", bar: "bg-border" } };
}
