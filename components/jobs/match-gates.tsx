import { CircleAlert, CircleCheck, CircleHelp } from "lucide-react";
import type { Gate } from "@/db/schema/shapes";
import type { GateVerdict } from "@/db/schema/vocabulary";
import { gateMarkId } from "@/lib/jobs/evidence";
import { cn } from "@/lib/utils";
import { EvidenceLink } from "./evidence-link";
import { SectionHeading } from "./section-heading";

const LOOKS: Record<GateVerdict, { icon: typeof CircleCheck; tone: string; word: string }> = {
  fail: { icon: CircleAlert, tone: "text-danger", word: "Not met" },
  unknown: { icon: CircleHelp, tone: "text-warning", word: "Check" },
  pass: { icon: CircleCheck, tone: "text-positive", word: "Met" },
};
const ORDER: GateVerdict[] = ["fail", "unknown", "pass"];

/** Conditions that can rule a job out, apart from the score, each with the clause it was read from. */
export function MatchGates({ gates, isPage }: { gates: readonly Gate[]; isPage: boolean }) {
  const numbered = gates.map((gate, index) => ({ gate, index }));
  const sorted = ORDER.flatMap((verdict) => numbered.filter(({ gate }) => gate.verdict === verdict));
  if (sorted.length === 0) return null;
  return (
    <section aria-label="Conditions">
      <SectionHeading isPage={isPage}>Conditions</SectionHeading>
      <ul className="space-y-2">
        {sorted.map(({ gate, index }) => {
          const { icon: Icon, tone, word } = LOOKS[gate.verdict];
          return (
            <li key={`${gate.id}-${index}`} className="flex gap-2">
              <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", tone)} />
              <div className="min-w-0">
                <p>
                  <span className={cn("font-medium", tone)}>{word}:</span> {gate.message}
                </p>
                {gate.clause &&
                  (gate.verdict === "pass" ? (
                    <p className="line-clamp-2 text-muted text-sm">“{gate.clause.quote}”</p>
                  ) : (
                    <EvidenceLink markId={gateMarkId(index)}>{gate.clause.quote}</EvidenceLink>
                  ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
