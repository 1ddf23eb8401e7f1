import { IDS } from "./ids";

export const NEW_SEARCH = {
  name: "Frontend, remote",
  criteria: { keywords: ["frontend engineer", "react"], workplaces: ["remote"], postedWithinDays: 14 },
  sources: [{ sourceId: "demo" }, { sourceId: "greenhouse", boards: ["northwind"] }],
  schedule: { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
};

const PROPOSAL = {
  name: NEW_SEARCH.name,
  criteria: {
    keywords: ["frontend engineer", "react"],
    excludeWords: [],
    locations: [],
    workplaces: ["remote"],
    employmentTypes: [],
    postedWithinDays: 14,
  },
  sources: [
    { sourceId: "demo", boards: [] },
    { sourceId: "greenhouse", boards: ["northwind"] },
  ],
  schedule: { cadence: "daily", time: "08:00", weekday: 1, timeZone: "Europe/Berlin" },
  isActive: true,
};

export { PROPOSAL };

export const SEARCH = {
  id: IDS.search,
  ...PROPOSAL,
  nextRunAt: "2026-06-02T06:00:00.000Z",
  version: 1,
  createdAt: "2026-06-01T08:00:00.000Z",
  updatedAt: "2026-06-01T08:00:00.000Z",
};
