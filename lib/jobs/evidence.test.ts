import { expect, test } from "vitest";
import type { MatchDetail } from "@/db/schema/shapes";
import { evidenceMarks, inContext } from "./evidence";

const text = "You must know React and TypeScript. On-site in Berlin.";
const span = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote });
const requirement = (
  name: string,
  ...postingSpans: { start: number; end: number; quote: string; inTitle?: boolean }[]
) => ({
  skillId: name,
  name,
  strength: "must" as const,
  credit: "exact" as const,
  value: 1,
  postingSpans,
  profileSpans: [],
});
const detail = (change: Partial<MatchDetail>): MatchDetail => ({
  headline: "",
  gates: [],
  components: [],
  requirements: [],
  improve: [],
  ...change,
});

test("marks stand in order and carry the row they belong to", () => {
  const marks = evidenceMarks(
    detail({ requirements: [requirement("ts", span("TypeScript")), requirement("react", span("React"))] }),
    text,
  );
  expect(marks).toEqual([
    { start: 14, end: 19, id: "requirement-1", tone: "exact" },
    { start: 24, end: 34, id: "requirement-0", tone: "exact" },
  ]);
});

test("a gate that did not pass is marked and wins where it meets a requirement", () => {
  const gate = { id: "onsite", message: "", clause: span("On-site in Berlin") };
  const requirements = [requirement("berlin", span("Berlin"))];
  expect(evidenceMarks(detail({ gates: [{ ...gate, verdict: "unknown" }], requirements }), text)).toMatchObject([
    { id: "gate-0", tone: "gate" },
  ]);
  expect(evidenceMarks(detail({ gates: [{ ...gate, verdict: "pass" }], requirements }), text)).toMatchObject([
    { id: "requirement-0" },
  ]);
});

test("spans of the title and spans that no longer quote the text are left out", () => {
  const requirements = [
    requirement("title", { ...span("React"), inTitle: true }),
    requirement("stale", { start: 0, end: 3, quote: "Vue" }),
    requirement("empty", { start: 5, end: 5, quote: "" }),
  ];
  expect(evidenceMarks(detail({ requirements }), text)).toEqual([]);
});

test("a span is shown with the rest of its line, without the bullet, cut at words", () => {
  const line = `Intro\n- ${"very ".repeat(30)}good React skills ${"and more ".repeat(20)}\nOutro`;
  const start = line.indexOf("React");
  const shown = inContext(line, { start, end: start + 5 });
  expect(shown.before).toMatch(/^…very .*good $/);
  expect(shown.quote).toBe("React");
  expect(shown.after).toMatch(/^ skills and more .*…$/);
  expect(inContext("- React, Vue", { start: 2, end: 7 })).toEqual({ before: "", quote: "React", after: ", Vue" });
  expect(inContext("React", { start: 0, end: 5 })).toEqual({ before: "", quote: "React", after: "" });
});
