import type { SourceAdapter } from "../adapter";
import { getJson } from "../fields";
import { parseFeed } from "./parse";

export const remotive: SourceAdapter = {
  id: "remotive",
  name: "Remotive",
  homepage: "https://remotive.com",
  terms:
    "Public API, listings a day late, at most four readings a day. Asks for a link back and a mention as the source, and forbids passing its jobs on to other boards.",
  scope: "market",
  defaultState: "on",
  auth: "none",
  origin: "https://remotive.com",
  hosts: ["remotive.com"],
  rate: { perSecond: 0.2, concurrency: 1 },
  maxPages: 1,
  isPartialListing: true,
  minIntervalMinutes: 360,
  first: ({ origin }) => getJson(`${origin}/api/remote-jobs`),
  parse: parseFeed,
};
