import type { SourceAdapter } from "../adapter";
import { getJson } from "../fields";
import { parsePage } from "./parse";

export const hackernews: SourceAdapter = {
  id: "hackernews",
  name: "HN Who is hiring?",
  homepage: "https://news.ycombinator.com/submitted?id=whoishiring",
  terms: "The monthly Hacker News thread, read through the public Algolia API: two requests for some 400 posts.",
  scope: "market",
  defaultState: "on",
  auth: "none",
  origin: "https://hn.algolia.com",
  hosts: ["hn.algolia.com"],
  rate: { perSecond: 1, concurrency: 1 },
  maxPages: 3,
  isPartialListing: false,
  first: ({ origin }) =>
    getJson(`${origin}/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=10`, { step: "threads" }),
  parse: parsePage,
};
