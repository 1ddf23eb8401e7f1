import { OUTCOME_LOOK } from "@/components/settings/outcomes";
import { Badge } from "@/components/ui/badge";
import type { SourceOutcome } from "@/db/schema/vocabulary";

interface Reading {
  sourceId: string;
  board: string;
  outcome: SourceOutcome | null;
  message: string | null;
}

/** How the sources of a run ended, alike ones counted: "5 ok", "blocked LinkedIn". The evidence is shown on hover and on the run. */
export function OutcomeChips({ readings, names }: { readings: Reading[]; names: Record<string, string> }) {
  const groups = new Map<SourceOutcome, Reading[]>();
  for (const reading of readings) {
    if (reading.outcome) groups.set(reading.outcome, [...(groups.get(reading.outcome) ?? []), reading]);
  }
  return (
    <span className="flex flex-wrap gap-1">
      {[...groups].map(([outcome, list]) => {
        const named = [...new Set(list.map(({ sourceId }) => names[sourceId] ?? sourceId))];
        const text =
          outcome === "ok" || named.length > 2 ? `${list.length} ${outcome}` : `${outcome}: ${named.join(", ")}`;
        const evidence = list.map(
          ({ sourceId, board, message }) =>
            `${names[sourceId] ?? sourceId}${board && ` ${board}`}: ${message ?? OUTCOME_LOOK[outcome].means}`,
        );
        return (
          <Badge key={outcome} tone={OUTCOME_LOOK[outcome].tone} title={evidence.join("\n")}>
            <span className="truncate">{text}</span>
          </Badge>
        );
      })}
    </span>
  );
}
