import { expect, test } from "vitest";
import { judgeReading, type SourceReading } from "./outcome";

const given = (overrides: Partial<SourceReading>): SourceReading => ({
  name: "Acme",
  pages: 1,
  rows: 100,
  invalid: 0,
  lastRows: 0,
  ...overrides,
});
const blocked = { outcome: "blocked" as const, evidence: { message: "Acme answered 403", status: 403 } };

test.each([
  ["everything read", {}, "ok", true],
  ["a refusal at once", { error: blocked, pages: 0, rows: 0 }, "blocked", false],
  ["a refusal later", { error: blocked, pages: 3, rows: 30 }, "partial", false],
  ["nothing where nothing was", { rows: 0 }, "empty", false],
  ["nothing where something was", { rows: 0, lastRows: 200 }, "drifted", false],
  ["nearly nothing where much was", { rows: 3, lastRows: 200 }, "drifted", false],
  ["a few less", { rows: 180, lastRows: 200 }, "ok", true],
  ["few where few were", { rows: 1, lastRows: 15 }, "ok", true],
  ["unreadable rows", { invalid: 2 }, "partial", false],
  ["postings without their text", { detailTrouble: "2 of 10 postings are without their text" }, "partial", false],
  ["more than is handed out", { capped: "Stopped after 100 pages" }, "capped", false],
  ["not modified", { rows: 0, notModified: "Acme has not changed", lastRows: 100 }, "ok", false],
] as const)("%s", (_name, overrides, outcome, isComplete) => {
  const verdict = judgeReading(given(overrides));
  expect(verdict).toMatchObject({ outcome, isComplete });
  expect(verdict.evidence.message).not.toBe("");
});

test("a fall is judged by the last real figure until a second reading agrees", () => {
  expect(judgeReading(given({ rows: 0, lastRows: 200 })).rememberRows).toBeUndefined();
  const fall = judgeReading(given({ rows: 3, lastRows: 200 }));
  expect(judgeReading(given({ rows: 3, lastRows: fall.rememberRows as number }))).toMatchObject({
    outcome: "ok",
    isComplete: true,
  });
});

test("a refusal half-way keeps what it says and what was read", () => {
  const { evidence } = judgeReading(given({ error: blocked, pages: 2, rows: 20 }));
  expect(evidence).toMatchObject({ status: 403, message: "Read 20 rows on 2 pages, then stopped: Acme answered 403" });
});
