import { stringify } from "csv-stringify/sync";

export type CsvRow = Readonly<Record<string, unknown>>;

/** What spreadsheet programs take for the beginning of a formula, also behind spaces; full-width forms count in some. */
const FORMULA = /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/;
const FORMULA_MARKED = /^'(?='*\s*[=+\-@\t\r\n\0＝＋－＠])/;
/** A separator of another country's spreadsheet must not split a cell either. */
const MUST_QUOTE = /^\s|\s$|[",;\t\r\n\0']/;

/** RFC 4180 with a header line, for a spreadsheet to open: no text in it becomes a formula, numbers stay numbers. */
export function toCsv(columns: readonly string[], rows: Iterable<CsvRow>): string {
  return line(columns) + Array.from(rows, (row) => line(columns.map((column) => row[column]))).join("");
}

/** The same, one line at a time, for what is too long to hold. */
export async function* streamCsv(
  columns: readonly string[],
  rows: Iterable<CsvRow> | AsyncIterable<CsvRow>,
): AsyncGenerator<string> {
  yield line(columns);
  for await (const row of rows) yield line(columns.map((column) => row[column]));
}

/** The text a cell of `toCsv` was written from. */
export function fromCsvCell(cell: string): string {
  return cell.replace(FORMULA_MARKED, "");
}

function line(values: readonly unknown[]): string {
  return stringify([values.map(cell)], { record_delimiter: "windows", quoted_match: MUST_QUOTE });
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return FORMULA.test(text) ? `'${text}` : text;
}
