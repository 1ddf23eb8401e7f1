import { z } from "zod";
import { CADENCES, EMPLOYMENT_TYPES, GATE_VERDICTS, SALARY_INTERVALS, SENIORITIES, WORKPLACES } from "./vocabulary";

/** The documents inside jsonb columns. Each is written only through its schema; every list and text is bounded. */

const line = (max = 200) => z.string().trim().max(max);

/** Offsets into a text, in UTF-16 code units, end exclusive. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });

export const placeSchema = z.object({
  /** As the board wrote it. */
  text: line(300),
  scope: z.enum(["city", "region", "country", "continent", "worldwide", "unknown"]),
  city: line().optional(),
  region: line().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).optional(),
  geonameId: z.int().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

/* ---- profile ---- */

export const skillEvidenceSchema = z.object({
  kind: z.enum(["role", "project", "education", "list"]),
  /** "Staff Engineer at Northwind", "Skills". */
  where: line(300),
  /** ISO month, e.g. 2021-03. */
  from: line(10).optional(),
  to: line(10).optional(),
  /** Into `profiles.cvText`; absent when a person typed it. */
  span: spanSchema.optional(),
});

export const profileSkillSchema = z.object({
  /** Taxonomy id, or `custom:<text>` for a skill the taxonomy does not know. */
  skillId: line(80),
  name: line(80),
  months: z.int().min(0).max(720).optional(),
  /** ISO month of last use. */
  lastUsedOn: line(10).optional(),
  evidence: z.array(skillEvidenceSchema).max(40).default([]),
  confidence: z.number().min(0).max(1).default(1),
});

export const profileRoleSchema = z.object({
  title: line(),
  company: line().default(""),
  from: line(10).optional(),
  to: line(10).optional(),
  isCurrent: z.boolean().default(false),
  location: line().optional(),
  summary: z.string().max(8000).default(""),
  span: spanSchema.optional(),
});

export const profileFactsSchema = z.object({
  headline: line(300).default(""),
  summary: z.string().trim().max(4000).default(""),
  titles: z.array(line()).max(20).default([]),
  seniority: z.enum(SENIORITIES).optional(),
  yearsOfExperience: z.number().min(0).max(60).optional(),
  skills: z.array(profileSkillSchema).max(300).default([]),
  roles: z.array(profileRoleSchema).max(60).default([]),
  education: z
    .array(
      z.object({
        institution: line(),
        degree: line().default(""),
        field: line().default(""),
        level: z.enum(["none", "associate", "bachelor", "master", "doctorate"]).default("none"),
        from: line(10).optional(),
        to: line(10).optional(),
      }),
    )
    .max(30)
    .default([]),
  languages: z
    .array(z.object({ code: line(8), name: line(60), level: z.enum(["basic", "professional", "fluent", "native"]) }))
    .max(30)
    .default([]),
  locations: z.array(placeSchema).max(10).default([]),
  /** 0-1 per field name, how sure the reader was. Cleared for a field when a person edits it. */
  confidence: z.record(line(60), z.number().min(0).max(1)).default({}),
});

export const preferencesSchema = z.object({
  targetTitles: z.array(line()).max(20).default([]),
  locations: z
    .array(z.object({ place: placeSchema, radiusKm: z.number().min(0).max(1000).default(50) }))
    .max(20)
    .default([]),
  workplaces: z.array(z.enum(WORKPLACES)).max(4).default([]),
  /** ISO countries where the person may work without sponsorship. */
  workCountries: z.array(z.string().length(2)).max(60).default([]),
  needsSponsorship: z.boolean().default(false),
  willRelocate: z.boolean().default(false),
  employmentTypes: z.array(z.enum(EMPLOYMENT_TYPES)).max(8).default([]),
  salaryFloor: z
    .object({
      amount: z.number().min(0).max(100_000_000),
      currency: z.string().length(3),
      interval: z.enum(SALARY_INTERVALS),
    })
    .optional(),
  /** IANA zone. */
  timeZone: line(60).default("UTC"),
  minOverlapHours: z.number().min(0).max(24).optional(),
  languages: z.array(line(8)).max(20).default([]),
  /** A job whose title or text contains one of these is hidden, with the word quoted. Blank entries are refused. */
  mustNotWords: z.array(line(80).min(1)).max(100).default([]),
  blockedCompanies: z.array(line().min(1)).max(500).default([]),
  /** Overrides of the scorer's default weights, by component id. */
  weights: z.record(line(40), z.number().min(0).max(100)).default({}),
});

/* ---- searches ---- */

export const searchCriteriaSchema = z.object({
  /** Sent to boards that search, and matched against titles of boards that list everything. */
  keywords: z.array(line(120).min(1)).max(20).default([]),
  excludeWords: z.array(line(80).min(1)).max(50).default([]),
  locations: z.array(line(120).min(1)).max(20).default([]),
  workplaces: z.array(z.enum(WORKPLACES)).max(4).default([]),
  employmentTypes: z.array(z.enum(EMPLOYMENT_TYPES)).max(8).default([]),
  postedWithinDays: z.int().min(1).max(365).optional(),
});

export const searchSourceSchema = z.object({
  sourceId: line(40),
  /** Board tokens ("stripe"); empty for sources that search the whole market. */
  boards: z.array(line(200).min(1)).max(200).default([]),
});

export const searchScheduleSchema = z.object({
  cadence: z.enum(CADENCES).default("manual"),
  /** Local wall time, HH:MM. */
  time: z
    .string()
    .max(5)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("08:00"),
  /** 1 = Monday … 7 = Sunday, for weekly. */
  weekday: z.int().min(1).max(7).default(1),
  timeZone: line(60).default("UTC"),
});

export const outcomeEvidenceSchema = z.object({
  /** One sentence for a person. */
  message: z.string().max(500),
  status: z.int().optional(),
  url: z.string().max(2000).optional(),
  detail: z.string().max(2000).optional(),
  retryAfterSeconds: z.number().optional(),
  attempts: z.int().optional(),
});

/* ---- matching ---- */

export const quotedSpanSchema = spanSchema.extend({ quote: z.string().max(1000) });

/** One requirement of a posting. `anyOf` holds more than one skill for "Java, Kotlin or Scala". */
export const requirementSchema = z.object({
  anyOf: z.array(line(80)).min(1).max(20),
  strength: z.enum(["must", "nice", "mentioned"]),
  /** Where each skill of `anyOf` stands in the job's description text (or in its title, `inTitle`). */
  spans: z.array(quotedSpanSchema.extend({ skillId: line(80), inTitle: z.boolean().optional() })).max(40),
  minYears: z.number().optional(),
});

/** A clause that may disqualify, read from the posting once. `kind` names the gate that judges it. */
export const clauseSchema = z.object({
  kind: z.enum([
    "work_authorization",
    "sponsorship",
    "clearance",
    "citizenship",
    "remote_country",
    "onsite",
    "timezone",
    "employment_type",
    "language",
    "degree",
    "graduation",
    "years",
  ]),
  /** Machine-readable part: ISO country, language code, degree level, "UTC-5..UTC+1", "no" … */
  value: line(120),
  isHard: z.boolean(),
  span: quotedSpanSchema,
});

export const postingAnalysisSchema = z.object({
  requirements: z.array(requirementSchema).max(200),
  clauses: z.array(clauseSchema).max(60),
  seniority: z.enum(SENIORITIES).optional(),
  roleFamily: line(40).optional(),
  minYears: z.number().optional(),
  maxYears: z.number().optional(),
  /** Words in the description; few words make a match provisional. */
  textLength: z.int(),
  /** Distinct informative tokens for text relevance, capped. */
  terms: z.array(line(40)).max(120),
});

export const gateSchema = z.object({
  id: line(40),
  verdict: z.enum(GATE_VERDICTS),
  /** "On-site in Berlin; you would need to move". */
  message: z.string().max(300),
  clause: quotedSpanSchema.optional(),
  /** The profile or preference field that decided. */
  profileField: line(80).optional(),
});

export const creditSchema = z.enum(["exact", "implied", "related", "missing"]);

export const matchedRequirementSchema = z.object({
  skillId: line(80),
  name: line(80),
  strength: z.enum(["must", "nice", "mentioned"]),
  credit: creditSchema,
  /** 0-1 after evidence and recency. */
  value: z.number(),
  /** "React implies JavaScript". */
  reason: line(200).optional(),
  postingSpans: z.array(quotedSpanSchema.extend({ inTitle: z.boolean().optional() })).max(10),
  profileSpans: z.array(quotedSpanSchema.extend({ where: line(300) })).max(10),
});

export const componentSchema = z.object({
  id: z.enum(["must", "nice", "title", "seniority", "text", "location", "pay", "recency"]),
  /** Weight after renormalisation; weights of counted components add up to 100. */
  weight: z.number(),
  /** 0-1. */
  value: z.number(),
  /** weight × value; the points add up to the score before the gate cap. */
  points: z.number(),
  reason: z.string().max(300),
});

export const matchDetailSchema = z.object({
  headline: z.string().max(300),
  gates: z.array(gateSchema).max(40),
  components: z.array(componentSchema).max(8),
  requirements: z.array(matchedRequirementSchema).max(200),
  /** Set when a failed gate capped the score. */
  cappedFrom: z.number().optional(),
  /** "add dates to Northwind", shown with the confidence. */
  improve: z.array(line(200)).max(10),
});

export type Span = z.infer<typeof spanSchema>;
export type Place = z.infer<typeof placeSchema>;
export type SkillEvidence = z.infer<typeof skillEvidenceSchema>;
export type ProfileSkill = z.infer<typeof profileSkillSchema>;
export type ProfileRole = z.infer<typeof profileRoleSchema>;
export type ProfileFacts = z.infer<typeof profileFactsSchema>;
export type Preferences = z.infer<typeof preferencesSchema>;
export type SearchCriteria = z.infer<typeof searchCriteriaSchema>;
export type SearchSource = z.infer<typeof searchSourceSchema>;
export type SearchSchedule = z.infer<typeof searchScheduleSchema>;
export type OutcomeEvidence = z.infer<typeof outcomeEvidenceSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type PostingAnalysis = z.infer<typeof postingAnalysisSchema>;
export type Gate = z.infer<typeof gateSchema>;
export type MatchedRequirement = z.infer<typeof matchedRequirementSchema>;
export type Component = z.infer<typeof componentSchema>;
export type MatchDetail = z.infer<typeof matchDetailSchema>;
