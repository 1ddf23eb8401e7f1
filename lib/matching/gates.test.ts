import { describe, expect, test } from "vitest";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import type { GateVerdict } from "@/db/schema/vocabulary";
import { analyzePosting } from "./analysis";
import { judgeGates } from "./gates";
import type { MatchJob } from "./match-job";
import { prepareProfile } from "./profile";

const NOW = new Date("2026-08-01T12:00:00Z");
const BERLIN = {
  text: "Berlin",
  scope: "city" as const,
  city: "Berlin",
  country: "DE",
  geonameId: 2950159,
  latitude: 52.52,
  longitude: 13.41,
};
const NEW_YORK = {
  text: "New York",
  scope: "city" as const,
  city: "New York",
  country: "US",
  geonameId: 5128581,
  latitude: 40.71,
  longitude: -74.01,
};

const PEOPLE = {
  /** Lives and may work in Germany, bachelor, English and German. */
  berlin: person(
    {
      workCountries: ["DE"],
      timeZone: "Europe/Berlin",
      languages: ["en", "de"],
      locations: [{ place: BERLIN, radiusKm: 50 }],
    },
    { locations: [BERLIN], yearsOfExperience: 8, education: [{ institution: "TU", level: "bachelor", to: "2016-09" }] },
  ),
  /** Lives and may work in the United States, no degree listed. */
  boston: person(
    {
      workCountries: ["US"],
      timeZone: "America/New_York",
      languages: ["en"],
      locations: [{ place: NEW_YORK, radiusKm: 60 }],
    },
    { locations: [NEW_YORK], yearsOfExperience: 4 },
  ),
  /** Needs a visa, has said nothing else. */
  visa: person({ needsSponsorship: true }),
  /** Has said nothing at all. */
  silent: person({}),
  /** Wants remote work and contracts only. */
  remote: person({
    workplaces: ["remote"],
    employmentTypes: ["contract"],
    workCountries: ["DE"],
    timeZone: "Europe/Berlin",
  }),
  master: person({}, { education: [{ institution: "TU", level: "master", to: "2026-03" }] }),
};
type Person = keyof typeof PEOPLE;

/** sentence, gate, person, verdict; "none" when no gate may be raised. Sentences are our own, in the wording boards use. */
const TABLE: [string, string, Person, GateVerdict | "none"][] = [
  ["You must be authorized to work in the United States.", "work_authorization", "boston", "pass"],
  ["You must be authorized to work in the United States.", "work_authorization", "berlin", "fail"],
  ["You must be authorized to work in the United States.", "work_authorization", "silent", "unknown"],
  ["Must be legally authorized to work in the U.S. without restriction", "work_authorization", "berlin", "fail"],
  ["Candidates need the right to work in the UK.", "work_authorization", "berlin", "fail"],
  ["Right to work in Germany is required", "work_authorization", "berlin", "pass"],
  ["You hold a valid work permit for the EU.", "work_authorization", "berlin", "pass"],
  ["You hold a valid work permit for the EU.", "work_authorization", "boston", "fail"],
  ["Gültige Arbeitserlaubnis für Deutschland", "work_authorization", "berlin", "pass"],
  ["Gültige Arbeitserlaubnis für Deutschland", "work_authorization", "silent", "unknown"],
  ["Applicants must be eligible to work in Canada.", "work_authorization", "boston", "fail"],
  ["Design authorization flows for our API.", "work_authorization", "berlin", "none"],
  ["You will work on authorization and identity.", "work_authorization", "berlin", "none"],
  ["We are unable to sponsor visas at this time.", "sponsorship", "visa", "fail"],
  ["We are unable to sponsor visas at this time.", "sponsorship", "silent", "unknown"],
  ["We are unable to sponsor visas at this time.", "sponsorship", "berlin", "pass"],
  ["No visa sponsorship available for this role.", "sponsorship", "visa", "fail"],
  ["This position is not eligible for visa sponsorship", "sponsorship", "visa", "fail"],
  ["Sponsorship is not available.", "sponsorship", "visa", "fail"],
  ["We do not offer visa sponsorship", "sponsorship", "boston", "fail"],
  ["Must be able to work without sponsorship now or in the future.", "sponsorship", "visa", "fail"],
  ["We offer visa sponsorship and relocation support.", "sponsorship", "visa", "pass"],
  ["We will support you with your visa application.", "sponsorship", "visa", "pass"],
  ["Visa sponsorship available", "sponsorship", "visa", "pass"],
  ["We offer visa sponsorship and relocation support.", "sponsorship", "berlin", "none"],
  ["We sponsor local meetups and open source.", "sponsorship", "berlin", "none"],
  ["Will you now or in the future require sponsorship?", "sponsorship", "visa", "none"],
  ["An active TS/SCI clearance is required.", "clearance", "berlin", "fail"],
  ["An active TS/SCI clearance is required.", "clearance", "boston", "unknown"],
  ["An active TS/SCI clearance is required.", "clearance", "silent", "unknown"],
  ["Active Secret clearance required", "clearance", "berlin", "fail"],
  ["Ability to obtain a security clearance", "clearance", "boston", "unknown"],
  ["Eligible to obtain a government security clearance", "clearance", "berlin", "unknown"],
  ["A security clearance is a plus", "clearance", "boston", "unknown"],
  ["You need a security clearance", "clearance", "silent", "unknown"],
  ["Customs clearance software for ports", "clearance", "berlin", "none"],
  ["U.S. citizenship is required.", "citizenship", "berlin", "fail"],
  ["U.S. citizenship is required.", "citizenship", "boston", "unknown"],
  ["Must be a US citizen", "citizenship", "silent", "unknown"],
  ["Only US persons can be considered due to ITAR.", "citizenship", "berlin", "fail"],
  ["We consider all applicants regardless of citizenship or origin.", "citizenship", "berlin", "none"],
  ["Accessibility is a first-class citizen in our code.", "citizenship", "berlin", "none"],
  ["Remote, US only", "remote_country", "berlin", "fail"],
  ["Remote (US only)", "remote_country", "boston", "pass"],
  ["Remote (US only)", "remote_country", "silent", "unknown"],
  ["You must be based in Germany.", "remote_country", "berlin", "pass"],
  ["You must be located in Canada.", "remote_country", "berlin", "fail"],
  ["This is a remote position within the EU.", "remote_country", "berlin", "pass"],
  ["This is a remote position within the EU.", "remote_country", "boston", "fail"],
  ["We can only hire in the United Kingdom.", "remote_country", "berlin", "fail"],
  ["Open to candidates based in Europe", "remote_country", "berlin", "pass"],
  ["Open to candidates in LATAM", "remote_country", "berlin", "fail"],
  ["Work remotely from anywhere in the world.", "remote_country", "berlin", "pass"],
  ["Our team is spread across Germany and France.", "remote_country", "boston", "none"],
  ["Join us and shape remote work.", "remote_country", "berlin", "none"],
  ["3 days per week in our Berlin office", "onsite", "berlin", "pass"],
  ["3 days per week in our Berlin office", "onsite", "boston", "fail"],
  ["You will be in the office three days a week.", "onsite", "silent", "unknown"],
  ["This is a fully on-site position.", "onsite", "remote", "fail"],
  ["This is not a remote position.", "onsite", "remote", "fail"],
  ["Hybrid working model", "onsite", "silent", "unknown"],
  ["Hybrid role with 2 days in the office per week", "onsite", "remote", "fail"],
  ["On-site gym and free lunch", "onsite", "remote", "none"],
  ["Work onsite or remote, as you like.", "onsite", "remote", "none"],
  ["Two days of vacation on top", "onsite", "remote", "none"],
  ["At least 4 hours of overlap with CET required", "timezone", "berlin", "pass"],
  ["At least 4 hours of overlap with CET required", "timezone", "silent", "unknown"],
  ["Must overlap 6 hours with PST", "timezone", "berlin", "fail"],
  ["You work within UTC-1 to UTC+3", "timezone", "berlin", "pass"],
  ["Must work in US time zones", "timezone", "boston", "pass"],
  ["Must work in US time zones", "timezone", "berlin", "unknown"],
  ["Must be within 2 hours of EST", "timezone", "boston", "pass"],
  ["Overlap with our customers' needs is key", "timezone", "berlin", "none"],
  ["This is a 6-month contract.", "employment_type", "remote", "pass"],
  ["This is a full-time position.", "employment_type", "remote", "fail"],
  ["This is a full-time position.", "employment_type", "silent", "none"],
  ["Fixed-term position (maternity cover)", "employment_type", "remote", "fail"],
  ["Fluent German required", "language", "berlin", "pass"],
  ["Fluent German required", "language", "boston", "fail"],
  ["Fluent German required", "language", "silent", "unknown"],
  ["Verhandlungssichere Deutschkenntnisse", "language", "boston", "fail"],
  ["Fluent in German or English", "language", "boston", "pass"],
  ["Fluent English; German is a plus", "language", "boston", "unknown"],
  ["Very good English skills, written and spoken", "language", "berlin", "pass"],
  ["Fluent French", "language", "berlin", "fail"],
  ["Free German classes for everyone", "language", "boston", "none"],
  ["Experience in the German market", "language", "boston", "none"],
  ["Bachelor's degree in Computer Science", "degree", "berlin", "pass"],
  ["Bachelor's degree in Computer Science", "degree", "silent", "unknown"],
  ["Master's degree required", "degree", "berlin", "fail"],
  ["Master's degree preferred", "degree", "berlin", "pass"],
  ["PhD in machine learning", "degree", "berlin", "fail"],
  ["Bachelor's degree or equivalent experience", "degree", "boston", "pass"],
  ["BS/MS in Computer Science or equivalent work experience", "degree", "silent", "pass"],
  ["Abgeschlossenes Studium oder vergleichbare Ausbildung", "degree", "silent", "pass"],
  ["You are not required to have a computer science degree", "degree", "silent", "none"],
  ["A high degree of ownership", "degree", "silent", "none"],
  ["Graduating between December 2025 and June 2026", "graduation", "master", "pass"],
  ["Graduating between December 2025 and June 2026", "graduation", "berlin", "fail"],
  ["Graduating between December 2025 and June 2026", "graduation", "silent", "unknown"],
  ["Currently enrolled in a computer science program", "graduation", "silent", "unknown"],
  ["10+ years of experience with Java", "years", "boston", "unknown"],
  ["3+ years of experience with Java", "years", "boston", "none"],
];

test("holds at least eighty clauses", () => {
  expect(TABLE.length).toBeGreaterThanOrEqual(80);
});

describe("gates", () => {
  test.each(TABLE)("%s | %s | %s: %s", (sentence, gate, who, expected) => {
    expect(verdictOf(sentence, gate, who)).toBe(expected);
  });

  test("never fail anybody by mistake in the whole table", () => {
    const falseFails = TABLE.filter(
      ([sentence, gate, who, expected]) => expected !== "fail" && verdictOf(sentence, gate, who) === "fail",
    );
    expect(falseFails).toEqual([]);
  });

  test("quote the sentence that decided, at its offsets", () => {
    const { gates, text } = judge("You must be authorized to work in the United States.", "berlin");
    const clause = gates.find(({ id }) => id === "work_authorization")?.clause;
    expect(clause && text.slice(clause.start, clause.end)).toBe(clause?.quote);
    expect(clause?.quote).toBe("You must be authorized to work in the United States.");
  });

  test("never fail a person who has said nothing", () => {
    const failed = TABLE.filter(([sentence]) =>
      judge(sentence, "silent").gates.some(({ verdict }) => verdict === "fail"),
    );
    expect(failed).toEqual([]);
  });

  test("let an optional clause through: a wish never disqualifies", () => {
    for (const wish of [
      "Master's degree is a plus",
      "German is nice to have, fluent or not",
      "Ideally based in Canada",
      "Preferably a US citizen",
    ]) {
      expect(judge(wish, "berlin").gates.filter(({ verdict }) => verdict === "fail")).toEqual([]);
      expect(judge(wish, "berlin", "Nice to have").gates.filter(({ verdict }) => verdict === "fail")).toEqual([]);
    }
  });
});

describe("what a person rules out", () => {
  test("hides by company, whatever its legal form, and by word, with the word quoted", () => {
    const picky = person({ blockedCompanies: ["Acme Inc."], mustNotWords: ["gambling"] });
    const gates = gatesFor(picky, { companyName: "ACME GmbH", descriptionText: "An online Gambling site" });
    expect(gates.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(["blocked_company fail", "must_not_word fail"]);
    expect(gates[1]?.clause?.quote).toBe("Gambling");
  });

  test("ignores blank entries, so that they hide nothing", () => {
    const blank = { ...preferencesSchema.parse({}), blockedCompanies: ["", "  "], mustNotWords: ["", " "] };
    const profile = prepareProfile({ facts: profileFactsSchema.parse({}), preferences: blank, cvText: "" });
    expect(gatesFor(profile, { companyName: "", descriptionText: "anything" })).toEqual([]);
  });

  test("does not find a word inside another", () => {
    expect(gatesFor(person({ mustNotWords: ["Java"] }), { descriptionText: "JavaScript only" })).toEqual([]);
  });
});

describe("the pay floor", () => {
  const floor = (amount: number, currency: string, interval: "hour" | "month" | "year") =>
    person({ salaryFloor: { amount, currency, interval } });
  const pay = (
    max: number | null,
    currency: string | null,
    interval: "hour" | "month" | "year",
    min: number | null = null,
  ) => ({
    salaryMin: min,
    salaryMax: max,
    salaryCurrency: currency,
    salaryInterval: interval,
  });

  test.each<[string, ReturnType<typeof person>, Partial<MatchJob>, string | undefined]>([
    ["a year against a year", floor(80_000, "EUR", "year"), pay(70_000, "EUR", "year"), "fail"],
    ["an hour against a year", floor(80_000, "USD", "year"), pay(60, "USD", "hour"), "pass"],
    ["a month against an hour", floor(30, "EUR", "hour"), pay(4_000, "EUR", "month"), "fail"],
    ["another currency", floor(80_000, "EUR", "year"), pay(70_000, "USD", "year"), "unknown"],
    ["a lower end only", floor(80_000, "EUR", "year"), pay(null, "EUR", "year", 60_000), "unknown"],
    ["no pay stated", floor(80_000, "EUR", "year"), {}, undefined],
    ["no currency stated", floor(80_000, "EUR", "year"), pay(10_000, null, "year"), undefined],
  ])("compares %s", (_, profile, job, expected) => {
    expect(gatesFor(profile, job).find(({ id }) => id === "salary")?.verdict).toBe(expected);
  });
});

describe("the place the board names", () => {
  const office = { workplace: "onsite" as const, locationText: "New York, NY", places: [NEW_YORK], countries: ["US"] };

  test("fails only when distance is known and moving is out", () => {
    const home = { locations: [{ place: BERLIN, radiusKm: 50 }] };
    expect(gatesFor(person(home), office)[0]).toMatchObject({ id: "onsite", verdict: "fail" });
    expect(gatesFor(person({ ...home, willRelocate: true }), office)[0]).toMatchObject({
      id: "onsite",
      verdict: "unknown",
    });
    expect(gatesFor(person({}), office)[0]).toMatchObject({ id: "onsite", verdict: "unknown" });
    expect(gatesFor(person({ locations: [{ place: NEW_YORK, radiusKm: 50 }] }), office)[0]).toMatchObject({
      verdict: "pass",
    });
  });

  test("asks, and never fails, for a remote job whose board names a country", () => {
    const remote = {
      workplace: "remote" as const,
      locationText: "United States",
      places: [{ text: "US", scope: "country" as const, country: "US" }],
      countries: ["US"],
    };
    expect(gatesFor(PEOPLE.berlin, remote)[0]).toMatchObject({ id: "remote_country", verdict: "unknown" });
    expect(gatesFor(PEOPLE.boston, remote)[0]).toMatchObject({ id: "remote_country", verdict: "pass" });
  });
});

function person(preferences: object, facts: object = {}) {
  return prepareProfile({
    facts: profileFactsSchema.parse(facts),
    preferences: preferencesSchema.parse(preferences),
    cvText: "",
  });
}

function judge(sentence: string, who: Person, heading = "Requirements") {
  const text = `${heading}\n- ${sentence}`;
  const isBerlin = sentence.includes("Berlin");
  const job = {
    descriptionText: text,
    ...(isBerlin && { places: [BERLIN], countries: ["DE"], locationText: "Berlin" }),
  };
  const german = sentence.includes("unable to sponsor")
    ? { countries: ["DE"] }
    : sentence.includes("do not offer visa")
      ? { countries: ["GB"] }
      : {};
  return { text, gates: gatesFor(PEOPLE[who], { ...job, ...(who === "visa" || who === "silent" ? {} : german) }) };
}

function verdictOf(sentence: string, gate: string, who: Person): GateVerdict | "none" {
  return judge(sentence, who).gates.find(({ id }) => id === gate)?.verdict ?? "none";
}

function gatesFor(profile: ReturnType<typeof person>, job: Partial<MatchJob>) {
  const full: MatchJob = {
    title: "Engineer",
    companyName: "Northwind",
    descriptionText: "",
    workplace: "unknown",
    locationText: "",
    places: [],
    countries: [],
    employmentType: null,
    seniority: null,
    salaryMin: null,
    salaryMax: null,
    salaryCurrency: null,
    salaryInterval: null,
    salaryAnnualMin: null,
    salaryAnnualMax: null,
    postedAt: null,
    firstSeenAt: NOW,
    ...job,
  };
  const analysis = analyzePosting({ title: full.title, descriptionHtml: "", descriptionText: full.descriptionText });
  return judgeGates({ profile, job: full, analysis, now: NOW });
}
