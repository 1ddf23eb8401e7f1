import { z } from "zod";
import { outcomeEvidenceSchema } from "@/db/schema/shapes";
import { DECISIONS, RUN_SOURCE_STATUSES, RUN_STATUSES, RUN_TRIGGERS, SOURCE_OUTCOMES } from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";

const runId = z.uuid();
const cursor = z.string().max(500).optional();

export const startRunInput = z.object({ searchId: z.uuid() });
export const getRunInput = z.object({ id: runId });
export const cancelRunInput = z.object({ id: runId });
export const listRunsInput = z.object({
  searchId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor,
});
export const listRunDecisionsInput = z.object({
  runId,
  decision: z.enum(DECISIONS).optional(),
  sourceId: z.string().max(40).optional(),
  q: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor,
});
export const explainPostingInput = z.object({
  /** The address of a posting, or words of its title and company. */
  query: z.string().trim().min(2, "Paste an address, or at least two letters of a title").max(2000),
});

const count = z.int();
export const runSourceSchema = z
  .object({
    sourceId: z.string(),
    board: z.string(),
    status: z.enum(RUN_SOURCE_STATUSES),
    outcome: z.enum(SOURCE_OUTCOMES).nullable(),
    evidence: outcomeEvidenceSchema.nullable(),
    pages: count,
    fetched: count,
    parsed: count,
    created: count,
    changed: count,
    unchanged: count,
    duplicate: count,
    filtered: count,
    invalid: count,
    scored: count,
    startedAt: isoDate.nullable(),
    finishedAt: isoDate.nullable(),
  })
  .meta({ id: "RunSource" });
export const funnelSchema = runSourceSchema.pick({
  fetched: true,
  parsed: true,
  created: true,
  changed: true,
  unchanged: true,
  duplicate: true,
  filtered: true,
  invalid: true,
  scored: true,
});
export const runSchema = z
  .object({
    id: runId,
    searchId: z.uuid(),
    trigger: z.enum(RUN_TRIGGERS),
    status: z.enum(RUN_STATUSES),
    error: z.string().nullable(),
    createdAt: isoDate,
    startedAt: isoDate.nullable(),
    finishedAt: isoDate.nullable(),
  })
  .meta({ id: "Run" });

export const runDecisionSchema = z
  .object({
    id: z.int(),
    sourceId: z.string(),
    board: z.string(),
    externalId: z.string(),
    title: z.string(),
    companyName: z.string(),
    url: z.string().nullable(),
    decision: z.enum(DECISIONS),
    /** Which rule, in the person's words. */
    reason: z.string().nullable(),
    jobId: z.uuid().nullable(),
    createdAt: isoDate,
  })
  .meta({ id: "RunDecision" });
export const explanationSchema = z.object({
  verdict: z.enum(["listed", "hidden", "dropped", "unknown"]),
  answer: z.string(),
  title: z.string().optional(),
  companyName: z.string().optional(),
  jobId: z.uuid().optional(),
  runId: z.uuid().optional(),
  searchId: z.uuid().optional(),
});

export type StartRunInput = z.output<typeof startRunInput>;
export type ListRunsInput = z.input<typeof listRunsInput>;
export type ListRunDecisionsInput = z.input<typeof listRunDecisionsInput>;
export type ExplainPostingInput = z.output<typeof explainPostingInput>;
export type Funnel = z.output<typeof funnelSchema>;
