import type { BadgeTone } from "@/components/ui/badge";
import type { Decision } from "@/db/schema/vocabulary";

export const DECISION_LOOK: Record<Decision, { tone: BadgeTone; label: string }> = {
  new: { tone: "accent", label: "new" },
  changed: { tone: "info", label: "changed" },
  unchanged: { tone: "outline", label: "unchanged" },
  duplicate: { tone: "stretch", label: "duplicate" },
  filtered: { tone: "neutral", label: "filtered" },
  invalid: { tone: "danger", label: "unreadable" },
};
