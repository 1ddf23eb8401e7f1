import { z } from "zod";
import type { JobsView } from "@/components/jobs/href";
import { readJobFilters } from "@/lib/jobs/params";
import { JOB_SORTS } from "@/lib/jobs/schemas";

const sortSchema = z.enum(JOB_SORTS).optional().catch(undefined);
const idSchema = z.uuid().optional().catch(undefined);

/** What the address says; what makes no sense is left out. */
export function parseJobsParams(raw: Record<string, string | string[] | undefined>): JobsView {
  return { filters: readJobFilters(raw), sort: sortSchema.parse(raw.sort), job: idSchema.parse(raw.job) };
}
