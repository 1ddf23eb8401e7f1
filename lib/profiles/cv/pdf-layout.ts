import { findDate, findDateRange } from "./dates";

/** A piece of text on a page; y grows upward, as PDF counts. */
export interface TextItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Row {
  y: number;
  size: number;
  items: TextItem[];
}

const PAGE_NUMBER = /^(?:(?:page|seite)\s*)?\d{1,2}(?:\s*(?:\/|of|von)\s*\d{1,2})?$/i;

/** The items of a page as lines of text, the columns of a two-column page one after the other. */
export function layoutPage(items: readonly TextItem[]): string {
  const rows = rowsOf(items);
  const gutter = findGutter(rows);
  const blocks = gutter === undefined ? [rows] : columnBlocks(rows, gutter);
  return blocks
    .map(linesOf)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Items whose baselines nearly agree, from the top of the page down. */
function rowsOf(items: readonly TextItem[]): Row[] {
  const rows: Row[] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - item.y) <= Math.max(1.5, Math.min(row.size, item.size) * 0.4)) {
      row.items.push(item);
      row.size = Math.max(row.size, item.size);
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  for (const row of rows) row.items.sort((a, b) => a.x - b.x);
  return rows;
}

/** Where a vertical strip stays empty beside text on both sides for most of the page. A column of mere dates is none. */
function findGutter(rows: readonly Row[]): number | undefined {
  const all = rows.flatMap(({ items }) => items);
  if (all.length < 12) return undefined;
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const span = right - left;
  let best: { at: number; crossings: number } | undefined;
  for (let at = left + span * 0.2; at <= left + span * 0.8; at += Math.max(2, span / 150)) {
    const crossings = rows.filter(({ items }) => items.some(({ x, width }) => x < at + 3 && x + width > at - 3)).length;
    if (!best || crossings < best.crossings) best = { at, crossings };
  }
  if (!best || best.crossings > rows.length * 0.2) return undefined;
  const { at } = best;
  const sides = [
    rows.flatMap(({ items }) => sideText(items.filter(({ x, width }) => x + width <= at))),
    rows.flatMap(({ items }) => sideText(items.filter(({ x }) => x >= at))),
  ];
  return sides.every(isColumn) ? at : undefined;
}

function sideText(items: readonly TextItem[]): string[] {
  return items.length > 0
    ? [
        items
          .map(({ text }) => text)
          .join(" ")
          .trim(),
      ]
    : [];
}

/** Enough lines, and more than the dates or places beside every job. */
function isColumn(lines: readonly string[]): boolean {
  if (lines.length < 6) return false;
  const dates = lines.filter((line) => line.length < 40 && (findDateRange(line) ?? findDate(line))).length;
  const letters = lines.reduce((sum, line) => sum + (line.match(/\p{L}/gu)?.length ?? 0), 0);
  return dates / lines.length < 0.3 && letters / lines.length >= 6;
}

/** Rows that reach across the gutter part the page; between them the left column is read before the right one. */
function columnBlocks(rows: readonly Row[], at: number): Row[][] {
  const blocks: Row[][] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const flush = () => {
    if (left.length > 0) blocks.push(left);
    if (right.length > 0) blocks.push(right);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.items.some(({ x, width }) => x < at - 3 && x + width > at + 3)) {
      flush();
      blocks.push([row]);
      continue;
    }
    const onLeft = row.items.filter(({ x, width }) => x + width / 2 < at);
    const onRight = row.items.filter(({ x, width }) => x + width / 2 >= at);
    if (onLeft.length > 0) left.push({ ...row, items: onLeft });
    if (onRight.length > 0) right.push({ ...row, items: onRight });
  }
  flush();
  return blocks;
}

function linesOf(rows: readonly Row[]): string {
  const gaps = rows
    .slice(1)
    .map((row, index) => (rows[index] as Row).y - row.y)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const lines: string[] = [];
  let previous: Row | undefined;
  for (const row of rows) {
    const text = joinItems(row.items);
    if (text === "" || PAGE_NUMBER.test(text)) continue;
    if (previous && previous.y - row.y > Math.max(usual * 1.45, previous.size * 1.7)) lines.push("");
    lines.push(text);
    previous = row;
  }
  return lines.join("\n");
}

/** Words stand a blank apart; what stands far apart on a line is kept apart by three. */
function joinItems(items: readonly TextItem[]): string {
  let text = "";
  let end: number | undefined;
  for (const item of items) {
    const gap = end === undefined ? 0 : item.x - end;
    if (end !== undefined && gap > item.size * 2) text = `${text.trimEnd()}   `;
    else if (end !== undefined && gap > item.size * 0.15 && !text.endsWith(" ")) text += " ";
    text += item.text;
    end = item.x + item.width;
  }
  return text.trim();
}
