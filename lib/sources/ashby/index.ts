import type { SourceAdapter } from "../adapter";
import { boardSegment, getJson, pathSegments } from "../fields";
import { parseBoard } from "./parse";

export const ashby: SourceAdapter = {
  id: "ashby",
  name: "Ashby",
  homepage: "https://www.ashbyhq.com",
  terms: "Public job-posting API that employers publish for this use. No account or key; one slow request a company.",
  scope: "companies",
  defaultState: "on",
  auth: "none",
  origin: "https://api.ashbyhq.com",
  hosts: ["api.ashbyhq.com"],
  rate: { perSecond: 1, concurrency: 1 },
  maxPages: 1,
  isPartialListing: false,
  first: (query) => getJson(`${query.origin}/posting-api/job-board/${boardSegment(query)}?includeCompensation=true`),
  parse: parseBoard,
  detectBoard(url) {
    const segments = pathSegments(url);
    if (url.hostname === "api.ashbyhq.com") return segments[1] === "job-board" ? segments[2] : undefined;
    return url.hostname === "jobs.ashbyhq.com" ? segments[0] : undefined;
  },
};
