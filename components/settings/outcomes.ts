import type { BadgeTone } from "@/components/ui/badge";
import type { SourceOutcome } from "@/db/schema/vocabulary";

/** How a reading ended, in color and in words. */
export const OUTCOME_LOOK: Record<SourceOutcome, { tone: BadgeTone; bar: string; means: string }> = {
  ok: { tone: "positive", bar: "bg-positive", means: "everything was read" },
  partial: { tone: "warning", bar: "bg-warning", means: "some rows could not be read" },
  capped: { tone: "warning", bar: "bg-warning", means: "the board hands out no more than this" },
  empty: { tone: "neutral", bar: "bg-control", means: "the board has nothing that fits" },
  off: { tone: "neutral", bar: "bg-control", means: "it was switched off" },
  blocked: { tone: "danger", bar: "bg-danger", means: "the board refused to answer" },
  drifted: { tone: "danger", bar: "bg-danger", means: "the page changed or results vanished" },
  failed: { tone: "danger", bar: "bg-danger", means: "it could not be reached" },
};
