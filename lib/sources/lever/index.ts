import type { SourceAdapter } from "../adapter";
import { boardSegment, getJson, pathSegments } from "../fields";
import { PAGE_SIZE, parsePostings, postingsUrl } from "./parse";

export const lever: SourceAdapter = {
  id: "lever",
  name: "Lever",
  homepage: "https://www.lever.co",
  terms: `Public postings API that employers publish for this use. No account or key; ${PAGE_SIZE} postings a request.`,
  scope: "companies",
  defaultState: "on",
  auth: "none",
  origin: "https://api.lever.co",
  hosts: ["api.lever.co", "api.eu.lever.co"],
  rate: { perSecond: 2, concurrency: 1 },
  maxPages: 50,
  isPartialListing: false,
  first(query) {
    boardSegment(query);
    return getJson(postingsUrl(query, 0), { skip: 0 });
  },
  parse: parsePostings,
  detectBoard(url) {
    const host = url.hostname.match(/^(?:jobs|api)(\.eu)?\.lever\.co$/);
    if (!host) return undefined;
    const segments = pathSegments(url);
    const token = url.hostname.startsWith("api") ? segments[2] : segments[0];
    return token && `${host[1] ? "eu:" : ""}${token}`;
  },
};
