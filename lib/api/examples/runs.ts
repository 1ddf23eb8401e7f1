import { IDS } from "./ids";

export const RUN = {
  id: IDS.run,
  searchId: IDS.search,
  trigger: "manual",
  status: "finished",
  error: null,
  createdAt: "2026-06-01T08:00:00.000Z",
  startedAt: "2026-06-01T08:00:01.000Z",
  finishedAt: "2026-06-01T08:00:09.000Z",
};

export const QUEUED_RUN = { ...RUN, status: "queued", startedAt: null, finishedAt: null };

export const FUNNEL = {
  fetched: 42,
  parsed: 41,
  created: 12,
  changed: 1,
  unchanged: 20,
  duplicate: 3,
  filtered: 5,
  invalid: 1,
  scored: 13,
};

export const RUN_SOURCE = {
  sourceId: "greenhouse",
  board: "northwind",
  status: "finished",
  outcome: "partial",
  evidence: { message: "One of 42 rows could not be read", status: 200 },
  pages: 1,
  ...FUNNEL,
  startedAt: "2026-06-01T08:00:01.000Z",
  finishedAt: "2026-06-01T08:00:09.000Z",
};

export const DECISION = {
  id: 90210,
  sourceId: "greenhouse",
  board: "northwind",
  externalId: "4411",
  title: "Sales Engineer",
  companyName: "Northwind",
  url: "https://boards.example.com/northwind/4411",
  decision: "filtered",
  reason: "The title holds none of the keywords",
  jobId: null,
  createdAt: "2026-06-01T08:00:05.000Z",
};

export const EXPLANATION = {
  verdict: "dropped",
  answer: "“Frontend, remote” left it out on 2026-06-01: The title holds none of the keywords.",
  title: "Sales Engineer",
  companyName: "Northwind",
  runId: IDS.run,
  searchId: IDS.search,
};
