import type { MatchDetail } from "@/db/schema/shapes";
import type { EvidenceMark } from "./schemas";

/** The id that ties a requirement's row to its marks in the text. */
export function requirementMarkId(index: number): string {
  return `requirement-${index}`;
}

export function gateMarkId(index: number): string {
  return `gate-${index}`;
}

/**
 * Marks for the description, in order and never overlapping: where two meet, gates win over requirements and
 * earlier ones over later. A span whose quote is not what stands in the text is left out rather than shown wrong.
 */
export function evidenceMarks(detail: MatchDetail, text: string): EvidenceMark[] {
  const wanted: EvidenceMark[] = [
    ...detail.gates.flatMap((gate, index) =>
      gate.clause && gate.verdict !== "pass" && quotes(text, gate.clause)
        ? [{ start: gate.clause.start, end: gate.clause.end, id: gateMarkId(index), tone: "gate" as const }]
        : [],
    ),
    ...detail.requirements.flatMap((requirement, index) =>
      requirement.postingSpans
        .filter((span) => !span.inTitle && quotes(text, span))
        .map(({ start, end }) => ({ start, end, id: requirementMarkId(index), tone: requirement.credit })),
    ),
  ];
  const kept: EvidenceMark[] = [];
  for (const mark of wanted) {
    if (kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function quotes(text: string, span: { start: number; end: number; quote: string }): boolean {
  return span.end > span.start && text.slice(span.start, span.end) === span.quote;
}
