import { load } from "cheerio/slim";
import { XMLParser } from "fast-xml-parser";
import sanitize from "sanitize-html";
import { sanitizeHtml } from "@/lib/jobs/html";
import { normalizeJob } from "@/lib/jobs/normalize";
import { benchRow, compareRates } from "./measure";
import { type BoardPages, collectBoards, readBoard } from "./parse-pages";
import type { BenchRow } from "./types";

const JOBS_A_BOARD = 60;

/** Reading and normalizing each board's own answers, beside only decoding the same bytes. */
export async function run(): Promise<BenchRow[]> {
  const boards = await collectBoards(JOBS_A_BOARD);
  return [...boards.map(boardRow), readingRow(boards.filter(isJson))];
}

function boardRow(board: BoardPages): BenchRow {
  const { sourceId, query } = board;
  const at = { sourceId, board: query.board, now: query.now };
  const bodies = bodiesOf(board);
  const rates = compareRates(readBoard(board).length, {
    value: () => readBoard(board).map((job) => normalizeJob(job, at)),
    limit: () => bodies.map(decode),
  });
  return benchRow({
    name: `parse + normalize: ${sourceId}`,
    unit: "jobs/s",
    ...rates,
    limitName: [...new Set(bodies.map(decoderName))].join(" + "),
  });
}

/** Adapters and sanitizing together, beside what nobody can leave out: decoding the answer and cleaning its HTML. */
function readingRow(boards: readonly BoardPages[]): BenchRow {
  const bodies = boards.flatMap(bodiesOf);
  const jobs = boards.flatMap(readBoard);
  const rates = compareRates(jobs.length, {
    value: () => boards.flatMap(readBoard).map(({ descriptionHtml = "" }) => sanitizeHtml(descriptionHtml)),
    limit: () => [bodies.map(decode), jobs.map(({ descriptionHtml = "" }) => sanitize(descriptionHtml))],
  });
  return benchRow({
    name: "parse + sanitize: JSON boards",
    unit: "jobs/s",
    ...rates,
    limitName: "JSON.parse + sanitize-html",
    goal: { text: ">= 0.77", isMet: (ratio) => ratio >= 0.77 },
  });
}

const isJson = (board: BoardPages) => bodiesOf(board).every((body) => decoderName(body) === "JSON.parse");

function bodiesOf({ lists, details }: BoardPages): string[] {
  return [...lists, ...details.map(({ page }) => page)].map(({ body }) => body);
}

function decode(body: string): unknown {
  switch (decoderName(body)) {
    case "JSON.parse":
      return JSON.parse(body);
    case "fast-xml-parser":
      return new XMLParser().parse(body);
    default:
      return load(body);
  }
}

function decoderName(body: string): "JSON.parse" | "fast-xml-parser" | "cheerio" {
  const start = body.trimStart();
  if (start.startsWith("{") || start.startsWith("[")) return "JSON.parse";
  return start.startsWith("<?xml") ? "fast-xml-parser" : "cheerio";
}
