import { z } from "zod";
import { SOURCE_OUTCOMES } from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";

const sourceId = z.string().trim().min(1).max(40);

export const updateSourceInput = z.object({ sourceId, isEnabled: z.boolean().or(z.stringbool()) });
export const setSourceKeyInput = z.object({
  sourceId,
  key: z.string().trim().min(8, "is too short to be a key").max(500),
});
export const deleteSourceKeyInput = z.object({ sourceId });
export const sourceIdParams = z.object({ id: sourceId });
export const detectBoardInput = z.object({
  url: z.url({ protocol: /^https?$/, error: "Paste the full address, starting with https://" }).max(2000),
});

/** What callers see of a source. A key is never among it. */
export const sourceSchema = z
  .object({
    id: z.string().max(40),
    name: z.string().max(100),
    homepage: z.string().max(500),
    terms: z.string().max(2000),
    scope: z.enum(["companies", "market"]),
    auth: z.enum(["none", "key"]),
    defaultState: z.enum(["on", "opt_in", "off"]),
    isEnabled: z.boolean(),
    hasKey: z.boolean(),
    /** Why a run would not ask it now. */
    offReason: z.string().max(500).optional(),
    /** False in a demo. */
    canChange: z.boolean(),
  })
  .meta({ id: "Source" });
export const sourceHealthSchema = z.object({
  sourceId: z.string().max(40),
  /** Newest first. */
  readings: z
    .array(
      z.object({
        runId: z.uuid(),
        searchId: z.uuid(),
        board: z.string(),
        outcome: z.enum(SOURCE_OUTCOMES),
        message: z.string(),
        created: z.int(),
        finishedAt: isoDate,
      }),
    )
    .max(100),
});

export type UpdateSourceInput = z.infer<typeof updateSourceInput>;
export type SetSourceKeyInput = z.infer<typeof setSourceKeyInput>;
export type DeleteSourceKeyInput = z.infer<typeof deleteSourceKeyInput>;
export type DetectBoardInput = z.infer<typeof detectBoardInput>;
