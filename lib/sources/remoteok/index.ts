import type { SourceAdapter } from "../adapter";
import { getJson } from "../fields";
import { parseFeed } from "./parse";

export const remoteok: SourceAdapter = {
  id: "remoteok",
  name: "Remote OK",
  homepage: "https://remoteok.com",
  terms: "Public feed of about the 100 newest remote jobs. Asks for a visible link back and a mention as the source.",
  scope: "market",
  defaultState: "on",
  auth: "none",
  origin: "https://remoteok.com",
  hosts: ["remoteok.com"],
  rate: { perSecond: 0.5, concurrency: 1 },
  maxPages: 1,
  isPartialListing: true,
  first: ({ origin }) => getJson(`${origin}/api`),
  parse: parseFeed,
};
