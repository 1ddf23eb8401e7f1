import type { SourceAdapter } from "../adapter";
import { boardSegment, getJson, pathSegments } from "../fields";
import { parseBoard } from "./parse";

const HOSTS = /^(job-boards|boards)(\.eu)?\.greenhouse\.io$/;

export const greenhouse: SourceAdapter = {
  id: "greenhouse",
  name: "Greenhouse",
  homepage: "https://www.greenhouse.com",
  terms: "Public job-board API that employers publish for this use. No account or key; one request reads a company.",
  scope: "companies",
  defaultState: "on",
  auth: "none",
  origin: "https://boards-api.greenhouse.io",
  hosts: ["boards-api.greenhouse.io"],
  rate: { perSecond: 2, concurrency: 2 },
  maxPages: 1,
  isPartialListing: false,
  first: (query) => getJson(`${query.origin}/v1/boards/${boardSegment(query)}/jobs?content=true`),
  parse: parseBoard,
  detectBoard(url) {
    const segments = pathSegments(url);
    if (url.hostname === "boards-api.greenhouse.io") return segments[1] === "boards" ? segments[2] : undefined;
    if (!HOSTS.test(url.hostname)) return undefined;
    return segments[0] === "embed" ? url.searchParams.get("for") || undefined : segments[0];
  },
};
