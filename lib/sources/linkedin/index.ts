import type { SourceAdapter } from "../adapter";
import { detailRequest, parseDetail } from "./detail";
import { parseCards } from "./parse";
import { searchRequest } from "./request";

export const linkedin: SourceAdapter = {
  id: "linkedin",
  name: "LinkedIn",
  homepage: "https://www.linkedin.com/jobs",
  terms:
    "Reads the public guest pages, slowly and without an account. LinkedIn's User Agreement does not allow automated reading, so switching this on is your decision. It may answer with a block after some ten pages.",
  scope: "market",
  defaultState: "opt_in",
  auth: "none",
  origin: "https://www.linkedin.com",
  hosts: ["www.linkedin.com"],
  rate: { perSecond: 1, concurrency: 1 },
  maxPages: 100,
  isPartialListing: true,
  first: (query) => searchRequest(query, { place: 0, start: 0 }),
  parse: parseCards,
  detail: { request: detailRequest, parse: parseDetail },
};
