import { IDS } from "./ids";

const FIELDS = {
  id: IDS.job,
  title: "Senior Frontend Engineer",
  companyId: IDS.company,
  companyName: "Northwind",
  locationText: "Remote, Europe",
  workplace: "remote",
  employmentType: "full_time",
  seniority: "senior",
  pay: {
    text: "€80,000 – €95,000",
    min: 80_000,
    max: 95_000,
    currency: "EUR",
    interval: "year",
    annualMin: 80_000,
    annualMax: 95_000,
  },
  url: "https://boards.example.com/northwind/4410",
  applyUrl: null,
  sortAt: "2026-05-30T00:00:00.000Z",
  isDateStated: true,
  closedAt: null,
  sources: ["greenhouse"],
  state: "inbox",
  reason: null,
  openedAt: null,
};

const SCORE = {
  score: 84,
  band: "strong",
  confidence: 0.9,
  isProvisional: false,
  isEligible: true,
  reasons: [{ text: "React, 6 years in your CV", tone: "plus" }],
};

export const JOB_CARD = { ...FIELDS, match: { ...SCORE, gates: [] } };

export const JOB = {
  ...FIELDS,
  places: [{ text: "Remote, Europe", scope: "continent", region: "Europe" }],
  workplaceEvidence: "Remote, Europe",
  language: "en",
  postedAt: "2026-05-30T00:00:00.000Z",
  validThrough: null,
  firstSeenAt: "2026-06-01T08:00:05.000Z",
  lastSeenAt: "2026-06-01T08:00:05.000Z",
  descriptionHtml: "<p>You build our web app in React.</p>",
  descriptionText: "You build our web app in React.",
  note: null,
  canUndo: false,
  match: {
    ...SCORE,
    scorerVersion: "1",
    scoredAt: "2026-06-01T08:00:08.000Z",
    detail: {
      headline: "A strong match: every required skill is in your CV",
      gates: [{ id: "remote_country", verdict: "pass", message: "Open to all of Europe" }],
      components: [{ id: "must", weight: 40, value: 0.95, points: 38, reason: "1 of 1 required skills" }],
      requirements: [
        {
          skillId: "react",
          name: "React",
          strength: "must",
          credit: "exact",
          value: 0.95,
          postingSpans: [{ start: 25, end: 30, quote: "React" }],
          profileSpans: [{ start: 120, end: 125, quote: "React", where: "Frontend Engineer at Contoso" }],
        },
      ],
      improve: [],
    },
  },
  marks: [{ start: 25, end: 30, id: "react", tone: "exact" }],
  postings: [
    {
      id: IDS.posting,
      sourceId: "greenhouse",
      board: "northwind",
      url: "https://boards.example.com/northwind/4410",
      title: "Senior Frontend Engineer",
      locationText: "Remote, Europe",
      postedAt: "2026-05-30T00:00:00.000Z",
      firstSeenAt: "2026-06-01T08:00:05.000Z",
      lastSeenAt: "2026-06-01T08:00:05.000Z",
      closedAt: null,
    },
  ],
};

export const STATE_CHANGE = { changeId: IDS.change, changed: 1, state: "dismissed", reason: "pay" };

export const FACETS = {
  total: 13,
  facets: {
    states: [{ value: "inbox", count: 13 }],
    bands: [{ value: "strong", count: 4 }],
    workplaces: [{ value: "remote", count: 9 }],
    countries: [{ value: "DE", count: 5, label: "Germany" }],
    employmentTypes: [{ value: "full_time", count: 12 }],
    seniorities: [{ value: "senior", count: 7 }],
    sources: [{ value: "greenhouse", count: 13 }],
    companies: [{ value: IDS.company, count: 2, label: "Northwind" }],
  },
  hidden: { closed: 2 },
  isCapped: false,
};
