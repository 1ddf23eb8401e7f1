import { type SourceAdapter, SourceError } from "../adapter";
import { parseResults } from "./parse";
import { searchRequest } from "./request";

export const indeed: SourceAdapter = {
  id: "indeed",
  name: "Indeed",
  homepage: "https://www.indeed.com",
  terms:
    "Needs an Indeed API key that you supply. Reading listings this way is outside Indeed's terms unless the key was given to you for it; the key can be revoked at any time.",
  scope: "market",
  defaultState: "opt_in",
  auth: "key",
  origin: "https://apis.indeed.com",
  hosts: ["apis.indeed.com"],
  rate: { perSecond: 1, concurrency: 1 },
  maxPages: 10,
  isPartialListing: true,
  first(query) {
    if (!query.key) throw new SourceError("off", "Indeed needs a key; add yours in the source settings");
    return searchRequest(query, { place: 0, count: 0 });
  },
  secretHeaders: ({ key }) => ({ "indeed-api-key": key ?? "" }),
  parse: parseResults,
};
