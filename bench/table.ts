import type { BenchRow } from "./types";

const HEAD = ["", "row", "value", "unit", "limit", "measured in the same run", "ratio", "goal"];

/** One table as text; figures to the right. */
export function formatTable(rows: readonly BenchRow[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => (cells[column] as string).length)));
  const isFigure = (column: number) => column === 2 || column === 4 || column === 6;
  const text = lines.map((cells) =>
    cells
      .map((cell, column) =>
        isFigure(column) ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number),
      )
      .join("  ")
      .trimEnd(),
  );
  return [text[0], widths.map((width) => "-".repeat(width)).join("  "), ...text.slice(1)].join("\n");
}

function cellsOf({ name, value, unit, limit, limitName, ratio, goal, ok }: BenchRow): string[] {
  return [
    goal === "" ? "" : ok ? "ok" : "MISS",
    name,
    figure(value),
    unit,
    figure(limit),
    limitName,
    Number.isFinite(ratio) ? ratio.toFixed(ratio < 0.1 ? 3 : 2) : "",
    goal,
  ];
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return "";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
