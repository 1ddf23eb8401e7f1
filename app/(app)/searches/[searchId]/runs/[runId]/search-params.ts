import { z } from "zod";
import { DECISIONS } from "@/db/schema/vocabulary";

const paramsSchema = z.object({
  decision: z.enum(DECISIONS).optional().catch(undefined),
  source: z.string().min(1).max(40).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

/** Filters of the decisions; what makes no sense is left out. */
export const parseRunParams = (raw: unknown) => paramsSchema.parse(raw);
