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

const CONTEXT = 70;

/** A span with what stands around it on its line, for showing it away from the text; cut at words. */
export function inContext(
  text: string,
  span: { start: number; end: number },
): { before: string; quote: string; after: string } {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const lineBreak = text.indexOf("\n", span.end);
  const before = text.slice(lineStart, span.start).replace(/^[-•*\s]+/, "");
  const after = text.slice(span.end, lineBreak < 0 ? text.length : lineBreak).trimEnd();
  return {
    before: before.length > CONTEXT ? `…${before.slice(-CONTEXT).replace(/^\S*\s/, "")}` : before,
    quote: text.slice(span.start, span.end),
    after: after.length > CONTEXT ? `${after.slice(0, CONTEXT).replace(/\s\S*$/, "")}…` : after,
  };
}

function quotes(text: string, span: { start: number; end: number; quote: string }): boolean {
  return span.end > span.start && text.slice(span.start, span.end) === span.quote;
}
