import type { SourceAdapter } from "../adapter";
import { parseFeed } from "./parse";

export const weworkremotely: SourceAdapter = {
  id: "weworkremotely",
  name: "We Work Remotely",
  homepage: "https://weworkremotely.com",
  terms: "Public RSS feed, refreshed hourly. Every job links back to We Work Remotely, where one applies.",
  scope: "market",
  defaultState: "on",
  auth: "none",
  origin: "https://weworkremotely.com",
  hosts: ["weworkremotely.com"],
  rate: { perSecond: 0.5, concurrency: 1 },
  maxPages: 1,
  isPartialListing: true,
  minIntervalMinutes: 60,
  first: ({ origin }) => ({
    url: `${origin}/remote-jobs.rss`,
    headers: { accept: "application/rss+xml, application/xml;q=0.9" },
  }),
  parse: parseFeed,
};
