import type { SourceAdapter } from "../adapter";
import { detailRequest, parseDetail } from "./detail";
import { parsePage } from "./parse";
import { firstRequest } from "./request";

export const glassdoor: SourceAdapter = {
  id: "glassdoor",
  name: "Glassdoor",
  homepage: "https://www.glassdoor.com/Job/index.htm",
  terms:
    "Reads the data behind Glassdoor's public search page. Glassdoor's terms do not allow automated reading and it refuses most programs, so expect the state blocked.",
  scope: "market",
  defaultState: "off",
  auth: "none",
  origin: "https://www.glassdoor.com",
  hosts: ["www.glassdoor.com"],
  rate: { perSecond: 0.5, concurrency: 1 },
  maxPages: 32,
  isPartialListing: true,
  first: firstRequest,
  parse: parsePage,
  detail: { request: detailRequest, parse: parseDetail },
};
