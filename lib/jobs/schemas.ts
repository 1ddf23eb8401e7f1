import { z } from "zod";
import { gateSchema, matchDetailSchema, placeSchema } from "@/db/schema/shapes";
import {
  DISMISS_REASONS,
  EMPLOYMENT_TYPES,
  JOB_STATES,
  MATCH_BANDS,
  SALARY_INTERVALS,
  SENIORITIES,
  WORKPLACES,
} from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";

export const JOB_SORTS = ["score", "date", "salary", "relevance"] as const;
/** "unknown" stands for jobs that do not state the fact. */
const orUnknown = <const T extends readonly string[]>(values: T) => z.enum([...values, "unknown"]);
const line = (max = 300) => z.string().max(max);

/** What narrows a list. Everything else about a list (sort, page) stays outside, so counts can share it. */
export const jobFiltersSchema = z
  .object({
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'Words; "quoted phrase", OR and -word work as on the web' }),
    states: z.array(z.enum(JOB_STATES)).max(JOB_STATES.length).default(["inbox", "saved"]),
    minScore: z.number().min(0).max(100).optional(),
    bands: z.array(z.enum(MATCH_BANDS)).max(MATCH_BANDS.length).default([]),
    eligibility: z
      .enum(["all", "eligible"])
      .default("all")
      .meta({ description: "eligible hides jobs with a failed gate" }),
    workplaces: z.array(z.enum(WORKPLACES)).max(WORKPLACES.length).default([]),
    countries: z
      .array(
        z
          .string()
          .max(7)
          .regex(/^([A-Z]{2}|unknown)$/),
      )
      .max(60)
      .default([]),
    employmentTypes: z.array(orUnknown(EMPLOYMENT_TYPES)).max(9).default([]),
    seniorities: z.array(orUnknown(SENIORITIES)).max(8).default([]),
    sources: z.array(line(40)).max(40).default([]),
    companies: z.array(z.uuid()).max(50).default([]),
    postedWithinDays: z.number().int().min(1).max(365).optional(),
    salaryMin: z.number().min(1).max(100_000_000).optional().meta({ description: "A year, in `currency`" }),
    currency: z
      .string()
      .max(3)
      .regex(/^[A-Z]{3}$/)
      .optional(),
    unknownPay: z.enum(["keep", "hide"]).default("keep").meta({ description: "Jobs without comparable pay" }),
    closed: z.enum(["hide", "show", "only"]).default("hide"),
    searchId: z.uuid().optional(),
    runId: z.uuid().optional(),
  })
  .refine(({ salaryMin, currency }) => salaryMin === undefined || currency !== undefined, {
    path: ["currency"],
    message: "is needed beside salaryMin: pay in different currencies is not compared",
  });

export const listJobsInput = z.object({
  filters: jobFiltersSchema,
  /** Without one: relevance when there are words to search for, else score. */
  sort: z.enum(JOB_SORTS).optional(),
  limit: z.number().int().min(1).max(100).default(50),
  cursor: line(500).optional(),
});

export const setJobStateInput = z.object({
  id: z.uuid(),
  state: z.enum(JOB_STATES),
  /** Only a dismissal has a reason. */
  reason: z.enum(DISMISS_REASONS).optional(),
  note: z.string().trim().max(1000).optional(),
});
export const setManyJobStatesInput = setJobStateInput
  .omit({ id: true })
  .extend({ ids: z.array(z.uuid()).min(1).max(500) });
export const undoJobStateInput = z.object({ changeId: z.uuid() });
export const jobIdInput = z.object({ id: z.uuid() });

const paySchema = z.object({
  /** As the board wrote it. */
  text: line().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: line(3).nullable(),
  interval: z.enum(SALARY_INTERVALS).nullable(),
  annualMin: z.number().nullable(),
  annualMax: z.number().nullable(),
});

export const matchReasonSchema = z.object({ text: line(), tone: z.enum(["plus", "minus"]) });

export const cardMatchSchema = z.object({
  score: z.number(),
  band: z.enum(MATCH_BANDS),
  confidence: z.number(),
  isProvisional: z.boolean(),
  isEligible: z.boolean(),
  /** At most three, the weightiest first. */
  reasons: z.array(matchReasonSchema).max(3),
  /** Gates that failed or are to be checked. */
  gates: z.array(gateSchema.pick({ id: true, verdict: true, message: true })).max(40),
});

/** A job as a row of a list. */
export const jobCardSchema = z
  .object({
    id: z.uuid(),
    title: line(1000),
    companyId: z.uuid(),
    companyName: line(1000),
    locationText: line(2000),
    workplace: z.enum(WORKPLACES),
    employmentType: z.enum(EMPLOYMENT_TYPES).nullable(),
    seniority: z.enum(SENIORITIES).nullable(),
    pay: paySchema,
    url: line(4000),
    applyUrl: line(4000).nullable(),
    /** When the board says it was posted, else when it was first seen. */
    sortAt: isoDate,
    isDateStated: z.boolean(),
    closedAt: isoDate.nullable(),
    sources: z.array(line(40)).max(100),
    state: z.enum(JOB_STATES),
    reason: z.enum(DISMISS_REASONS).nullable(),
    openedAt: isoDate.nullable(),
    match: cardMatchSchema.nullable(),
  })
  .meta({ id: "JobCard" });

export const SEARCH_MODES = ["none", "exact", "prefix", "similar"] as const;

/** How the words of a list were understood. */
export const searchReportSchema = z.object({
  /** "similar": nothing holds the words, so these are the titles that look like them. */
  mode: z.enum(SEARCH_MODES),
  didYouMean: line().optional(),
  /** Only the newest matches were ranked. */
  isCapped: z.boolean(),
});

export const jobPageSchema = z.object({
  data: z.array(jobCardSchema).max(100),
  nextCursor: line(500).optional(),
  sort: z.enum(JOB_SORTS),
  search: searchReportSchema,
});

/** As the API answers: cards are whole unless `fields` asked for less. */
export const sparseJobPageSchema = jobPageSchema.extend({
  data: z.array(jobCardSchema.partial().required({ id: true })).max(100),
});

export const evidenceMarkSchema = z.object({
  start: z.int(),
  end: z.int(),
  id: line(120),
  tone: z.enum(["exact", "implied", "related", "missing", "gate"]),
});

export const jobPostingSchema = z.object({
  id: z.uuid(),
  sourceId: line(40),
  board: line(300),
  url: line(4000),
  title: line(1000),
  locationText: line(2000),
  postedAt: isoDate.nullable(),
  firstSeenAt: isoDate,
  lastSeenAt: isoDate,
  closedAt: isoDate.nullable(),
});

/** A job opened: everything a person judges it by. */
export const jobSchema = jobCardSchema
  .omit({ match: true })
  .extend({
    places: z.array(placeSchema).max(200),
    workplaceEvidence: line(4000).nullable(),
    language: line(20).nullable(),
    postedAt: isoDate.nullable(),
    validThrough: isoDate.nullable(),
    firstSeenAt: isoDate,
    lastSeenAt: isoDate,
    descriptionHtml: z.string().max(1_000_000),
    descriptionText: z.string().max(1_000_000),
    note: line(1000).nullable(),
    canUndo: z.boolean(),
    match: cardMatchSchema
      .omit({ gates: true })
      .extend({ scorerVersion: line(60), scoredAt: isoDate, detail: matchDetailSchema })
      .nullable(),
    /** Where evidence stands in `descriptionText`; never overlapping. */
    marks: z.array(evidenceMarkSchema).max(2000),
    postings: z.array(jobPostingSchema).max(100),
  })
  .meta({ id: "Job" });

export const jobStateChangeSchema = z.object({
  /** What `undoJobState` takes. */
  changeId: z.uuid(),
  changed: z.int(),
  state: z.enum(JOB_STATES),
  reason: z.enum(DISMISS_REASONS).nullable(),
});

export const FACETS = [
  "states",
  "bands",
  "workplaces",
  "countries",
  "employmentTypes",
  "seniorities",
  "sources",
  "companies",
] as const;

export const facetValueSchema = z.object({ value: line(200), count: z.int(), label: line(1000).optional() });

const facetValues = z.array(facetValueSchema).max(60);

/** Counts of a list. Each facet is counted with every other filter applied and its own left out. */
export const jobFacetsSchema = z.object({
  total: z.int(),
  facets: z.object({
    states: facetValues,
    bands: facetValues,
    workplaces: facetValues,
    countries: facetValues,
    employmentTypes: facetValues,
    seniorities: facetValues,
    sources: facetValues,
    companies: facetValues,
  } satisfies Record<Facet, z.ZodType>),
  /** By filter: how many more jobs would show without it. */
  hidden: z.record(line(40), z.int()),
  /** True when only the newest jobs were counted. */
  isCapped: z.boolean(),
});

export type JobFilters = z.output<typeof jobFiltersSchema>;
export type ListJobsInput = z.output<typeof listJobsInput>;
export type JobSort = (typeof JOB_SORTS)[number];
export type SearchReport = z.output<typeof searchReportSchema>;
export type Facet = (typeof FACETS)[number];
export type SetJobStateInput = z.output<typeof setJobStateInput>;
export type SetManyJobStatesInput = z.output<typeof setManyJobStatesInput>;
export type Pay = z.output<typeof paySchema>;
export type MatchReason = z.output<typeof matchReasonSchema>;
export type JobCard = z.output<typeof jobCardSchema>;
export type JobPage = z.output<typeof jobPageSchema>;
export type JobDetail = z.output<typeof jobSchema>;
export type EvidenceMark = z.output<typeof evidenceMarkSchema>;
export type JobFacets = z.output<typeof jobFacetsSchema>;
export type JobStateChange = z.output<typeof jobStateChangeSchema>;
