import type { PageRequest, PageResponse, SourceAdapter, SourceQuery } from "../adapter";
import { getJson } from "../fields";
import { parseBoard } from "./parse";
import { type DemoPosting, demoPostings } from "./postings";

const PAGE_SIZE = 25;
const DAY_MS = 86_400_000;

export const demo: SourceAdapter = {
  id: "demo",
  name: "Demo board",
  homepage: "https://board.joba.example",
  terms: "Invented postings of invented companies that ship with JOBA. Nothing leaves this machine.",
  scope: "market",
  defaultState: "on",
  auth: "none",
  origin: "https://board.joba.example",
  hosts: [],
  rate: { perSecond: 50, concurrency: 4 },
  maxPages: 20,
  isPartialListing: false,
  first: (query) => pageRequest(query, 1),
  parse: (page, query) => {
    const { nextPage, ...read } = parseBoard(page);
    return { ...read, ...(nextPage && { next: pageRequest(query, nextPage) }) };
  },
  local: answer,
};

function pageRequest({ origin }: SourceQuery, page: number): PageRequest {
  return getJson(`${origin}/api/postings?page=${page}`);
}

/** The same on one UTC day; on the next, every posting is still as old as it was. */
function answer(request: PageRequest, { now }: SourceQuery): PageResponse {
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const all = demoPostings();
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const postings = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((posting) => dated(posting, today));
  const nextPage = page * PAGE_SIZE < all.length ? page + 1 : null;
  const body = JSON.stringify({ total: all.length, page, nextPage, postings });
  return { status: 200, headers: { "content-type": "application/json" }, body, request };
}

/** Never after now: a posting of today carries the first moment of the day. */
function dated({ ageDays, ageMinutes, ...posting }: DemoPosting, today: number): object {
  const postedAt = ageDays === 0 ? today : today - ageDays * DAY_MS + ageMinutes * 60_000;
  return { ...posting, postedAt: new Date(postedAt).toISOString() };
}
