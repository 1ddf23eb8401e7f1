import { IDS } from "./ids";

export const SOURCE = {
  id: "greenhouse",
  name: "Greenhouse",
  homepage: "https://www.greenhouse.com",
  terms: "Companies publish these boards for programs to read.",
  scope: "companies",
  auth: "none",
  defaultState: "on",
  isEnabled: true,
  hasKey: false,
  canChange: true,
};

export const SOURCE_HEALTH = {
  sourceId: "greenhouse",
  readings: [
    {
      runId: IDS.run,
      searchId: IDS.search,
      board: "northwind",
      outcome: "ok",
      message: "Everything was read",
      created: 12,
      finishedAt: "2026-06-01T08:00:09.000Z",
    },
  ],
};
