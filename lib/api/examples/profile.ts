const SKILL = { skillId: "react", name: "React", months: 72, lastUsedOn: "2026-05" };

export const NEW_FACTS = {
  headline: "Senior Frontend Engineer",
  titles: ["Frontend Engineer"],
  seniority: "senior",
  yearsOfExperience: 9,
  skills: [SKILL],
  roles: [{ title: "Frontend Engineer", company: "Contoso", from: "2020-04", isCurrent: true }],
};

export const NEW_PREFERENCES = {
  targetTitles: ["Senior Frontend Engineer"],
  workplaces: ["remote"],
  workCountries: ["DE"],
  salaryFloor: { amount: 75_000, currency: "EUR", interval: "year" },
  timeZone: "Europe/Berlin",
};

export const FACTS = {
  ...NEW_FACTS,
  summary: "",
  skills: [{ ...SKILL, evidence: [], confidence: 1 }],
  roles: [{ title: "Frontend Engineer", company: "Contoso", from: "2020-04", isCurrent: true, summary: "" }],
  education: [],
  languages: [],
  locations: [],
  confidence: {},
};

export const PROFILE = {
  facts: FACTS,
  preferences: {
    ...NEW_PREFERENCES,
    locations: [],
    needsSponsorship: false,
    willRelocate: false,
    employmentTypes: [],
    languages: [],
    mustNotWords: [],
    blockedCompanies: [],
    weights: {},
  },
  cvFileName: null,
  version: 1,
};

export const CV_TEXT =
  "Ada Example\nSenior Frontend Engineer\n\nExperience\nFrontend Engineer, Contoso, April 2020 to present\nBuilt the web app in React and TypeScript.";
